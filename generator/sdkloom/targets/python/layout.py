"""Python expressions as nested brackets, laid out the way black does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Union

from sdkloom.targets.python.layout_statements import WIDTH, fold
from sdkloom.targets.python.literals import text_literal


@dataclass(frozen=True, slots=True)
class Bracket:
    """An expression that ends in a bracket: `head` holds all up to the opening one."""

    head: str
    items: tuple[Code, ...]
    close: str


Code = Union[str, Bracket]


def call(function: str, *items: Code) -> Bracket:
    """Return a call; keyword arguments are items made by `keyword`."""
    return Bracket(f"{function}(", items, ")")


def keyword(name: str, value: Code) -> Code:
    """Return `name=value`."""
    if isinstance(value, str):
        return f"{name}={value}"
    return replace(value, head=f"{name}={value.head}")


def entry(key: str, value: Code) -> Code:
    """Return `key: value`."""
    if isinstance(value, str):
        return f"{key}: {value}"
    return replace(value, head=f"{key}: {value.head}")


def tuple_of(items: Iterable[Code]) -> Bracket:
    """Return a tuple; one of a single item gets its comma when it is printed."""
    return Bracket("(", tuple(items), ")")


def text_pairs(pairs: Iterable[tuple[str, str]]) -> Bracket:
    """Return a tuple of pairs of texts."""
    return tuple_of(tuple_of(map(text_literal, pair)) for pair in pairs)


def dict_of(items: Iterable[Code]) -> Bracket:
    """Return a dict of entries."""
    return Bracket("{", tuple(items), "}")


def flat(code: Code) -> str:
    """Return code on one line."""
    if isinstance(code, str):
        return code
    inside = ", ".join(map(flat, code.items))
    comma = "," if len(code.items) == 1 and _is_tuple(code) else ""
    return f"{code.head}{inside}{comma}{code.close}"


def lay_out(code: Code, *, indent: int = 0, before: int = 0, after: int = 0) -> str:
    """Return code on one line if it fits, else one item to a line, each with a comma.

    `before` is the number of characters to its left, `after` that of those to its right.
    """
    text = flat(code)
    if isinstance(code, str) and code.rpartition("=")[2].startswith("lambda: "):
        return fold(f"{code},", indent=before)[:-1]
    if isinstance(code, str) or not code.items or before + len(text) + after <= WIDTH:
        return text
    inner = indent + 4
    space = " " * inner
    lines = [
        f"{space}{lay_out(item, indent=inner, before=inner, after=1)},"
        for item in code.items
    ]
    return "\n".join([code.head, *lines, f"{' ' * indent}{code.close}"])


def _is_tuple(code: Bracket) -> bool:
    # A call's head ends in a name before its bracket, a tuple's in nothing, `=` or `: `.
    before = code.head[:-1]
    return code.head.endswith("(") and (not before or before[-1] in "= (")
