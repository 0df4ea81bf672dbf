"""JSON values as Python source: defaults, examples and the members of `Literal`."""

from __future__ import annotations

from sdkloom.ir.types import Json


def literal_member(value: Json) -> str:
    """Return a member of `Literal[...]`: a string, an integer or a boolean, as source."""
    return text_literal(value) if isinstance(value, str) else repr(value)


def text_literal(text: str) -> str:
    """Return a string as source, in double quotes; no content can end it or hide in it."""
    parts = ['"']
    for character in text:
        if character in '"\\':
            parts.append("\\" + character)
        elif character in _SHORT:
            parts.append(_SHORT[character])
        elif character.isprintable():
            parts.append(character)
        else:
            parts.append(_escape(ord(character)))
    return "".join(parts) + '"'


_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _escape(point: int) -> str:
    if point < 0x100:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
