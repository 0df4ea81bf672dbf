"""Finds values of the wrong shape: what `normalise` reads as something else, or leaves out."""

from __future__ import annotations

from typing import Any, Final

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.fields import KNOWN
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
from sdkloom.document.normalise import NULLS, is_reference
from sdkloom.document.pointer import escape
from sdkloom.document.saying import note_wrong, shown
from sdkloom.document.words import check_field, check_words, note_type

_WEIGHTY: Final = frozenset(
    [
        Kind.PATHS,
        Kind.PATH_ITEM,
        Kind.OPERATION,
        Kind.COMPONENTS,
        Kind.PARAMETER,
        Kind.REQUEST_BODY,
        Kind.RESPONSES,
    ]
)
"""Kinds without which an operation would be another one: leaving them out is no reading."""


def check_shapes(
    value: Any, kind: Kind, pointer: str, diagnostics: Diagnostics
) -> None:
    """Note every value below that is not of the shape that its place asks for."""
    if type(value) is not dict:
        return
    fields = FIELDS[kind]
    strings = STRINGS.get(kind, ())
    booleans = BOOLEANS.get(kind, ())
    string_lists = STRING_LISTS.get(kind, ())
    known = KNOWN.get(kind)
    every = OPEN.get(kind)
    for key, below in value.items():
        slot = fields.get(key)
        if slot is None and every and is_author_key(key):
            slot = every
        if slot is None and known is not None and key not in known:
            check_field(value, key, kind, pointer, diagnostics)
        if slot is not None:
            if below is None:
                _note_null(f"{pointer}/{escape(key)}", key, diagnostics)
            else:
                _check_slot(below, slot, f"{pointer}/{escape(key)}", key, diagnostics)
        elif below is None:
            if key not in NULLS and not key.startswith("x-"):
                _note_null(f"{pointer}/{escape(key)}", key, diagnostics)
        elif key in strings:
            if type(below) is not str and not is_reference(below):
                at = f"{pointer}/{escape(key)}"
                note_wrong(at, key, "a string", below, diagnostics)
        elif key in booleans:
            if type(below) is not bool:
                note_wrong(f"{pointer}/{key}", key, "true or false", below, diagnostics)
        elif key in string_lists:
            _check_strings(below, f"{pointer}/{key}", key, diagnostics)
        elif kind is Kind.SCHEMA:
            _check_schema_value(key, below, pointer, diagnostics)
    check_words(value, kind, pointer, diagnostics)


def _check_slot(
    value: Any, slot: Slot, pointer: str, key: str, diagnostics: Diagnostics
) -> None:
    shape, kind = slot
    if shape is Shape.ONE:
        _check_object(value, kind, pointer, key, diagnostics)
    elif is_reference(value):
        return
    elif shape is Shape.MAP:
        if type(value) is not dict:
            _note_kind(pointer, key, "a mapping", value, kind, diagnostics)
            return
        for name, below in value.items():
            at = f"{pointer}/{escape(name)}"
            if below is None:
                _note_null(at, name, diagnostics)
            else:
                _check_object(below, kind, at, name, diagnostics)
    elif type(value) is not list:
        _note_kind(pointer, key, "a list", value, kind, diagnostics)
    else:
        for index, below in enumerate(value):
            at = f"{pointer}/{index}"
            if below is None:
                _note_null(at, f"{key}[{index}]", diagnostics)
            else:
                _check_object(below, kind, at, f"{key}[{index}]", diagnostics)


def _check_object(
    value: Any, kind: Kind, pointer: str, key: str, diagnostics: Diagnostics
) -> None:
    if type(value) is dict:
        check_shapes(value, kind, pointer, diagnostics)
    elif kind is Kind.SCHEMA and type(value) is list and key == "items":
        for index, below in enumerate(value):
            check_shapes(below, kind, f"{pointer}/{index}", diagnostics)
    elif not (kind is Kind.SCHEMA and type(value) is bool):
        if not (kind is Kind.DISCRIMINATOR and type(value) is str):
            _note_kind(pointer, key, kind.phrase, value, kind, diagnostics)


def _check_strings(
    value: Any, pointer: str, key: str, diagnostics: Diagnostics
) -> None:
    if type(value) is not list:
        note_wrong(pointer, key, "a list of strings", value, diagnostics)
        return
    for index, item in enumerate(value):
        if type(item) is not str:
            note_wrong(
                f"{pointer}/{index}", f"{key}[{index}]", "a string", item, diagnostics
            )


def _check_schema_value(
    key: str, value: Any, pointer: str, diagnostics: Diagnostics
) -> None:
    if key == "type":
        names = value if type(value) is list else [value]
        for index, name in enumerate(names):
            if type(name) is not str or name not in TYPES:
                at = f"{pointer}/type/{index}" if names is value else f"{pointer}/type"
                note_type(at, name, diagnostics)
    elif key == "enum" and type(value) is not list:
        note_wrong(f"{pointer}/enum", key, "a list", value, diagnostics)
    elif key in NUMBERS and (
        type(value) is bool or not isinstance(value, (int, float))
    ):
        note_wrong(f"{pointer}/{key}", key, "a number", value, diagnostics)


def _note_null(pointer: str, key: str, diagnostics: Diagnostics) -> None:
    diagnostics.warning(
        "null-value",
        pointer,
        f"{key!r} has no value (null): it is read as if it were not there",
        hint="give it a value or remove it",
        on_key=True,
    )


def _note_kind(
    pointer: str,
    key: str,
    wanted: str,
    value: Any,
    kind: Kind,
    diagnostics: Diagnostics,
) -> None:
    if kind in _WEIGHTY:
        diagnostics.error(
            "wrong-type", pointer, f"{key!r} must be {wanted}, and is {shown(value)}"
        )
    else:
        note_wrong(pointer, key, wanted, value, diagnostics)
