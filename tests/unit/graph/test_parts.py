"""Encoding Objects say how the parts of a form are written, and what holds files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sdkloom.diagnostics import Diagnostics
from sdkloom.ir.api import Api
from sdkloom.ir.bodies import Content, Encoding
from sdkloom.ir.parameters import Style
from sdkloom.ir.schemas import ObjectSchema
from sdkloom.ir.types import (
    ANYTHING,
    BINARY,
    STRING,
    Array,
    Dictionary,
    Named,
    Scalar,
    ScalarKind,
    SchemaId,
    Tuple,
    Type,
)

INTEGER = Scalar(kind=ScalarKind.INTEGER)
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
    """Headers with one value are sent; one that nothing gives a value is named.

    So are inner encodings of a part that is not in parts.
    """
    diagnostics = Diagnostics()
    said = (
        "{schema: {type: object, properties: {a: {type: string}}}, encoding: {a: "
        "{contentType: text/csv, headers: {X-A: {schema: {const: 1}}, X-B: {schema: "
        "{enum: [b]}}, X-C: {schema: {default: true}}, X-D: {schema: {type: string}}, "
        "Content-Type: {schema: {type: string}}}, itemEncoding: {}}}}"
    )
    _, content = sent(built, said, diagnostics=diagnostics)
    headers = (("X-A", "1"), ("X-B", "b"), ("X-C", "true"))
    (part,) = content.parts
    assert (part.content_type, part.headers) == ("text/csv", headers)
    assert [one.name for one in part.given] == ["X-D"]
    assert [one.code for one in diagnostics.remarks] == ["part-encoding", "part-header"]


def properties_of(api: Api, type_: Type) -> dict[str, Type]:
    """Return the types of an object's properties."""
    assert isinstance(type_, Named)
    schema = api.schemas[type_.schema]
    assert isinstance(schema, ObjectSchema)
    return {one.name: one.type for one in schema.properties}


@pytest.mark.parametrize(
    ("said", "members"),
    [
        ("a: {format: binary, type: string}", ["fileName", "content", "Content-Type"]),
        ("b: {type: integer}", ["content"]),
    ],
)
def test_headers_that_are_given(built: Built, said: str, members: list[str]) -> None:
    """A part with a header that must be there is an object with headers; they are typed."""
    api, content = sent(
        built,
        f"{{schema: {{type: object, properties: {{{said}}}}}, encoding: {{{said[0]}: "
        "{headers: {X-N: {required: true, schema: {type: integer}}}}}}",
    )
    part = properties_of(api, properties_of(api, content.type)[said[0]])
    assert list(part) == [*members, "headers"]
    assert properties_of(api, part["headers"]) == {"X-N": INTEGER}


def test_one_schema_with_two_encodings(built: Built) -> None:
    """A header that the first operation's encoding does not have is named for the second."""
    diagnostics = Diagnostics()
    schema = "{$ref: '#/components/schemas/F'}"
    headers = "{a: {headers: {X-B: {schema: {type: string}}}}}"
    first = f"requestBody: {{content: {{multipart/form-data: {{schema: {schema}}}}}}}"
    second = first.replace("}}}", f"}}, encoding: {headers}}}}}")
    built(
        f"paths: {{/a: {{post: {{{first}}}, put: {{{second}}}}}}}\n"
        "components: {schemas: {F: {type: object, properties: {a: "
        "{type: string, format: binary}}}}}",
        diagnostics=diagnostics,
    )
    found = [one for one in diagnostics.remarks if one.code == "part-header"]
    assert len(found) == 1 and "has no place for it" in found[0].message


@pytest.mark.parametrize(
    ("other", "is_object"),
    [
        ("requestBody: {content: {multipart/form-data: {schema: S}}}", True),
        ("requestBody: {content: {application/json: {schema: S}}}", False),
        (
            "responses: {'200': {content: {application/json: {schema: {items: S}}}}}",
            False,
        ),
    ],
)
def test_a_schema_that_is_used_otherwise_stays_what_it_is(
    built: Built, other: str, is_object: bool
) -> None:
    """A part becomes an object with headers only where nothing but forms has its schema."""
    diagnostics = Diagnostics()
    schema = "{$ref: '#/components/schemas/F'}"
    headers = "{a: {headers: {X-B: {required: true, schema: {type: string}}}}}"
    body = f"{{multipart/form-data: {{schema: {schema}, encoding: {headers}}}}}"
    other = other.replace(" S}", f" {schema}}}")
    api = built(
        f"paths: {{/a: {{post: {{requestBody: {{content: {body}}}}}, "
        f"put: {{requestBody: {{content: {body}}}}}, patch: {{{other}}}}}}}\n"
        "components: {schemas: {F: {type: object, properties: {a: {type: string}}}}}",
        diagnostics=diagnostics,
    )
    type_ = properties_of(api, Named(SchemaId("#/components/schemas/F")))["a"]
    assert (type_ != STRING) is is_object
    codes = [one.code for one in diagnostics.remarks if one.code == "part-header"]
    assert bool(codes) is not is_object


