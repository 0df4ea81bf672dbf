"""A lock as text: YAML in blocks, with example values as JSON on one line."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sdkloom.lock import Lock

_PLAIN = re.compile(r"[A-Za-z_/.][A-Za-z0-9_/.-]*(?: [A-Za-z0-9_/.-]+)*")
_NOT_A_STRING = re.compile(
    r"(?i)null|true|false|yes|no|on|off|y|n|\.nan|[-+]?\.inf|[-+]?\.?[0-9][0-9_.e+-]*"
)
_UNPRINTABLE = re.compile(
    "[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\U000e0000-\U0010ffff]"
)
# A YAML reader looks no further than this for the colon of a key.
_LONGEST_KEY = 1000


def lock_text(lock: Lock) -> str:
    """Return the text of a lock file."""
    return "\n".join(_block(lock.parts, "", ())) + "\n"


def _block(
    mapping: Mapping[str, Any], indent: str, path: tuple[str, ...]
) -> Iterator[str]:
    for key, value in mapping.items():
        here = (*path, str(key))
        name = _scalar(key)
        head = f"{indent}{name}:"
        if len(name) > _LONGEST_KEY:
            head = f"{indent}? {name}\n{indent}:"
        if isinstance(value, Mapping) and value and not _is_example(here):
            yield head
            yield from _block(value, indent + "  ", here)
        elif isinstance(value, list) and value and not _is_example(here):
            yield head
            yield from (f"{indent}  - {_inline(item)}" for item in value)
        else:
            yield f"{head} {_inline(value)}"


def _is_example(path: tuple[str, ...]) -> bool:
    """Whether a path of the file leads to the value of an example, which is written as JSON."""
    if len(path) < 4 or path[0] != "examples":
        return False
    depth = {"requestBody": 5, "parameters": 6, "responses": 6}
    return len(path) >= depth.get(path[3], 4)


def _inline(value: Any) -> str:
    if isinstance(value, Mapping):
        members = (f"{_flow_key(key)}: {_inline(item)}" for key, item in value.items())
        return "{" + ", ".join(members) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(_inline, value)) + "]"
    return _quoted(value) if isinstance(value, str) else _scalar(value)


def _flow_key(key: Any) -> str:
    text = _quoted(str(key))
    return f"? {text} " if len(text) > _LONGEST_KEY else text


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        is_plain = _PLAIN.fullmatch(value) and not _NOT_A_STRING.fullmatch(value)
        return value if is_plain else _quoted(value)
    if isinstance(value, float) and not math.isfinite(value):
        return ".nan" if math.isnan(value) else ".inf" if value > 0 else "-.inf"
    return json.dumps(value)


def _quoted(text: str) -> str:
    return _UNPRINTABLE.sub(_escape, json.dumps(text, ensure_ascii=False))


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
