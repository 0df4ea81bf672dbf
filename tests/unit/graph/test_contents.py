"""A media type decides how a body is read and written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sdkloom.diagnostics import Diagnostics
from sdkloom.ir.api import Api
from sdkloom.ir.bodies import Content, Encoding, NamedExample, PartEncoding
from sdkloom.ir.types import (
    ANYTHING,
    BINARY,
    XML,
    STRING,
    Array,
    Scalar,
    ScalarKind,
    Type,
)

Built = Callable[..., Api]


def content_of(built: Built, media_type: str, said: str, **options: object) -> Content:
    """The one content of a reply."""
    api = built(
        "paths: {/a: {get: {responses: {'200': {description: ok, "
        f"content: {{'{media_type}': {said}}}}}}}}}}}}}",
        **options,
    )
    return api.operations[0].responses[0].contents[0]


@pytest.mark.parametrize(
    ("media_type", "said", "encoding", "type_"),
    [
        ("application/json", "{schema: {type: string}}", Encoding.JSON, STRING),
        ("application/json", "{}", Encoding.JSON, ANYTHING),
        ("application/problem+json", "{schema: {}}", Encoding.JSON, ANYTHING),
        ("application/json; charset=utf-8", "{}", Encoding.JSON, ANYTHING),
        ("text/plain", "{schema: {type: string}}", Encoding.TEXT, STRING),
        ("text/csv", "{}", Encoding.TEXT, STRING),
        (
            "text/csv",
            "{schema: {type: string, format: binary}}",
            Encoding.BINARY,
            BINARY,
        ),
        ("application/octet-stream", "{}", Encoding.BINARY, BINARY),
        ("application/pdf", "{schema: {type: string}}", Encoding.BINARY, BINARY),
        ("*/*", "{}", Encoding.BINARY, BINARY),
        (
            "*/*",
            "{schema: {type: integer}}",
            Encoding.JSON,
            Scalar(kind=ScalarKind.INTEGER),
        ),
        (
            "application/jsonl",
            "{schema: {type: string}}",
            Encoding.JSON_LINES,
            STRING,
        ),
        (
            "application/x-ndjson",
            "{itemSchema: {type: string}}",
            Encoding.JSON_LINES,
            STRING,
        ),
        (
            "application/jsonl",
            "{schema: {type: array, items: {type: string}}}",
            Encoding.JSON_LINES,
            STRING,
        ),
    ],
)
def test_the_encoding_of_a_media_type(
    built: Built, media_type: str, said: str, encoding: Encoding, type_: Type
) -> None:
    """Known media types have a way of their own; what nobody knows is bytes."""
    content = content_of(built, media_type, said)

    assert (content.encoding, content.type) == (encoding, type_)


@pytest.mark.parametrize(
    ("data", "is_json"),
    [("{type: string}", False), ("{type: object}", True), ("{}", True)],
)
def test_the_data_of_an_event(built: Built, data: str, is_json: bool) -> None:
    """Data is decoded as JSON unless its schema is a text."""
    said = f"{{schema: {{type: object, properties: {{data: {data}}}}}}}"
    assert content_of(built, "text/event-stream", said).data_is_json is is_json


@pytest.mark.parametrize("key", ["schema", "itemSchema"])
def test_data_without_an_event_around_it(built: Built, key: str) -> None:
    """A stream of texts hands them out as they are; what may be more is decoded."""
    text = content_of(built, "text/event-stream", f"{{{key}: {{type: string}}}}")
    mixed = f"{{{key}: {{type: [string, object]}}}}"

    assert not text.data_is_json
    assert content_of(built, "text/event-stream", mixed).data_is_json


def test_xml_of_a_text_loses_nothing(built: Built) -> None:
    diagnostics = Diagnostics()
    content = content_of(
        built, "text/xml", "{schema: {type: string}}", diagnostics=diagnostics
    )

    assert (content.encoding, content.type) == (Encoding.BINARY, XML)
    assert not diagnostics.remarks


def test_xml_is_handed_over_as_it_is_written(built: Built) -> None:
    """The schema of XML is not modelled, which is said."""
    diagnostics = Diagnostics()
    content = content_of(
        built,
        "application/xml",
        "{schema: {type: object, properties: {a: {}}}}",
        diagnostics=diagnostics,
    )

    assert (content.encoding, content.type) == (Encoding.BINARY, XML)
    assert [one.code for one in diagnostics.remarks] == ["xml-content"]


def test_examples_have_names(built: Built) -> None:
    """The single example has none; a mapping keeps its order and follows references."""
    single = content_of(built, "application/json", "{example: 1}")
    several = content_of(
        built,
        "application/json",
        "{examples: {b: {value: 1, summary: one}, a: {dataValue: 2}, c: {externalValue: x}}}",
    )

    assert single.examples == (NamedExample(name="", value=1),)
    assert several.examples == (
        NamedExample(name="b", value=1, summary="one"),
        NamedExample(name="a", value=2),
    )


def test_one_media_type_is_sent(built: Built) -> None:
    """The first that we can write is the request's; parts keep their encodings."""
    diagnostics = Diagnostics()
    api = built(
        """\
        paths:
          /a:
            post:
              requestBody:
                content:
                  application/xml: {schema: {type: object}}
                  multipart/form-data:
                    schema: {type: object, properties: {meta: {type: object, properties: {a: {}}}}}
                    encoding: {meta: {contentType: application/json}}
                  application/json: {}
              responses: {'204': {description: ok}}
        """,
        diagnostics=diagnostics,
    )

    body = api.operations[0].body
    assert body is not None
    assert [one.media_type for one in body.contents] == ["multipart/form-data"]
    assert body.contents[0].parts == (
        PartEncoding(property="meta", content_type="application/json"),
    )
    assert len(diagnostics.remarks) == 2


