"""Names of the fields of models."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from sdkloom.ir.schemas import ObjectSchema
from sdkloom.targets.python.casing import class_name, snake, symbol_words
from sdkloom.targets.python.keywords import (
    FIELD_WORDS,
    PRINTED_WORDS,
    PYDANTIC_WORDS,
)

Key = TypeVar("Key")


def field_name(wire: str) -> str:
    """Return the field for a property's name: snake_case, reserved words with a trailing underscore.

    A number in front is spelled. What has no letter or digit goes by the names of its symbols.
    """
    name = snake(wire)
    if not name:
        name = symbol_words(wire) or "field"
    elif name[0].isdigit():
        sign = {"+": "plus", "-": "minus"}.get(wire.strip()[:1], "")
        name = snake(f"{sign} {class_name(wire)}")
    if not name.isidentifier():
        name = f"field_{name}"
    return f"{name}_" if name in FIELD_WORDS else name


def field_names(schema: ObjectSchema) -> dict[str, str]:
    """Return the fields of an object by the names of its properties, each unique.

    Where `visible` asks for it, a name gets a trailing underscore.
    """
    taken = Taken()
    fields: dict[str, str] = {}
    for item in schema.properties:
        name = visible(field_name(item.name_override or item.name))
        fields[item.name] = unique(name, taken)
    return fields


def visible(name: str) -> str:
    """Return a field's name that hides nothing of the base model, and no printed built-in."""
    return f"{name}_" if name in PYDANTIC_WORDS or name in PRINTED_WORDS else name


def beside_classes(
    fields: Mapping[Key, str], classes: frozenset[str]
) -> dict[Key, str]:
    """Return an object's fields with a trailing underscore where a class is called the same.

    That happens in scripts without capitals. In the class's body the field would hide the class.
    """
    if classes.isdisjoint(fields.values()):
        return dict(fields)
    taken = Taken({*fields.values(), *classes})
    return {
        key: unique(f"{name}_", taken) if name in classes else name
        for key, name in fields.items()
    }


class Taken(set[str]):
    """Names that are taken, and up to which number each is: thousands may be alike."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        super().__init__(names)
        self.numbers: dict[str, int] = {}


def unique(name: str, taken: set[str]) -> str:
    """Return a name that is not yet taken, numbered if it is, and take it."""
    numbers = taken.numbers if isinstance(taken, Taken) else {}
    candidate, number = name, numbers.get(name, 1)
    while candidate in taken:
        number += 1
        candidate = f"{name}{number}" if name[-1:] != "_" else f"{name}{number}_"
    numbers[name] = number
    taken.add(candidate)
    return candidate
