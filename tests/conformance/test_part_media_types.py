"""The default media types of parts, row by row, and what takes their place (OpenAPI 3.2)."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from .clients import package_of
from .test_parts_by_position import Server, document

OBJECT = {"type": "object", "properties": {"a": {"type": "integer"}}}
TEXT = ""
"""No Content-Type: that of text/plain (RFC 7578, 4.4; RFC 2046, 5.1)."""
OCTETS = "application/octet-stream"
JSON = "application/json"

ROWS: dict[str, tuple[Any, Any, str, bytes]] = {
    "absent": ({}, b"\x00", OCTETS, b"\x00"),
    "string": ({"type": "string"}, "é", TEXT, "é".encode()),
    "nullable": ({"type": ["string", "null"]}, "a", TEXT, b"a"),
    "encoded": (
        {"type": "string", "contentEncoding": "base64"},
        "AAA=",
        OCTETS,
        b"AAA=",
    ),
    "number": ({"type": "number"}, 1.5, TEXT, b"1.5"),
    "integer": ({"type": "integer"}, 7, TEXT, b"7"),
    "boolean": ({"type": "boolean"}, True, TEXT, b"true"),
    "object": (OBJECT, {"a": 1}, JSON, b'{"a":1}'),
    "binary": ({"type": "string", "format": "binary"}, b"\x00", OCTETS, b"\x00"),
}
"""Each schema with a value, the media type of its part, and its content."""


def test_each_type_has_its_media_type_by_name(site: Path) -> None:
    """The table of the Encoding Object; an array is as many parts as it has items."""
    properties = {name: schema for name, (schema, *_) in ROWS.items()}
    arrays = {
        f"{name}_array": {"type": "array", "items": schema}
        for name, schema in properties.items()
    }
    arrays["deep_array"] = {"type": "array", "items": arrays["integer_array"]}
    schema = {"type": "object", "properties": {**properties, **arrays}}
    spec = document("multipart/form-data", {"schema": schema}, {"itemSchema": {}})
    server = Server(package_of(spec, "part_types_named", site))
    for name, (_, value, kind, content) in ROWS.items():
        found = {"Content-Type": kind} if kind else {}
        for given, count in ({name: value}, 1), ({f"{name}_array": [value] * 2}, 2):
            server.sdk.send(**given)
            parts = server.parts()
            assert len(parts) == count
            for headers, sent in parts:
                del headers["Content-Disposition"]
                assert (headers, sent) == (found, content), name
    server.sdk.send(deep_array=[[1, 2], []])
    assert [(part["Content-Type"], sent) for part, sent in server.parts()] == [
        (JSON, b"[1,2]"),
        (JSON, b"[]"),
    ]


def test_each_type_has_its_media_type_by_position(site: Path) -> None:
    """The same table; an array inside of the array is one part, of JSON."""
    schemas = [schema for schema, *_ in ROWS.values()]
    schemas.append({"type": "array", "items": {"type": "string"}})
    schema = {"type": "array", "prefixItems": schemas}
    spec = document("multipart/mixed", {"schema": schema}, {"itemSchema": {}})
    server = Server(package_of(spec, "part_types_placed", site))
    server.sdk.send(request=[*(value for _, value, *_ in ROWS.values()), ["a"]])
    assert server.parts() == [
        *(
            ({"Content-Type": kind} if kind else {}, content)
            for *_, kind, content in ROWS.values()
        ),
        ({"Content-Type": JSON}, b'["a"]'),
    ]


ENCODED: dict[str, tuple[Any, dict[str, Any], Any, list[tuple[str, str, bytes]]]] = {
    "one": (
        {"type": "string"},
        {"contentType": "text/csv"},
        "a,b",
        [("one", "text/csv", b"a,b")],
    ),
    "file": (
        {},
        {"contentType": "image/png, image/jpeg"},
        {"file_name": "a", "content": b"1", "content_type": "image/jpeg"},
        [("file", "image/jpeg", b"1")],
    ),
    "by_name": (
        {},
        {"contentType": "image/png, image/jpeg"},
        {"file_name": "a.png", "content": b"1"},
        [("by_name", "image/png", b"1")],
    ),
    "text_or_json": (
        OBJECT,
        {"contentType": "text/plain, application/json"},
        {"a": 1},
        [("text_or_json", JSON, b'{"a":1}')],
    ),
    "each": (
        {"type": "array", "items": {"type": "string"}},
        {"contentType": "application/json"},
        ["a", "b"],
        [("each", JSON, b'"a"'), ("each", JSON, b'"b"')],
    ),
    "array_in_array": (
        {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}},
        {"contentType": "application/json"},
        [[1, 2], [3]],
        [("array_in_array", JSON, b"[1,2]"), ("array_in_array", JSON, b"[3]")],
    ),
    "exploded": (
        OBJECT,
        {"explode": True, "contentType": "text/csv"},
        {"a": 1},
        [("a", TEXT, b"1")],
    ),
    "deep": (OBJECT, {"style": "deepObject"}, {"a": 1}, [("deep[a]", TEXT, b"1")]),
    "piped": (
        {"type": "array", "items": {"type": "string"}},
        {"style": "pipeDelimited", "explode": False},
        ["x y", "z"],
        [("piped", TEXT, b"x y|z")],
    ),
    "reserved": (OBJECT, {"allowReserved": False}, {"a": 1}, [("a", TEXT, b"1")]),
}
"""Each schema with its encoding and a value, and the parts: name, media type, content."""


@pytest.mark.parametrize("name", ENCODED)
def test_an_encoding_takes_the_place_of_the_default(name: str, site: Path) -> None:
    """`contentType` counts, of several the caller's; a style makes a part like a query."""
    schema, encoding, value, expected = ENCODED[name]
    whole = {"type": "object", "properties": {name: schema}}
    request = {"schema": whole, "encoding": {name: encoding}}
    spec = document("multipart/form-data", request, {"itemSchema": {}})
    server = Server(package_of(spec, f"part_encoded_{name}", site))
    server.sdk.send(**{name: value})
    found = [
        (
            part["Content-Disposition"].split('"')[1],
            part.get("Content-Type", TEXT),
            content,
        )
        for part, content in server.parts()
    ]
    assert found == expected


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("encoding", "value", "content"),
    [
        ({}, {"a": 1}, b"v=%7B%22a%22%3A1%7D"),
        ({"explode": True}, {"a": 1}, b"a=1"),
        ({"allowReserved": True}, {"a": "x/y&z%20"}, b"a=x/y%26z%20"),
        ({"allowReserved": False}, {"a": "x/y"}, b"a=x%2Fy"),
        ({"style": "deepObject", "explode": True}, {"a": 1}, b"v%5Ba%5D=1"),
        ({"contentType": FORM}, {"a": [1, 2]}, b"v=a%3D1%26a%3D2"),
        ({"contentType": "application/json"}, "a", b"v=%22a%22"),
        ({"contentType": "application/json"}, ["a", [1]], b"v=%22a%22&v=%5B1%5D"),
        ({}, ["a", 1], b"v=a&v=1"),
        ({}, [], b""),
        ({}, [["a"], []], b"v=%5B%22a%22%5D&v=%5B%5D"),
    ],
)
def test_encodings_of_a_form(
    encoding: dict[str, Any], value: Any, content: bytes, site: Path
) -> None:
    """The same in a form, where what is written is escaped."""
    whole = {"type": "object", "properties": {"v": {}}}
    request = {"schema": whole, "encoding": {"v": encoding}}
    module = f"form_encoded_{crc32(content + str(encoding).encode())}"
    server = Server(
        package_of(document(FORM, request, {"itemSchema": {}}), module, site)
    )
    server.sdk.send(v=value)
    assert server.sent == [(FORM, content)]
