"""Older and careless spellings become those of OpenAPI 3.1."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from sdkloom.document.grammar import Kind
from sdkloom.document.normalise import normalise

REF = {"$ref": "#/components/schemas/A"}
NULL = {"type": "null"}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        ({"type": "string", "x-nullable": True}, {"type": ["string", "null"]}),
        (
            {"type": "string", "enum": ["a"], "nullable": True},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        ({"enum": ["a", None], "nullable": True}, {"enum": ["a", None]}),
        ({**REF, "nullable": True}, {"anyOf": [REF, NULL]}),
        (
            {**REF, "nullable": True, "description": "d", "x-y": 1},
            {"description": "d", "x-y": 1, "anyOf": [REF, NULL]},
        ),
        ({"allOf": [REF], "nullable": True}, {"anyOf": [{"allOf": [REF]}, NULL]}),
        (
            {"allOf": [REF, {"nullable": True}]},
            {"anyOf": [{"allOf": [REF, {}]}, NULL]},
        ),
        (
            {"type": "object", "allOf": [REF], "nullable": True},
            {"type": ["object", "null"], "allOf": [REF]},
        ),
        ({"oneOf": [REF], "nullable": True}, {"oneOf": [REF, NULL]}),
        ({"anyOf": [REF], "nullable": True}, {"anyOf": [REF, NULL]}),
        (
            {"properties": {}, "nullable": True},
            {"properties": {}, "type": ["object", "null"]},
        ),
        ({"nullable": True}, {}),
        ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
        ({"maximum": 1, "exclusiveMaximum": False}, {"maximum": 1}),
        ({"exclusiveMaximum": 5}, {"exclusiveMaximum": 5}),
        (
            {"items": [REF, {"type": "string"}], "additionalItems": False},
            {"prefixItems": [REF, {"type": "string"}], "items": False},
        ),
        ({"items": REF, "additionalItems": False}, {"items": REF}),
        (
            {"dependencies": {"a": ["b"], "c": REF}},
            {"dependentRequired": {"a": ["b"]}, "dependentSchemas": {"c": REF}},
        ),
        ({"example": 1, "default": None}, {"example": 1, "default": None}),
        ({"discriminator": "kind"}, {"discriminator": {"propertyName": "kind"}}),
    ],
)
def test_a_schema_is_spelled_as_in_3_1(written: Any, read: Any) -> None:
    """At any depth, and without touching what was written."""
    before = deepcopy(written)
    outer = {"properties": {"p": {"type": "array", "items": written}}}

    assert normalise(written, Kind.SCHEMA) == read
    assert normalise(outer, Kind.SCHEMA)["properties"]["p"]["items"] == read
    assert written == before


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ({"type": "strnig"}, {}),
        ({"type": "String"}, {"type": "string"}),
        ({"type": ["string", "any"]}, {"type": ["string"]}),
        ({"type": {"a": 1}}, {}),
        ({"properties": []}, {}),
        ({"properties": {"a": None, "b": "x"}}, {"properties": {"a": {}, "b": {}}}),
        ({"required": True}, {}),
        ({"required": ["a", 1]}, {"required": ["a", "1"]}),
        ({"enum": "a"}, {}),
        ({"maxLength": "12", "minLength": "x", "minimum": True}, {"maxLength": 12}),
        ({"title": 12, "description": ["a"]}, {"title": "12"}),
        ({"readOnly": "true", "deprecated": 1}, {"readOnly": True}),
        ({"items": None, "format": None, "default": None}, {"default": None}),
        (
            {"additionalProperties": False, "items": True},
            {"additionalProperties": False, "items": True},
        ),
    ],
)
def test_a_value_of_the_wrong_shape_is_read_or_left_out(
    written: Any, read: Any
) -> None:
    """No later pass meets a list where a mapping belongs."""
    assert normalise(written, Kind.SCHEMA) == read


def test_names_are_not_keywords() -> None:
    """A property called `nullable` or `type` is a property."""
    schema = {
        "properties": {
            "nullable": {"type": "boolean"},
            "type": {"type": "string"},
            "$ref": {"type": "string"},
            "x-y": {"type": "string", "nullable": True},
        }
    }

    read = normalise(schema, Kind.SCHEMA)["properties"]

    assert list(read) == ["nullable", "type", "$ref", "x-y"]
    assert read["nullable"] == {"type": "boolean"}
    assert read["x-y"] == {"type": ["string", "null"]}


def test_examples_and_extensions_are_data() -> None:
    """What looks like a schema in them is left alone."""
    data = {"nullable": True, "type": "x", "properties": None}
    schema = {
        "example": data,
        "examples": [data],
        "default": data,
        "x-a": data,
        "enum": [data],
    }

    assert normalise(schema, Kind.SCHEMA) is schema


def test_what_needs_no_change_is_the_same_object() -> None:
    """Nothing is copied for nothing."""
    document = {
        "openapi": "3.1.0",
        "paths": {"/a": {"get": {"responses": {"200": {"description": "d"}}}}},
        "components": {
            "schemas": {
                "A": {"type": "string"},
                "B": {"type": "string", "nullable": True},
            }
        },
    }

    read = normalise(document, Kind.DOCUMENT)

    assert read["paths"] is document["paths"]
    assert read["components"]["schemas"]["A"] is document["components"]["schemas"]["A"]
    assert read["components"]["schemas"]["B"] == {"type": ["string", "null"]}


def test_null_in_a_document_is_read_as_absent() -> None:
    """Operations, responses and fields that have no value are not there."""
    document = {
        "info": None,
        "servers": None,
        "paths": {
            "/a": {"get": {"tags": None, "responses": {"200": None}}, "post": None}
        },
        "components": {"schemas": None},
    }

    assert normalise(document, Kind.DOCUMENT) == {
        "paths": {"/a": {"get": {"responses": {"200": {}}}}},
        "components": {},
    }


def test_a_querystring_parameter_has_a_name() -> None:
    """OpenAPI 3.2, 4.12.1: the name of the whole query is never sent."""
    assert normalise({"in": "querystring"}, Kind.PARAMETER)["name"] == "querystring"
