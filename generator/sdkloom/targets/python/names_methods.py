"""Names of methods, unique in every group that a method is in."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sdkloom.ir.api import Api
from sdkloom.targets.python.casing import class_name, snake, symbol_words
from sdkloom.targets.python.keywords import (
    CLIENT_ATTRIBUTES,
    GROUP_ATTRIBUTES,
    METHOD_WORDS,
)
from sdkloom.targets.python.names_table import GroupName, group_key


def name_methods(api: Api, groups: tuple[GroupName, ...]) -> dict[str, str]:
    """Name the method of every operation.

    Its twin for asynchronous calls has the same name and `_async`. A name that a method, a twin
    or a group of methods has already gets a number.
    """
    taken: dict[tuple[str, ...], set[str]] = defaultdict(lambda: {*GROUP_ATTRIBUTES})
    taken[()] = {*CLIENT_ATTRIBUTES}
    for group in groups:
        taken[group_key(group.words[:-1])].add(group.attribute)
    found: dict[str, str] = {}
    numbers: dict[tuple[Any, ...], int] = {}
    for operation in api.operations:
        homes = [group_key(words) for words in operation.groups]
        plain = method_name(operation.name)
        key = (plain, *homes)
        name, number = plain, numbers.get(key, 1)
        while any({name, f"{name}_async"} & taken[home] for home in homes):
            number += 1
            name = f"{plain}{number}"
        numbers[key] = number
        for home in homes:
            taken[home] |= {name, f"{name}_async"}
        found[operation.id] = name
    return found


def method_name(word: str) -> str:
    """Return a word as the name of a method: snake_case, no keyword, no digit in front."""
    name = snake(word)
    if not name.isidentifier():
        name = snake(class_name(word)) or symbol_words(word) or "call"
    return f"{name}_" if name in METHOD_WORDS else name
