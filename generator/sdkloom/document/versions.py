"""Which standard, and which version of it, a document says it is written in."""

from __future__ import annotations

import re
from typing import Any, Final

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.pointer import escape
from sdkloom.document.saying import like, shown

SUPPORTED: Final = "Swagger 2.0, OpenAPI 3.0, 3.1 and 3.2"

_VERSION: Final = re.compile(r"(2\.0|3\.[012])(?:\.[0-9]+)?(?:[-+].*)?\Z").match
_VERSIONS: Final = frozenset(["openapi", "swagger"])
_LONGEST: Final = 60
_SIBLINGS: Final = {
    "asyncapi": "an AsyncAPI document",
    "arazzo": "an Arazzo document",
    "overlay": "an OpenAPI overlay",
    "swaggerVersion": "a Swagger 1 document",
    "discoveryVersion": "a discovery document of Google",
    "$schema": "a JSON Schema",
}


def read_version(value: Any, diagnostics: Diagnostics) -> str:
    """Return `2.0`, `3.0`, `3.1` or `3.2`; "" where the document is none of these.

    Why not is then among the remarks.
    """
    if not isinstance(value, dict):
        what = "a list" if isinstance(value, list) else "a single value"
        if value is None:
            diagnostics.error("empty", "#", "the document is empty")
        else:
            diagnostics.error(
                "not-openapi",
                "#",
                f"a document is an object (a mapping), and this is {what}",
            )
        return ""
    for key in ("openapi", "swagger"):
        if value.get(key) is not None:
            return _read(key, value, diagnostics)
    for key, name in _SIBLINGS.items():
        if key in value:
            version = value[key]
            diagnostics.error(
                "not-openapi",
                f"#/{key}",
                f"this is {name} ({key} {version}); what can be read is {SUPPORTED}",
                on_key=True,
            )
            return ""
    _note_none(value, diagnostics)
    return ""


def _note_none(value: dict[str, Any], diagnostics: Diagnostics) -> None:
    """Note that no version is told, and what may have been meant."""
    message = (
        "neither 'openapi' nor 'swagger' is at the top: this is no OpenAPI document"
    )
    hint = 'begin with a line such as "openapi: 3.1.0"' if "paths" in value else ""
    info = value.get("info")
    if isinstance(info, dict) and "_postman_id" in info:
        message = f"this is a Postman collection; what can be read is {SUPPORTED}"
        hint = "export it as OpenAPI"
    for key, below in value.items():
        at = f"#/{escape(key)}"
        if key in _VERSIONS:
            message, hint = f"{key!r} has no value", "write a version such as 3.1.0"
        elif like(key, _VERSIONS):
            message = f"{message}: did you mean {like(key, _VERSIONS)!r} by {key!r}?"
            hint = f"write {like(key, _VERSIONS)!r}"
        elif isinstance(below, dict) and not _VERSIONS.isdisjoint(below):
            message = f"{message}, but one stands below {key!r}"
            hint = "give that part as a document of its own"
        else:
            continue
        diagnostics.error("not-openapi", at, message, hint=hint, on_key=True)
        return
    diagnostics.error("not-openapi", "#", message, hint=hint)


def _read(key: str, value: dict[str, Any], diagnostics: Diagnostics) -> str:
    written = value[key]
    found = _VERSION(str(written)) if type(written) in (str, float, int) else None
    if written == 2 and type(written) is int:
        found = _VERSION("2.0")
    if found is None or (found[1] == "2.0") != (key == "swagger"):
        text = shown(written) if isinstance(written, (dict, list)) else str(written)
        diagnostics.error(
            "version",
            f"#/{key}",
            f"{key} {text[:_LONGEST]} cannot be read; what can be read is {SUPPORTED}",
            hint=_spelling(text),
        )
        return ""
    if key == "openapi" and "swagger" in value:
        diagnostics.warning(
            "both-versions",
            "#/swagger",
            "both 'openapi' and 'swagger' are at the top: the document is read as"
            f" OpenAPI {written}",
            on_key=True,
        )
    return found[1]


def _spelling(written: str) -> str:
    """Return how a version is spelt that looks like one of ours, "" if none does."""
    number = written.strip().lower().removeprefix("v")
    if number == "3":
        number = "3.0.3"
    found = _VERSION(number)
    if found is None:
        return ""
    return "write swagger: '2.0'" if found[1] == "2.0" else f"write openapi: {number}"
