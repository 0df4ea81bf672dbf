"""Runtime expressions: words for what a request or its response holds (`$request.body#/id`)."""

from __future__ import annotations

import re
from typing import Final

_EXPRESSION: Final = re.compile(
    r"\$(?:url|method|statusCode"
    r"|(?:request|response)\.(?:header\.[!#$%&'*+.^_`|~0-9A-Za-z-]+|(?:query|path)\..+"
    r"|body(?:#(?:/(?:[^/~]|~[01])*)*)?))\Z",
    re.DOTALL,
).match
_EMBEDDED: Final = re.compile(r"\{([^{}]*)\}")


def expression_fault(text: str) -> str:
    """Return why a text is no runtime expression, "" if it is one."""
    if _EXPRESSION(text):
        return ""
    if not text.startswith("$"):
        return f"{text!r} is no runtime expression: these begin with $"
    return f"{text!r} is no runtime expression"


def template_fault(text: str) -> str:
    """Return why a text holds no address with runtime expressions in it, "" if it does."""
    if text.startswith("$"):
        return expression_fault(text)
    rest = _EMBEDDED.sub("", text)
    if "{" in rest or "}" in rest:
        return f"{text!r} has a brace without its other half"
    faults = [expression_fault(each) for each in _EMBEDDED.findall(text)]
    if faults:
        return next(filter(None, faults), "")
    if "://" in text or text.startswith("/"):
        return ""
    return f"{text!r} is neither a runtime expression nor an address"
