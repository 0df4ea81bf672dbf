"""Bytes to text: which encoding a file has, and the first byte that does not belong."""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_ZEROS: Final = (
    ((False, True), "utf-16-le", "UTF-16"),
    ((True, False), "utf-16-be", "UTF-16"),
    ((False, True, True, True), "utf-32-le", "UTF-32"),
    ((True, True, True, False), "utf-32-be", "UTF-32"),
)
"""Which bytes are zero where a text of ASCII begins (RFC 4627, 3)."""

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]").search


class Misfit(NamedTuple):
    """Something in a text that must not be there: what, and its offset."""

    message: str
    offset: int


class Decoded(NamedTuple):
    """The text of a file without its byte order mark, and the name of its encoding.

    Where bytes do not fit the encoding the text shows replacement characters, and the first of
    them is named.
    """

    text: str
    encoding: str
    misfit: Misfit | None = None


def decode(data: bytes) -> Decoded:
    """Return what the bytes of a file say, in the encoding that their byte order mark names."""
    for bom, encoding, name in _BOMS:
        if data.startswith(bom):
            data = data[len(bom) :]
            break
    else:
        encoding, name = _unmarked(data)
    try:
        return Decoded(data.decode(encoding), name)
    except UnicodeDecodeError as fault:
        before = len(data[: fault.start].decode(encoding, "replace"))
        octet = data[fault.start]
        message = (
            f"the file is not valid {name}: byte 0x{octet:02X} does not belong there"
        )
        return Decoded(data.decode(encoding, "replace"), name, Misfit(message, before))


def _unmarked(data: bytes) -> tuple[str, str]:
    """Return the encoding of a file without a mark, by the zeros around its first two signs."""
    zeros = tuple(octet == 0 for octet in data[:8])
    for pattern, encoding, name in _ZEROS:
        if zeros == pattern * (8 // len(pattern)):
            return encoding, name
    return "utf-8", "UTF-8"


def control_character(text: str) -> Misfit | None:
    """Return the first character that no YAML and no JSON text may hold as it is."""
    found = _CONTROL(text)
    if not found:
        return None
    message = (
        f"control character U+{ord(found.group()):04X} must not stand in a document"
    )
    return Misfit(message, found.start())


_OLD_BREAKS: Final = "\x85\u2028\u2029"
_FREE: Final = range(0xE000, 0xF900)


def without_old_breaks(text: str) -> tuple[str, dict[int, str]]:
    """Return the text without characters that only YAML 1.1 takes for the end of a line.

    Characters for private use that the text has not stand for them; the table, for
    `str.translate`, turns them back.
    """
    found = [character for character in _OLD_BREAKS if character in text]
    if not found:
        return text, {}
    taken = set(text)
    free = (code for code in _FREE if chr(code) not in taken)
    back = {code: character for code, character in zip(free, found)}
    return text.translate({ord(old): chr(new) for new, old in back.items()}), back
