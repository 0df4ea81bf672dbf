"""JSON Schema 2020-12, keyword by keyword: what a model makes of it, and that values come back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_type_hints

import httpx
import pytest

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.resolve import resolve
from sdkloom.document.source import load_text
from sdkloom.graph.api import build
from sdkloom.settings import Settings

from .clients import package_of

MANY = [f"value-{number}" for number in range(10_000)]


@dataclass(frozen=True)
class Row:
    """A keyword: a schema with it, the annotation of a field, and a value that is allowed."""

    schema: Any
    hint: str
    value: Any


def _object(**keywords: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"a": {"type": "string"}}, **keywords}


_INTEGERS = {"type": "integer"}
_TEXT = {"type": "string"}
_MORE = {"properties": {"more": {"type": "integer"}, "a": {"const": "x"}}}

ROWS: Mapping[str, Row] = {
    "additional_properties": Row(
        _object(additionalProperties=_INTEGERS), "", {"b": 1, "a": ""}
    ),
    "all_of": Row({"allOf": [_object(), _object(**_MORE)]}, "", {"a": "x", "more": 1}),
    "any_of": Row({"anyOf": [_TEXT, _INTEGERS]}, "Union[str, int]", 1),
    "bool_false": Row(False, "Any", 1),
    "bool_true": Row(True, "Any", [1]),
    "const_boolean": Row({"const": True}, "Literal[True]", True),
    "const_float": Row({"const": 1.5}, "float", 1.5),
    "const_integer": Row({"const": 3}, "Literal[3]", 3),
    "const_null": Row({"const": None}, "NoneType", None),
    "const_object": Row({"const": {"a": [1]}}, "Any", {"a": [1]}),
    "const_text": Row({"const": "x"}, "Literal['x']", "x"),
    "contains": Row(
        {"type": "array", "contains": _TEXT, "minContains": 1, "maxContains": 2},
        "List[Any]",
        ["x", 1],
    ),
    "content_encoding": Row({"contentEncoding": "base64"}, "str", "AP8="),
    "content_schema": Row(
        {"contentMediaType": "application/json", "contentSchema": _object()},
        "str",
        "{}",
    ),
    "dependent_required": Row(_object(dependentRequired={"a": ["b"]}), "", {"a": "x"}),
    "dependent_schemas": Row(
        _object(dependentSchemas={"a": _MORE}), "", {"a": "y", "more": 1}
    ),
    "enum_boolean": Row({"enum": [True, False]}, "bool", True),
    "enum_float": Row({"enum": [1.5, 2]}, "", 1.5),
    "enum_integer": Row({"enum": [1, 2]}, "", 2),
    "enum_many": Row({"enum": MANY}, "", MANY[-1]),
    "enum_mixed": Row({"enum": ["a", 1, True, None]}, "", 1),
    "enum_null": Row({"enum": [None]}, "NoneType", None),
    "enum_objects": Row({"enum": [{"a": 1}, {"a": 2}]}, "Any", {"a": 2}),
    "exclusive_minimum": Row({"type": "number", "exclusiveMinimum": 3}, "float", 4.5),
    "format_date": Row({"type": "string", "format": "date"}, "date", "2024-02-29"),
    "format_ipv6": Row({"type": "string", "format": "ipv6"}, "str", "::1"),
    "format_of_another_type": Row({"type": "integer", "format": "date"}, "int", 5),
    "if_then_else": Row(
        _object(
            **{
                "if": {"required": ["a"]},
                "then": _MORE,
                "else": {"properties": {"other": _TEXT}},
            }
        ),
        "",
        {"a": "x", "more": 1, "other": "o"},
    ),
    "items": Row({"items": _TEXT}, "List[str]", ["a"]),
    "items_true": Row({"type": "array", "items": True}, "List[Any]", ["a", 1]),
    "max_length": Row({"type": "string", "maxLength": 3}, "str", "abc"),
    "min_properties": Row(
        {"type": "object", "additionalProperties": True, "minProperties": 1},
        "Dict[str, Any]",
        {"a": 1},
    ),
    "not_": Row({"type": "string", "not": {"enum": ["a"]}}, "str", "b"),
    "one_of_null": Row({"oneOf": [_TEXT, {"type": "null"}]}, "str", None),
    "pattern": Row({"type": "string", "pattern": "^(?<n>\\p{L}+)$"}, "str", "é"),
    "pattern_properties": Row(
        {"patternProperties": {"^x-": _INTEGERS}, "additionalProperties": False},
        "Dict[str, int]",
        {"x-a": 1},
    ),
    "pattern_properties_beside": Row(
        _object(patternProperties={"^x-": _INTEGERS}), "", {"a": "", "x-a": 1}
    ),
    "patterns_that_differ": Row(
        {"patternProperties": {"^a": _INTEGERS, "^b": _TEXT}},
        "Dict[str, Any]",
        {"a": 1, "b": ""},
    ),
    "prefix_items": Row(
        {"prefixItems": [_TEXT, _INTEGERS], "items": False, "minItems": 2},
        "Tuple[str, int]",
        ["x", 1],
    ),
    "prefix_items_and_more": Row(
        {"prefixItems": [_TEXT], "items": _INTEGERS}, "List[Union[str, int]]", ["x", 1]
    ),
    "prefix_items_open": Row({"prefixItems": [_TEXT]}, "List[Any]", ["x", None]),
    "property_names": Row(
        {"propertyNames": {"pattern": "^a"}, "additionalProperties": _INTEGERS},
        "Dict[str, int]",
        {"a": 1},
    ),
    "ref_anchor": Row({"$ref": "#anchored"}, "Anchored", {"a": "x"}),
    "ref_defs": Row({"$ref": "#/components/schemas/Home/$defs/In-side"}, "", {"a": ""}),
    "ref_dynamic": Row(
        {"$ref": "#/components/schemas/Tree"}, "Tree", {"below": [{"below": []}]}
    ),
    "ref_id": Row({"$ref": "https://example.com/s/other"}, "Home", {"in": {"a": "x"}}),
    "ref_id_relative": Row({"$ref": "https://example.com/s/home#in"}, "", {"a": "x"}),
    "ref_into_a_property": Row(
        {"$ref": "#/components/schemas/Home/properties/in"}, "", {"a": "x"}
    ),
    "ref_percent": Row(
        {"$ref": "#/components/schemas/%41nchored"}, "Anchored", {"a": ""}
    ),
    "ref_siblings": Row(
        {"$ref": "#anchored", "properties": {"b": _INTEGERS}}, "", {"a": "x", "b": 1}
    ),
    "type_array": Row({"type": ["string", "integer"]}, "Union[str, int]", 1),
    "type_null": Row({"type": "null"}, "NoneType", None),
    "type_nullable_list": Row(
        {"type": ["array", "null"], "items": _TEXT}, "List[str]", None
    ),
    "type_object_or_text": Row(
        {"type": ["string", "object"], "properties": {"a": _TEXT}}, "", {"a": "x"}
    ),
    "unevaluated_items": Row(
        {"prefixItems": [_TEXT, _TEXT], "unevaluatedItems": False, "minItems": 2},
        "Tuple[str, str]",
        ["a", "b"],
    ),
    "unevaluated_properties": Row(
        {"allOf": [_object()], "unevaluatedProperties": _INTEGERS},
        "",
        {"a": "", "b": 1},
    ),
    "unique_items": Row(
        {"type": "array", "items": _INTEGERS, "uniqueItems": True}, "List[int]", [1]
    ),
}
COMPONENTS: Mapping[str, Any] = {
    "All": {
        "type": "object",
        "properties": {name: row.schema for name, row in ROWS.items()},
    },
    "Anchored": {"$anchor": "anchored", **_object()},
    "Home": {
        "$id": "https://example.com/s/home",
        "type": "object",
        "properties": {"in": {"$ref": "#/$defs/In-side"}},
        "$defs": {"In-side": {"$anchor": "in", **_object()}},
    },
    "Other": {"$id": "https://example.com/s/other", "$ref": "home"},
    "Tree": {
        "$dynamicAnchor": "node",
        "type": "object",
        "properties": {"below": {"items": {"$dynamicRef": "#node"}}},
    },
}
UNCHECKED = {
    "const_object",
    "contains",
    "content_schema",
    "dependent_required",
    "dependent_schemas",
    "enum_objects",
    "if_then_else",
    "not_",
    "pattern_properties",
    "pattern_properties_beside",
    "patterns_that_differ",
    "property_names",
}
"""The rows of which the models check less than the document says, which is reported."""


def document() -> dict[str, Any]:
    """Return a document whose only operation answers every row at once."""
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/All"}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {
            "/all": {
                "post": {
                    "operationId": "send",
                    "requestBody": {"required": True, "content": content},
                    "responses": {"200": {"description": "ok", "content": content}},
                }
            }
        },
        "components": {"schemas": COMPONENTS},
    }


@pytest.fixture(scope="module")
def package(site: Path) -> Any:
    """The package of the document."""
    python = {"flattenRequests": False}
    return package_of(document(), "json_schema", site, python)


@pytest.mark.parametrize("name", ROWS)
def test_values_of_a_keyword_come_back(name: str, package: Any) -> None:
    """What a server answers is what the model holds, and what is sent is what was given."""
    sent: list[Any] = []
    value = ROWS[name].value

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(json.loads(request.content))
        return httpx.Response(200, json={name: value})

    client = httpx.Client(transport=httpx.MockTransport(answer))
    with package.Sdk(client=client) as sdk:
        result = sdk.send(request={name: value})
    back = json.loads(result.model_dump_json(by_alias=True, exclude_unset=True))
    assert back == {name: value}
    assert sent[0].get(name) == value


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if row.hint])
def test_the_type_of_a_keyword(name: str, package: Any) -> None:
    """A type says as much as Python can."""
    hints = get_type_hints(package.models.All)
    field = (
        name.upper() if name.startswith("const_") and name.upper() in hints else name
    )
    assert _bare(hints[field]) == ROWS[name].hint


def _bare(hint: Any) -> str:
    """Return a field's annotation without the marks of what may be absent."""
    from typing import Union, get_args, get_origin

    if get_origin(hint) is Union:
        texts = [_bare(one) for one in get_args(hint)]
        said = [one for one in texts if one not in ("NoneType", "Unset")] or [
            "NoneType"
        ]
        return said[0] if len(said) == 1 else f"Union[{', '.join(said)}]"
    text = str(getattr(hint, "__name__", hint) if isinstance(hint, type) else hint)
    return text.replace("typing.", "")


def test_what_is_not_checked_is_reported() -> None:
    """Each such keyword has a remark at its place, and no other has one."""
    diagnostics = Diagnostics()
    source = load_text(json.dumps(document()), "openapi.json", diagnostics)
    assert source is not None
    linked = resolve(source, diagnostics)
    assert linked is not None
    build(linked, Settings(), diagnostics)
    found = {one.pointer.split("/")[5] for one in diagnostics.remarks if one.pointer}
    assert found == UNCHECKED
