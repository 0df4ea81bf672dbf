"""Names of the members of enums."""

from __future__ import annotations

import re
import unicodedata

from sdkloom.ir.schemas import EnumSchema
from sdkloom.ir.types import Json
from sdkloom.targets.python.casing import spelled, upper_snake, words
from sdkloom.targets.python.names_fields import Taken, unique

_SYMBOLS = {
    "<": "LESS_THAN",
    ">": "GREATER_THAN",
    "=": "EQUAL",
    "!": "NOT",
    "+": "PLUS",
    "-": "MINUS",
    "*": "ASTERISK",
    "/": "SLASH",
    "%": "PERCENT",
    "&": "AND",
    "|": "OR",
    ".": "DOT",
}
_NUMBER = re.compile(r"(-?)0*(\d+)")
_VERSION = re.compile(r"\d+(\.\d+)+")


def member_names(schema: EnumSchema) -> tuple[str, ...]:
    """Return one unique name for each value of an enum: the document's, else the value's."""
    taken = Taken()
    return tuple(
        unique(
            _plain(member.name) if words(member.name) else member_name(member.value),
            taken,
        )
        for member in schema.members
    )


def _plain(name: str) -> str:
    found = upper_snake(name)
    return found if found.isidentifier() else member_name(name)


def member_name(value: Json) -> str:
    """Return the member for a value: UPPER_CASE, with numbers in front and symbols in words."""
    text = unicodedata.normalize("NFKC", _text(value)).strip()
    if not text:
        return "UNKNOWN"
    if not words(text):
        return symbol_name(text)
    if text[0].isdigit() or (text[0] == "-" and text[1:2].isdigit()):
        return number_name(text)
    name = upper_snake(text)
    if text.startswith("/"):
        name = f"ROOT_{name}"
    if not text[-1].isalnum():
        name = f"{name}_"
    return name if name.isidentifier() else f"VALUE_{name}"


def number_name(text: str) -> str:
    """Return the member for a value that begins with a number, which is spelled.

    The dots of a version are words: `6.8.4` is `SIX_DOT_8_DOT_4`.
    """
    if _VERSION.fullmatch(text):
        first, *others = text.split(".")
        return "_DOT_".join((number_name(first), *others))
    found = _NUMBER.match(text)
    assert found is not None
    sign = "MINUS_" if found[1] else ""
    number = "_".join(words(spelled(int(found[2])))).upper()
    rest = text[found.end() :]
    gap = "_" if rest and not rest[0].isalnum() and words(rest) else ""
    return f"{sign}{number}{gap}{upper_snake(rest)}"


def symbol_name(text: str) -> str:
    """Return the member for a value of symbols alone: each in words, and `_` behind."""
    names = (
        _SYMBOLS.get(symbol) or upper_snake(unicodedata.name(symbol, "SYMBOL"))
        for symbol in text
        if not symbol.isspace()
    )
    return "_".join((*names, ""))


def _text(value: Json) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