@pytest.mark.parametrize(
    ("said", "type_"),
    [
        (
            "{schema: {type: array, items: {type: array, items: {}}}, itemEncoding: "
            "{contentType: multipart/mixed, itemEncoding: {contentType: image/png}}}",
            Array(items=Array(items=BINARY)),
        ),
        (
            "{schema: {type: array, items: {}}, itemEncoding: {contentType: multipart/mixed, "
            "prefixEncoding: [{contentType: a/b}, {}]}}",
            Array(items=Tuple(prefix=(BINARY, ANYTHING), rest=ANYTHING)),
        ),
        (
            "{schema: {type: array, items: {}}, itemEncoding: {contentType: multipart/mixed, "
            "itemEncoding: {contentType: multipart/related, itemEncoding: {contentType: a/b}}}}",
            Array(items=Array(items=Array(items=BINARY))),
        ),
    ],
)
def test_parts_in_parts(built: Built, said: str, type_: Type) -> None:
    """What is in a part by position has the types of its own encodings, at any depth."""
    diagnostics = Diagnostics()
    _, content = sent(built, said, diagnostics=diagnostics)
    assert content.type == type_
    assert not diagnostics.remarks


def received(built: Built, said: str) -> tuple[Type, list[str]]:
    """Return what a reply in parts holds, and the codes of the remarks on it."""
    diagnostics = Diagnostics()
    content = f"{{multipart/mixed: {said}}}"
    api = built(
        f"paths: {{/a: {{get: {{responses: {{'200': {{content: {content}}}}}}}}}}}",
        diagnostics=diagnostics,
    )
    codes = [one.code for one in diagnostics.remarks if one.code != "missing-field"]
    return api.operations[0].responses[0].contents[0].type, codes


@pytest.mark.parametrize(
    "kind", ["multipart/form-data", "application/x-www-form-urlencoded"]
)
def test_named_parts_of_a_part_of_a_reply(built: Built, kind: str) -> None:
    """They are the properties of an object; without one the part is bytes, and that is said."""
    encoding = f"itemEncoding: {{contentType: {kind}}}"
    fields = "{type: object, properties: {a: {type: string}}}"

    type_, codes = received(built, f"{{itemSchema: {fields}, {encoding}}}")
    assert isinstance(type_, Named)
    assert not codes
    fields = "{type: object, additionalProperties: {type: string}}"
    type_, codes = received(built, f"{{itemSchema: {fields}, {encoding}}}")
    assert isinstance(type_, Dictionary)
    assert not codes
    for fields in ("{}", "{type: object}", "{type: string}"):
        type_, codes = received(built, f"{{itemSchema: {fields}, {encoding}}}")
        assert type_ == BINARY
        assert codes == ["nested-encoding"]


def test_headers_of_named_parts_in_a_reply_are_not_handed_over(built: Built) -> None:
    """A property has no place for them, and that is said."""
    _, codes = received(
        built,
        "{itemSchema: {type: object, properties: {a: {type: string}}}, itemEncoding:"
        " {contentType: multipart/form-data, encoding: {a: {headers: {X-A: {}}}}}}",
    )

    assert codes == ["part-header"]


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


@pytest.mark.parametrize(
    ("type_", "said", "key"),
    [
        ("{type: string}", "{style: pipeDelimited}", "style"),
        ("{type: [integer, 'null']}", "{style: deepObject}", "style"),
        ("{type: string, format: binary}", "{explode: true}", "explode"),
        ("{type: object}", "{style: deepObject, explode: false}", "explode"),
        ("{type: array}", "{style: form, contentType: text/csv}", "contentType"),
        ("{type: array}", "{allowReserved: true, contentType: a/b}", "contentType"),
    ],
)
def test_what_has_no_effect_on_a_part_is_noted(
    built: Built, type_: str, said: str, key: str
) -> None:
    """A style that the type has no form in, and what a style makes void."""
    diagnostics = Diagnostics()
    sent(
        built,
        f"{{schema: {{type: object, properties: {{a: {type_}}}}}, encoding: {{a: {said}}}}}",
        diagnostics=diagnostics,
    )

    (remark,) = diagnostics.remarks
    assert remark.code == "part-encoding"
    assert remark.pointer.endswith(f"/encoding/a/{key}")


@pytest.mark.parametrize(
    ("type_", "said"),
    [
        ("{type: string}", "{style: form, explode: true}"),
        ("{type: array}", "{style: deepObject}"),
        ("{}", "{style: spaceDelimited}"),
        ("{oneOf: [{type: string}, {type: array}]}", "{style: pipeDelimited}"),
        ("{type: object}", "{style: deepObject, explode: true}"),
    ],
)
def test_styles_that_fit_a_part_have_no_remark(
    built: Built, type_: str, said: str
) -> None:
    """Also where the type cannot be told."""
    diagnostics = Diagnostics()
    sent(
        built,
        f"{{schema: {{type: object, properties: {{a: {type_}}}}}, encoding: {{a: {said}}}}}",
        diagnostics=diagnostics,
    )

    assert not diagnostics.remarks


@pytest.mark.parametrize("style", ["wild", "simple"])
def test_a_style_that_parts_do_not_have_is_read_as_form(
    built: Built, style: str
) -> None:
    """As for a parameter: the default of what is written like a query."""
    _, content = sent(
        built,
        "{schema: {type: object, properties: {a: {type: array}}},"
        f" encoding: {{a: {{style: {style}}}}}}}",
    )

    assert content.parts[0].style is Style.FORM
