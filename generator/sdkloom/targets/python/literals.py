"""JSON values as Python source: the members of `Literal`, examples, anything untyped."""

from __future__ import annotations

import math

from sdkloom.ir.types import Json

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
_LARGEST = 10**4000


def literal_member(value: Json) -> str:
    """Return a member of `Literal[...]`: a string, an integer or a boolean, as source."""
    return json_literal(value)


def json_literal(value: Json) -> str:
    """Return a JSON value as a Python expression on one line."""
    match value:
        case str():
            return text_literal(value)
        case bool() | None:
            return repr(value)
        case int():
            # Longer numbers than Python reads in decimal are written in hexadecimal.
            return repr(value) if abs(value) < _LARGEST else _hexadecimal(value)
        case float():
            if not math.isfinite(value):
                return f'float("{value}")'
            return repr(value).replace("e+", "e")
        case dict():
            items = (
                f"{text_literal(str(key))}: {json_literal(item)}"
                for key, item in value.items()
            )
            return f"{{{', '.join(items)}}}"
        case list() | tuple():
            return f"[{', '.join(map(json_literal, value))}]"
    return text_literal(str(value))


def _hexadecimal(value: int) -> str:
    sign = "-" if value < 0 else ""
    return f"{sign}0x{abs(value):X}"


def text_literal(text: str) -> str:
    """Return a string as source; no content can end it, hide in it or turn its direction.

    Double quotes stand around it, single ones where only double quotes are inside: black's choice.
    """
    if text.isprintable() and "\\" not in text and '"' not in text:
        return f'"{text}"'  # nearly every one
    if '"' in text and "'" not in text:
        body = "".join(c if c == '"' else _escaped(c) for c in text)
        return f"'{body}'"
    return f'"{"".join(map(_escaped, text))}"'


def escape_point(character: str) -> str:
    """Return the escape of one character."""
    point = ord(character)
    if point < 0x100:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


def _escaped(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    return character if character.isprintable() else escape_point(character)
