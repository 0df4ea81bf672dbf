"""Encoding Objects say how the parts of a form are written, and what holds files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sdkloom.diagnostics import Diagnostics
from sdkloom.ir.api import Api
from sdkloom.ir.bodies import Content, Encoding, PartEncoding
from sdkloom.ir.schemas import ObjectSchema
from sdkloom.ir.types import ANYTHING, BINARY, STRING, Array, Named, Tuple, Type

Built = Callable[..., Api]


def sent(built: Built, said: str, **options: object) -> tuple[Api, Content]:
    """Return the API of one operation, and the content that it sends."""
    content = f"{{'multipart/form-data': {said}}}"
    api = built(
        f"paths: {{/a: {{post: {{requestBody: {{content: {content}}}}}}}}}", **options
    )
    body = api.operations[0].body
    assert body is not None
    return api, body.contents[0]


@pytest.mark.parametrize(
    ("said", "type_"),
    [
        ("{schema: {type: array, items: {type: string}}}", Array(items=STRING)),
        (
            "{schema: {type: [array, 'null'], items: {type: string}}}",
            Array(items=STRING),
        ),
        ("{itemSchema: {type: string}}", Array(items=STRING)),
        ("{itemSchema: {}, itemEncoding: {contentType: a/b}}", Array(items=BINARY)),
        (
            "{itemSchema: {}, itemEncoding: {contentType: text/csv}}",
            Array(items=ANYTHING),
        ),
        ("{itemEncoding: {contentType: image/png}}", Array(items=BINARY)),
        (
            "{schema: {prefixItems: [{}, {type: string}]}, prefixEncoding: [{contentType: a/b}]}",
            Tuple(prefix=(BINARY, STRING), rest=ANYTHING),
        ),
        (
            "{schema: {type: array}, prefixEncoding: [{}, {contentType: a/b}]}",
            Tuple(prefix=(ANYTHING, BINARY), rest=ANYTHING),
        ),
    ],
)
def test_parts_by_position(built: Built, said: str, type_: Type) -> None:
    """An array's items are parts; one without a schema is bytes if its media type is of files."""
    _, content = sent(built, said)
    assert (content.encoding, content.type) == (Encoding.PARTS, type_)


def test_what_an_encoding_says(built: Built) -> None:
    """Headers with one value are sent; those without one, and parts in parts, are named."""
    diagnostics = Diagnostics()
    said = (
        "{schema: {type: object, properties: {a: {type: string}}}, encoding: {a: "
        "{contentType: text/csv, headers: {X-A: {schema: {const: 1}}, X-B: {schema: "
        "{enum: [b]}}, X-C: {schema: {default: true}}, X-D: {schema: {type: string}}, "
        "Content-Type: {schema: {type: string}}}, itemEncoding: {}}}}"
    )
    _, content = sent(built, said, diagnostics=diagnostics)
    headers = (("X-A", "1"), ("X-B", "b"), ("X-C", "true"))
    assert content.parts == (
        PartEncoding(property="a", content_type="text/csv", headers=headers),
    )
    assert sorted(one.code for one in diagnostics.remarks) == [
        "nested-encoding",
        "part-header",
    ]


def test_files_by_media_type(built: Built) -> None:
    """A form's property is a file by its own media type, or by its part's; not if it is text."""
    said = (
        "{schema: {type: object, properties: {a: {contentMediaType: image/png}, b: {}, c: {}, "
        "d: {type: array, items: {}}, e: {contentMediaType: text/csv, type: string}, "
        "f: {contentMediaType: image/png, contentEncoding: base64}}}, "
        "encoding: {b: {contentType: 'image/png, image/*'}, c: {contentType: application/json}, "
        "d: {contentType: application/pdf}}}"
    )
    api, content = sent(built, said)
    assert isinstance(content.type, Named)
    schema = api.schemas[content.type.schema]
    assert isinstance(schema, ObjectSchema)
    types = {one.name: one.type for one in schema.properties}
    files = {
        name
        for name, type_ in types.items()
        if isinstance(type_.items if isinstance(type_, Array) else type_, Named)
    }
    assert files == {"a", "b", "d"}


@pytest.mark.parametrize(
    ("said", "messages"),
    [
        (
            "{schema: {type: object, properties: {a: {}}}, encoding: {a: {}, b: {}}}",
            ["'b' is no property"],
        ),
        (
            "{schema: {type: object, properties: {a: {}}}, itemEncoding: {}}",
            ["itemEncoding has no effect"],
        ),
        (
            "{schema: {type: object, oneOf: [{properties: {b: {}}}, {type: object}], "
            "properties: {a: {}}}, encoding: {b: {}}}",
            [],
        ),
    ],
)
def test_encodings_without_effect(built: Built, said: str, messages: list[str]) -> None:
    """One of no property, and one by position for an object: the body keeps its names."""
    diagnostics = Diagnostics()
    _, content = sent(built, said, diagnostics=diagnostics)
    assert content.encoding is Encoding.MULTIPART
    found = [one.message for one in diagnostics.remarks if one.code == "part-encoding"]
    assert len(found) == len(messages)
    assert all(map(str.__contains__, found, messages))