def test_json_is_asked_for_beside_other_media_types(built: Built) -> None:
    """XML, and the same value in another media type, are left out; other values stay."""
    diagnostics = Diagnostics()
    api = built(
        """\
        paths:
          /a:
            get:
              responses:
                '200':
                  description: ok
                  content:
                    text/plain: {schema: &same {type: object, properties: {a: {}}}}
                    application/json: {schema: *same}
                    text/json: {schema: *same}
                    application/xml: {schema: {type: object}}
                    text/csv: {schema: {type: string}}
                  links: {next: {operationId: other}}
        """,
        diagnostics=diagnostics,
    )

    operation = api.operations[0]
    contents = operation.responses[0].contents
    assert [one.media_type for one in contents] == ["application/json", "text/csv"]
    codes = [one.code for one in diagnostics.remarks]
    assert codes.count("response-media-type") == 3
    assert codes.count("link-not-followed") == 1


def test_a_reply_to_head_has_no_content(built: Built) -> None:
    """What it describes is what a GET would give; an error keeps its class."""
    diagnostics = Diagnostics()
    api = built(
        """
        paths:
          /a:
            head:
              responses:
                '200': {description: ok, content: {application/x+json: {schema: {}}}}
                '204': {description: ok}
                '404': {description: no, content: {application/json: {schema: {}}}}
        """,
        diagnostics=diagnostics,
    )

    ok, none, missing = api.operations[0].responses
    assert (ok.contents, ok.described) == ((), ("application/x+json",))
    assert (none.contents, none.described) == ((), ())
    assert len(missing.contents) == 1 and missing.described == ()
    assert [one.code for one in diagnostics.remarks] == ["head-content"]


def test_the_content_of_a_status_without_any_is_remarked(built: Built) -> None:
    """By HTTP it never comes; an empty content says nothing."""
    diagnostics = Diagnostics()
    built(
        """\
        paths:
          /a:
            get:
              responses:
                '200': {content: {application/json: {}}}
                '204': {content: {application/json: {}}}
                '205': {content: {}}
        """,
        diagnostics=diagnostics,
    )

    found = [one for one in diagnostics.remarks if one.code == "response-without-body"]
    assert [one.pointer for one in found] == ["#/paths/~1a/get/responses/204/content"]


def test_a_star_alone_is_any_media_type(built: Built) -> None:
    """A server knows no other way to ask for it."""
    said = "{schema: {type: string, format: binary}}"
    content = content_of(built, "*", said)
    assert (content.media_type, content.encoding) == ("*/*", Encoding.BINARY)


def test_all_lines_are_sent_together(built: Built) -> None:
    """A request of JSON lines is an array of them; its schema is that of one line."""
    api = built("""\
        paths:
          /a:
            post:
              requestBody: {content: {application/x-ndjson: {schema: {type: string}}}}
              responses: {'204': {description: ok}}
        """)

    body = api.operations[0].body
    assert body is not None
    assert body.contents[0].type == Array(items=STRING)


def test_a_shared_media_type(built: Built) -> None:
    """A media type of OpenAPI 3.2 may be a `$ref`: its key still names it."""
    api = built(
        """\
        paths:
          /a:
            get:
              responses: {'200': {description: ok, content: {application/json: {$ref: '#/components/mediaTypes/Text'}}}}
        components: {mediaTypes: {Text: {schema: {type: string}}}}
        """,
        version="3.2.0",
    )

    content = api.operations[0].responses[0].contents[0]
    assert (content.media_type, content.type) == ("application/json", STRING)
