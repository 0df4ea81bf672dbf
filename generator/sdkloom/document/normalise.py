"""Other spellings of a document to those of OpenAPI 3.1, at the same pointers.

What has the wrong shape (a list where a mapping belongs, null where nothing was meant) is left
out or read as what it can only mean, so that later passes find every field as the standard says.
Saying so is the validation's task. Only containers that change are copied.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import is_
from typing import Any, Final

from sdkloom.document.grammar import (
    BOOLEANS,
    FIELDS,
    NUMBERS,
    OPEN,
    STRING_LISTS,
    STRINGS,
    TYPES,
    Kind,
    Shape,
    Slot,
    is_author_key,
)
from sdkloom.document.spellings import hoist_nullable, respell

_ABSENT: Final = object()
_WITH_SECURITY: Final = (Kind.DOCUMENT, Kind.OPERATION)
NULLS: Final = frozenset(["default", "const", "example", "value", "dataValue"])
"""Fields in which null is a value."""

_NO_SLOTS: Final[Mapping[str, Slot]] = {}
_NO_NAMES: Final[frozenset[str]] = frozenset()


def normalise(value: Any, kind: Kind) -> Any:
    """Return an object in the spelling of OpenAPI 3.1; itself where nothing changes."""
    if type(value) is not dict:
        return value
    if kind is Kind.SCHEMA and "allOf" in value:
        value = hoist_nullable(value)
    fields = FIELDS[kind]
    strings = STRINGS.get(kind, _NO_NAMES)
    booleans = BOOLEANS.get(kind, _NO_NAMES)
    string_lists = STRING_LISTS.get(kind, _NO_NAMES)
    every = OPEN.get(kind)
    changes: dict[str, Any] = {}
    for key, below in value.items():
        slot = fields.get(key)
        if slot is not None:
            read = _fill(below, slot)
        elif every and is_author_key(key):
            read = _entry(below, every.kind)
        elif key == "security" and kind in _WITH_SECURITY:
            read = _requirements(below)
        elif below is None:
            read = None if key in NULLS or key.startswith("x-") else _ABSENT
        elif key in strings:
            read = below if type(below) is str else _string(below)
        elif key in booleans:
            read = below if type(below) is bool else _boolean(below)
        elif key in string_lists:
            read = _strings(below)
        else:
            continue
        if read is not below:
            changes[key] = read
    if changes:
        merged = {**value, **changes}
        value = {key: each for key, each in merged.items() if each is not _ABSENT}
    if kind is Kind.SCHEMA:
        return respell(_schema_values(value))
    if kind is Kind.PARAMETER and value.get("in") == "querystring":
        # It is the whole query: its name is never sent, and often not written.
        return value if "name" in value else {"name": "querystring", **value}
    return value


def is_reference(value: Any) -> bool:
    """Return whether a value is nothing but a reference."""
    return type(value) is dict and len(value) == 1 and type(value.get("$ref")) is str


def _fill(value: Any, slot: Slot) -> Any:
    """Return what stands in a field that holds objects of a kind."""
    shape, kind = slot
    if shape is Shape.ONE:
        return _object(value, kind)
    if shape is Shape.MAP:
        if type(value) is not dict:
            return _ABSENT
        if is_reference(value):
            return value
        changes = {}
        for key, below in value.items():
            read = _entry(below, kind)
            if read is not below:
                changes[key] = read
        return {**value, **changes} if changes else value
    if type(value) is not list:
        return value if is_reference(value) else _ABSENT
    items = [_entry(below, kind) for below in value]
    return value if all(map(is_, items, value)) else items


def _object(value: Any, kind: Kind) -> Any:
    """Return an object in a field of its own; what is none there is left out."""
    if type(value) is dict:
        return normalise(value, kind)
    if kind is Kind.SCHEMA:
        if type(value) is bool:
            return value
        if type(value) is list:
            return [_entry(below, kind) for below in value]
    if kind is Kind.DISCRIMINATOR and type(value) is str:
        return {"propertyName": value}
    return _ABSENT


def _entry(value: Any, kind: Kind) -> Any:
    """Return an object of a map or a list; an empty one where there is none."""
    read = _object(value, kind)
    return {} if read is _ABSENT or type(read) is list else read


def _string(value: Any) -> Any:
    if type(value) in (int, float):
        return str(value)
    if type(value) is bool:
        return "true" if value else "false"
    return value if is_reference(value) else _ABSENT


def _boolean(value: Any) -> Any:
    return (
        {"true": True, "false": False}.get(value, _ABSENT)
        if type(value) is str
        else _ABSENT
    )


def _requirements(value: Any) -> Any:
    """Return requirements of security: a list of mappings of names to lists of scopes."""
    if type(value) is dict:
        value = [value]
    if type(value) is not list:
        return _ABSENT
    if all(type(item) is dict for item in value):
        return value
    items = ({item: []} if type(item) is str else item for item in value)
    return [item for item in items if type(item) is dict]


def _strings(value: Any) -> Any:
    if type(value) is not list:
        return _ABSENT
    if all(type(item) is str for item in value):
        return value
    items = (item if type(item) is str else _string(item) for item in value)
    return [item for item in items if item is not _ABSENT]


def _schema_values(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema whose type, enum and limits are what they may be."""
    changes: dict[str, Any] = {}
    for key, value in schema.items():
        if key == "type":
            if not (type(value) is str and value in TYPES):
                changes[key] = _types(value)
        elif key == "enum":
            if type(value) is not list:
                changes[key] = _ABSENT
        elif key in NUMBERS and (
            type(value) is bool or not isinstance(value, (int, float))
        ):
            changes[key] = _number(value)
    if not changes:
        return schema
    merged = {**schema, **changes}
    return {key: each for key, each in merged.items() if each is not _ABSENT}


def _types(value: Any) -> Any:
    if type(value) is str:
        return (
            value.lower()
            if value.lower() in TYPES
            else _FOREIGN_TYPES.get(value, _ABSENT)
        )
    if type(value) is not list:
        return _ABSENT
    names = [name for name in value if type(name) is str and name in TYPES]
    return value if len(names) == len(value) and names else names or _ABSENT


_FOREIGN_TYPES: Final = {
    "int": "integer",
    "float": "number",
    "bool": "boolean",
    "str": "string",
}


def _number(value: Any) -> Any:
    if type(value) is str:
        for convert in (int, float):
            try:
                return convert(value)
            except ValueError:
                continue
    return _ABSENT
