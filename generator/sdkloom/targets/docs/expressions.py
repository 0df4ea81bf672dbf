"""Example values as Python: what a caller writes, laid out as the pages show it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from keyword import iskeyword
from typing import Union

from sdkloom.targets.python.literals import text_literal

_NAME = re.compile(r"[^\W\d]\w*\Z")


@dataclass(frozen=True, slots=True)
class Source:
    """A finished piece of Python, and the imports it needs: `models`, `parse_datetime`, ..."""

    text: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """A call with keyword arguments, one to a line."""

    function: str
    arguments: Mapping[str, Expression]
    needs: tuple[str, ...] = ()


Expression = Union[
    None,
    bool,
    int,
    float,
    str,
    Source,
    Call,
    "list[Expression]",
    "tuple[Expression, ...]",
    "dict[str, Expression]",
]


def lay_out(value: Expression, indent: int = 0) -> str:
    """Return an expression as Python; lists, tuples and dicts have one entry to a line."""
    match value:
        case Source():
            return value.text
        case Call():
            entries = [
                f"{name}={lay_out(item, indent + 4)}"
                for name, item in value.arguments.items()
            ]
            return _bracketed(f"{value.function}(", entries, ")", indent)
        case dict():
            entries = [
                f"{text_literal(key)}: {lay_out(item, indent + 4)}"
                for key, item in value.items()
            ]
            return _bracketed("{", entries, "}", indent)
        case list() | tuple():
            opening, closing = "[]" if isinstance(value, list) else "()"
            entries = [lay_out(item, indent + 4) for item in value]
            return _bracketed(opening, entries, closing, indent)
        case str():
            return text_literal(value)
        case float() if not math.isfinite(value):
            return f'float("{value}")'
        case _:
            return repr(value)


def needs_of(values: Mapping[str, Expression]) -> frozenset[str]:
    """Return everything that some expressions need imported."""
    return frozenset(
        need for value in values.values() for part in _parts(value) for need in part
    )


def json_source(value: object, note: Callable[[str], str] = str) -> Expression:
    """Return a JSON value of no known type as an expression."""
    if isinstance(value, dict):
        return {note(str(key)): json_source(item) for key, item in value.items()}
    if isinstance(value, list):
        return [json_source(item) for item in value]
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return str(value)


def is_name(text: str) -> bool:
    """Return whether a text could be a keyword argument's name."""
    return bool(_NAME.match(text)) and not iskeyword(text)


def _parts(value: Expression) -> Iterator[tuple[str, ...]]:
    match value:
        case Source():
            yield value.needs
        case Call():
            yield value.needs
            for item in value.arguments.values():
                yield from _parts(item)
        case dict():
            for item in value.values():
                yield from _parts(item)
        case list() | tuple():
            for item in value:
                yield from _parts(item)


def _bracketed(opening: str, entries: list[str], closing: str, indent: int) -> str:
    if not entries:
        return opening + closing
    space = " " * (indent + 4)
    inside = "".join(f"{space}{entry},\n" for entry in entries)
    return f"{opening}\n{inside}{' ' * indent}{closing}"
