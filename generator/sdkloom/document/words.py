"""Words that a document may have got wrong: names of fields, and the values of some of them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.extensions import PREFIX, check_extension
from sdkloom.document.fields import (
    HOMES,
    HTTP_SCHEMES,
    KNOWN,
    LOCATIONS,
    SCHEME_HINTS,
    SCHEME_TYPES,
    STYLES,
    TABS,
    TYPE_HINTS,
)
from sdkloom.document.grammar import NUMBERS, TYPES, Kind
from sdkloom.document.pointer import escape
from sdkloom.document.saying import (
    like,
    note_missing,
    note_unknown,
    note_wrong,
    shown,
)
from sdkloom.document.structure import regex_fault

_BODIES: Final = ("body", "formData")
_COMPOSITIONS: Final = ("allOf", "oneOf", "anyOf")
_COUNTS: Final = NUMBERS - {"minimum", "maximum", "multipleOf"}
_KINDS: Final[Mapping[str, tuple[tuple[type, ...], str]]] = {
    "xml": ((dict,), "a mapping"),
    "externalDocs": ((dict,), "a mapping"),
    "dependentRequired": ((dict,), "a mapping"),
    "examples": ((list, dict), "a list"),
    "exclusiveMinimum": ((int, float, bool), "a number"),
    "exclusiveMaximum": ((int, float, bool), "a number"),
}
_WITH_SECURITY: Final = (Kind.DOCUMENT, Kind.OPERATION)


def check_field(
    holder: Mapping[str, Any],
    key: str,
    kind: Kind,
    pointer: str,
    diagnostics: Diagnostics,
) -> None:
    """Note a field that objects of a kind do not have.

    A schema may have keywords of its own: of these only one that is nearly a known one is noted.
    """
    if key.startswith(PREFIX):
        check_extension(key, holder, pointer, diagnostics)
        return
    if key.startswith("x-") or "$ref" in holder:
        return
    at = f"{pointer}/{escape(key)}"
    home = HOMES.get(kind, {}).get(key)
    if home:
        diagnostics.warning(
            "unknown-field",
            at,
            f"{key!r} is no field of {kind.phrase}: it belongs into {home}",
            hint=f"move it into {home}",
            on_key=True,
        )
    elif kind is not Kind.SCHEMA or like(key, KNOWN[kind]):
        note_unknown(at, key, kind.phrase, KNOWN[kind], diagnostics)


def check_words(
    value: Mapping[str, Any], kind: Kind, pointer: str, diagnostics: Diagnostics
) -> None:
    """Note values of an object that are none of those that its fields may have."""
    if kind is Kind.PARAMETER:
        if isinstance(value.get("in"), str):
            check_location(value["in"], f"{pointer}/in", diagnostics)
    elif kind is Kind.SECURITY_SCHEME:
        check_scheme(value, pointer, diagnostics)
    elif kind is Kind.SCHEMA:
        _check_patterns(value, pointer, diagnostics)
        _check_numbers(value, pointer, diagnostics)
        _check_kinds(value, pointer, diagnostics)
    elif kind is Kind.ENCODING:
        _check_style(value.get("style"), f"{pointer}/style", diagnostics)
    elif kind is Kind.DISCRIMINATOR:
        if "propertyName" not in value:
            note_missing(pointer, "propertyName", diagnostics)
    elif kind in _WITH_SECURITY and "security" in value:
        _check_security(value["security"], f"{pointer}/security", diagnostics)


def check_location(location: str, pointer: str, diagnostics: Diagnostics) -> None:
    """Note that a parameter cannot be where it is said to be."""
    if location in LOCATIONS:
        return
    near = like(location, LOCATIONS)
    hint = f"write {near!r}" if near else "write path, query, header or cookie"
    if location in _BODIES:
        hint = "describe what is sent in a body under requestBody"
    diagnostics.error(
        "parameter-location",
        pointer,
        f"a parameter cannot be in {location!r}"
        + (f": did you mean {near!r}?" if near else ""),
        hint=hint,
    )


def _check_style(style: Any, pointer: str, diagnostics: Diagnostics) -> None:
    """Note a style that no part is written in: those of query parameters are meant."""
    if isinstance(style, str) and style not in (*STYLES, TABS):
        near = like(style, STYLES)
        diagnostics.warning(
            "part-encoding",
            pointer,
            f"the style {style!r} is not defined for a part: 'form' is used",
            hint=f"write {near!r}" if near else f"write {' or '.join(STYLES)}",
        )


def check_scheme(
    scheme: Mapping[str, Any], pointer: str, diagnostics: Diagnostics
) -> None:
    """Note a type of security that there is not, and a scheme of HTTP that is nearly one."""
    kind, name = scheme.get("type"), scheme.get("scheme")
    if isinstance(kind, str) and kind not in SCHEME_TYPES:
        near = like(kind, SCHEME_TYPES)
        hint = SCHEME_HINTS.get(kind.lower(), f"write {near!r}" if near else "")
        diagnostics.warning(
            "security-scheme",
            f"{pointer}/type",
            f"security of the type {kind!r} is not known: the scheme is left out",
            hint=hint,
        )
    if kind == "http" and isinstance(name, str) and name.lower() not in HTTP_SCHEMES:
        near = like(name, HTTP_SCHEMES)
        if near:
            diagnostics.warning(
                "security-scheme",
                f"{pointer}/scheme",
                f"HTTP has no scheme {name!r}: did you mean {near!r}?",
                hint=f"write {near!r}",
            )


def note_type(pointer: str, name: Any, diagnostics: Diagnostics) -> None:
    """Note a type that JSON Schema does not have."""
    hint = ""
    if isinstance(name, str):
        near = like(name, TYPES)
        hint = TYPE_HINTS.get(name.lower(), f"write {near}" if near else "")
    diagnostics.warning(
        "unknown-type",
        pointer,
        f"{shown(name)} is no type; the types are {', '.join(sorted(TYPES))}",
        hint=hint,
    )


def _check_numbers(
    schema: Mapping[str, Any], pointer: str, diagnostics: Diagnostics
) -> None:
    """Note limits that no limit can have, and compositions of nothing."""
    for key, value in schema.items():
        if key in _COMPOSITIONS and value == []:
            message = f"{key!r} must not be empty"
            diagnostics.warning("structure", f"{pointer}/{key}", message)
        elif key in NUMBERS and type(value) in (int, float):
            wanted = ""
            if type(value) is float and not math.isfinite(value):
                wanted = "a number"
            elif key == "multipleOf" and value <= 0:
                wanted = "greater than 0"
            elif key in _COUNTS and (value < 0 or value != int(value)):
                wanted = "a whole number, and not negative"
            if wanted:
                note_wrong(f"{pointer}/{key}", key, wanted, value, diagnostics)


def _check_kinds(
    schema: Mapping[str, Any], pointer: str, diagnostics: Diagnostics
) -> None:
    """Note keywords of which the standard leaves the kind to JSON Schema."""
    for key, (kinds, wanted) in _KINDS.items():
        value = schema.get(key)
        if value is not None and type(value) not in kinds:
            note_wrong(f"{pointer}/{key}", key, wanted, value, diagnostics)


def _check_patterns(
    schema: Mapping[str, Any], pointer: str, diagnostics: Diagnostics
) -> None:
    found: list[tuple[str, str, bool]] = []
    if isinstance(schema.get("pattern"), str):
        found.append((schema["pattern"], f"{pointer}/pattern", False))
    patterns = schema.get("patternProperties")
    for key in patterns if isinstance(patterns, dict) else ():
        found.append((key, f"{pointer}/patternProperties/{escape(key)}", True))
    for pattern, at, is_key in found:
        fault = regex_fault(pattern)
        if fault:
            diagnostics.warning(
                "pattern",
                at,
                f"{shown(pattern)} is no regular expression: {fault}",
                on_key=is_key,
            )


def _check_security(value: Any, pointer: str, diagnostics: Diagnostics) -> None:
    """Note requirements that are not a list of mappings of names to lists of scopes."""
    if value is None:
        return
    if type(value) is not list:
        note_wrong(pointer, "security", "a list", value, diagnostics)
    for index, each in enumerate(value if type(value) is list else ()):
        at = f"{pointer}/{index}"
        if type(each) is not dict:
            note_wrong(at, f"security[{index}]", "a mapping", each, diagnostics)
            continue
        for name, scopes in each.items():
            if type(scopes) is not list:
                note_wrong(f"{at}/{escape(name)}", name, "a list", scopes, diagnostics)
