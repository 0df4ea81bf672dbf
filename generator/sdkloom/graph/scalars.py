"""Scalars, their constraints, and constants."""

from __future__ import annotations

from dataclasses import replace

from sdkloom.document.node import Node
from sdkloom.graph.reading import Reading
from sdkloom.graph.shapes import Shape
from sdkloom.graph.values import flag, number, text, whole
from sdkloom.ir.types import (
    ANYTHING,
    UNCONSTRAINED,
    Array,
    Constant,
    Constraints,
    Json,
    Scalar,
    ScalarKind,
    Type,
    without_null,
)

KINDS = {
    "string": ScalarKind.STRING,
    "integer": ScalarKind.INTEGER,
    "number": ScalarKind.NUMBER,
    "boolean": ScalarKind.BOOLEAN,
    "null": ScalarKind.NULL,
    "file": ScalarKind.STRING,
}

_LIMITS = frozenset(
    (
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minLength",
        "maxLength",
        "pattern",
        "minItems",
        "maxItems",
        "uniqueItems",
        "minProperties",
        "maxProperties",
        "enum",
    )
)


def constraints_of(shape: Shape) -> Constraints:
    """Return the constraints of a shape; of two parts that say the same, the last counts."""
    found = {}
    for part in shape.parts:
        for key in part.value if isinstance(part.value, dict) else ():
            if key in _LIMITS:
                found[key] = part
    if not found:
        return UNCONSTRAINED
    home = shape.home

    def at(key: str) -> int | float | None:
        return number(found.get(key, home), key)

    def count(key: str) -> int | None:
        return whole(found.get(key, home), key)

    return Constraints(
        minimum=at("minimum"),
        maximum=at("maximum"),
        exclusive_minimum=at("exclusiveMinimum"),
        exclusive_maximum=at("exclusiveMaximum"),
        multiple_of=at("multipleOf"),
        min_length=count("minLength"),
        max_length=count("maxLength"),
        pattern=text(found["pattern"], "pattern") if "pattern" in found else None,
        min_items=count("minItems"),
        max_items=count("maxItems"),
        unique_items=flag(found.get("uniqueItems", home), "uniqueItems"),
        min_properties=count("minProperties"),
        max_properties=count("maxProperties"),
        only=_only(found["enum"]) if "enum" in found else None,
    )


def _only(node: Node) -> bool | None:
    values = node.get("enum")
    listed = values if isinstance(values, list) else []
    booleans = [one for one in listed if isinstance(one, bool)]
    return booleans[0] if len(set(booleans)) == 1 else None


def word(shape: Shape, key: str) -> str:
    """Return the last text that a shape gives for a keyword, "" for none."""
    node = shape.last(key)
    return node.value if node is not None and isinstance(node.value, str) else ""


def scalar_of(reading: Reading, shape: Shape, type_name: str) -> Scalar:
    """Return the scalar that a shape of one scalar type is."""
    format_ = word(shape, "format")
    encoding = word(shape, "contentEncoding")
    media_type = word(shape, "contentMediaType")
    is_raw = media_type == "application/octet-stream" and not encoding
    if type_name == "file" or (is_raw and not format_):
        format_ = "binary"
    base64_file = any(
        reading.note(part, "base64-input-mode") == "file" for part in shape.parts
    )
    return Scalar(
        kind=KINDS[type_name],
        format=format_,
        constraints=constraints_of(shape),
        content_encoding=encoding,
        content_media_type=media_type,
        base64_file_input=base64_file,
    )


def constant_of(value: Json) -> Scalar | Constant | None:
    """Return the type of one value: null is a scalar; arrays and objects are no constants."""
    if value is None:
        return Scalar(kind=ScalarKind.NULL)
    if isinstance(value, (str, int, float)):
        return Constant(value=value)
    return None


def kind_of(value: Json) -> ScalarKind | None:
    """Return the kind of a value as JSON has it, None for arrays, objects and null."""
    if isinstance(value, bool):
        return ScalarKind.BOOLEAN
    if isinstance(value, int):
        return ScalarKind.INTEGER
    if isinstance(value, float):
        return ScalarKind.NUMBER
    return ScalarKind.STRING if isinstance(value, str) else None


def are_alike(reading: Reading, one: Scalar, other: Scalar) -> bool:
    """Return whether two scalars are the same to a program: they differ in limits only."""
    if one.kind is not other.kind:
        return False
    python = reading.settings.python
    own_types = {"date-time", "date", "binary", "byte", "decimal", "bigint"}
    own_types |= {"uuid"} if python.uuid_format else set()
    own_types |= {"duration"} if python.duration_format else set()
    formats = {one.format, other.format}
    return len(formats) == 1 or formats.isdisjoint(own_types)


def common(scalar: Scalar) -> Scalar:
    """Return what stands for several scalars that are alike; examples keep to the first's limits."""
    limits = replace(scalar.constraints, only=None)
    return Scalar(kind=scalar.kind, format=scalar.format, constraints=limits)


def loosened(type_: Type) -> Type:
    """Return one of several `type`s as published SDKs have it: a list of scalars holds anything."""
    if isinstance(type_, Array) and isinstance(without_null(type_.items), Scalar):
        return replace(type_, items=ANYTHING)
    return type_
