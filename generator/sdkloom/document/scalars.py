"""Plain scalars of YAML as the core schema of YAML 1.2 reads them."""

from __future__ import annotations

import re
from typing import Final, Union

Scalar = Union[None, bool, int, float, str]

MAX_DIGITS: Final = 4000
"""Longest integer that is read as one; Python refuses to print longer ones."""

_WORDS: Final[dict[str, Scalar]] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
    ".nan": float("nan"),
    ".NaN": float("nan"),
    ".NAN": float("nan"),
    **{
        sign + word: float(sign + "inf")
        for sign in ("", "+", "-")
        for word in (".inf", ".Inf", ".INF")
    },
}
_INTEGER: Final = re.compile(r"[-+]?[0-9]+\Z").match
_FLOAT: Final = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z"
).match
_BASED: Final = re.compile(r"0o([0-7]+)\Z|0x([0-9a-fA-F]+)\Z").match
_STARTS: Final = frozenset("+-.0123456789")


def plain(text: str) -> Scalar:
    """Return the value of an unquoted scalar (YAML 1.2, 10.3.2).

    `on`, `yes`, `1_000`, `12:30:45` and dates are strings here, as the standard has it.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _STARTS:
        return text
    if _INTEGER(text):
        return int(text) if len(text) <= MAX_DIGITS else text
    if _FLOAT(text):
        return float(text)
    based = _BASED(text)
    if based and len(text) <= MAX_DIGITS:
        octal, hexadecimal = based.groups()
        return int(octal, 8) if octal else int(hexadecimal, 16)
    return text


def tagged(tag: str, text: str) -> Scalar:
    """Return the value of a scalar under one of the core schema's tags.

    Raises `ValueError` where the text is no value of that type.
    """
    if tag == "str":
        return text
    value = plain(text)
    if tag == "null" and value is None:
        return None
    if tag == "bool" and isinstance(value, bool):
        return value
    if tag == "int" and isinstance(value, int) and not isinstance(value, bool):
        return value
    if (
        tag == "float"
        and isinstance(value, (int, float))
        and not isinstance(value, bool)
    ):
        return float(value)
    raise ValueError(text)
