"""Schemas of envelopes: the reply of a call with its body (`responseFormat`)."""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.graph.identities import part_id
from sdkloom.graph.origins import root
from sdkloom.graph.reading import Reading
from sdkloom.ir.bodies import received_type
from sdkloom.ir.responses import Response
from sdkloom.ir.schemas import ObjectSchema, OriginKind, Property
from sdkloom.ir.types import (
    REQUEST,
    RESPONSE,
    STRING,
    Array,
    Dictionary,
    Named,
    Scalar,
    ScalarKind,
    SchemaId,
    Type,
)

_METADATA = SchemaId("#/~http-metadata")
_WORD = "HTTPMetadata"


def envelope_schema(
    reading: Reading, owner: str, responses: tuple[Response, ...]
) -> SchemaId:
    """Make the envelope of an operation: what is known of every reply, then a field for each body.

    Bodies of one type share a field. Which of the bodies has come is not known before: each of
    their fields may be absent.
    """
    id = part_id(SchemaId(owner), "response")
    reading.schemas[id] = ObjectSchema(
        id=id,
        origin=root(OriginKind.RESPONSE, owner=owner),
        properties=(
            *_known(reading),
            *_headers(responses),
            *_bodies(responses),
        ),
    )
    return id


def headers_property(responses: tuple[Response, ...]) -> Iterator[Property]:
    """Yield the property that holds all headers, if any response has a documented one."""
    if any(response.headers for response in responses):
        headers = Dictionary(values=Array(items=STRING))
        yield Property(name="headers", type=headers, required=True)


def _headers(responses: tuple[Response, ...]) -> Iterator[Property]:
    yield from headers_property(
        tuple(response for response in responses if not response.is_error)
    )


def _known(reading: Reading) -> Iterator[Property]:
    if reading.settings.python.response_format == "envelope-http":
        yield _property("http_meta", Named(_metadata(reading)), "")
        return
    texts = {
        "content_type": "HTTP response content type for this operation",
        "status_code": "HTTP response status code for this operation",
        "raw_response": "Raw HTTP response; suitable for custom response parsing",
    }
    types: tuple[Type, ...] = (STRING, Scalar(kind=ScalarKind.INTEGER), RESPONSE)
    for (name, text), type_ in zip(texts.items(), types, strict=True):
        yield _property(name, type_, text)


def _metadata(reading: Reading) -> SchemaId:
    if _METADATA not in reading.schemas:
        reading.schemas[_METADATA] = ObjectSchema(
            id=_METADATA,
            origin=root(OriginKind.HTTP_METADATA, word=_WORD),
            properties=(
                _property("response", RESPONSE, "The HTTP response"),
                _property("request", REQUEST, "The HTTP request"),
            ),
        )
    return _METADATA


def _property(name: str, type_: Type, description: str) -> Property:
    return Property(name=name, type=type_, required=True, description=description)


def _bodies(responses: tuple[Response, ...]) -> Iterator[Property]:
    known: set[Type] = set()
    for response in responses:
        for content in () if response.is_error else response.contents:
            type_ = received_type(content)
            if type_ in known:
                continue
            known.add(type_)
            place = f"{response.status} {content.media_type}"
            yield Property(
                name=place,
                type=type_,
                required=False,
                pointer=content.pointer,
                description=response.description,
                location="body",
                parameter=place,
            )
