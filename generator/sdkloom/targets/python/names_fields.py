"""Names of model fields and of method arguments."""

from __future__ import annotations

from collections.abc import Iterable

from sdkloom.ir.schemas import ObjectSchema
from sdkloom.targets.python.casing import class_name, snake, symbol_words
from sdkloom.targets.python.keywords import (
    BUILTINS,
    FIELD_WORDS,
    KEYWORDS,
    PRINTED_WORDS,
    PYDANTIC_WORDS,
)


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


def argument_name(wire: str, allowed: Iterable[str]) -> str:
    """Return the argument for a wire name: no keyword, and no built-in but the allowed ones."""
    name = field_name(wire)
    if name in KEYWORDS or (name in BUILTINS and name not in allowed):
        return f"{name}_"
    return name


def field_names(schema: ObjectSchema) -> dict[str, str]:
    """Return the fields of an object by the names of its properties, each unique.

    A field that would hide an attribute of the base model, or a built-in that annotations print,
    gets a trailing underscore.
    """
    taken: set[str] = set()
    fields: dict[str, str] = {}
    for item in schema.properties:
        name = field_name(item.name_override or item.name)
        if name in PYDANTIC_WORDS or name in PRINTED_WORDS:
            name += "_"
        fields[item.name] = unique(name, taken)
    return fields


def unique(name: str, taken: set[str]) -> str:
    """Return a name that is not yet taken, numbered if it is, and take it."""
    candidate, number = name, 1
    while candidate in taken:
        number += 1
        candidate = f"{name}{number}" if name[-1:] != "_" else f"{name}{number}_"
    taken.add(candidate)
    return candidate
