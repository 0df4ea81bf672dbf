"""Schemas that we make for an operation: all it takes, and what it answers."""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.graph.discriminators import inferred_discriminator
from sdkloom.graph.envelopes import envelope_schema, headers_property
from sdkloom.graph.identities import part_id
from sdkloom.graph.origins import root
from sdkloom.graph.reading import Reading
from sdkloom.ir.behaviour import Pagination
from sdkloom.ir.bodies import Content, Encoding, RequestBody, received_type
from sdkloom.ir.parameters import Parameter
from sdkloom.ir.responses import Response
from sdkloom.ir.schemas import (
    ObjectSchema,
    Origin,
    OriginKind,
    Property,
    Schema,
    UnionSchema,
)
from sdkloom.ir.types import Named, SchemaId, Type


def request_schema(
    reading: Reading,
    owner: str,
    parameters: tuple[Parameter, ...],
    body: RequestBody | None,
) -> SchemaId | None:
    """Make the schema of all arguments (`<Op>Request`); None if there are no parameters.

    Hidden parameters are not part of it: without a body they leave it empty, and beside a body
    there is nothing to put together.
    """
    visible = [item for item in parameters if not item.hidden]
    if not parameters or (not visible and body is not None):
        return None
    id = part_id(SchemaId(owner), "request")
    names = {item.name for item in visible}
    properties: dict[str, Property] = {}
    for item in visible:
        name = item.name
        if name in properties:
            name = _free(f"{item.name}_{item.location.value}", names)
            names.add(name)
        properties[name] = parameter_property(item, name)
    if body is not None:
        name = _free(_body_word(reading, body), names)
        properties[name] = _body_property(body, name)
    reading.schemas[id] = ObjectSchema(
        id=id,
        origin=root(OriginKind.REQUEST, owner=owner),
        properties=tuple(properties.values()),
    )
    return id


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "_"
    return name


def parameter_property(parameter: Parameter, name: str) -> Property:
    """Return the field that stands for a parameter in an object."""
    return Property(
        name=name,
        type=parameter.type,
        required=parameter.required and not parameter.is_global,
        pointer=parameter.pointer,
        name_override=parameter.name_override,
        description=parameter.description,
        default=parameter.default,
        examples=parameter.examples,
        deprecated=parameter.deprecated,
        deprecation_message=parameter.deprecation_message,
        location=parameter.location.value,
        parameter=parameter.name,
    )


def _body_word(reading: Reading, body: RequestBody) -> str:
    """Return the word for the whole body: as set, else its component's name."""
    chosen = reading.settings.generation.request_body_field_name
    if chosen:
        return chosen
    type_ = body.contents[0].type
    if isinstance(type_, Named):
        origin = reading.origins.get(type_.schema)
        if origin is not None and origin.kind is OriginKind.COMPONENT:
            return origin.word
    return "RequestBody"


def _body_property(body: RequestBody, name: str) -> Property:
    return Property(
        name=name,
        type=body.contents[0].type,
        required=body.required,
        pointer=body.pointer,
        name_override=body.name_override,
        description=body.description,
        examples=body.examples,
        location="body",
    )


def response_schema(
    reading: Reading,
    owner: str,
    responses: tuple[Response, ...],
    pagination: Pagination | None,
) -> SchemaId | None:
    """Make the schema of what a method returns (`<Op>Response`), None if that is one body.

    Several success types are a union. A page, and a response with documented headers, is an
    object with the body as its `result`. An envelope is around every reply.
    """
    if reading.settings.python.response_format != "flat":
        return envelope_schema(reading, owner, responses)
    types = tuple(dict.fromkeys(map(received_type, _successes(responses))))
    headers = tuple(headers_property(responses))
    wraps = bool(headers) or (pagination is not None and bool(types))
    id = part_id(SchemaId(owner), "response")
    origin = root(OriginKind.RESPONSE, owner=owner)
    if not wraps:
        if len(types) < 2:
            return None
        reading.schemas[id] = _union(reading, id, origin, responses)
        return id
    result: Type | None = types[0] if types else None
    if len(types) > 1:
        inner = part_id(SchemaId(owner), "result")
        nested = _inner_origin(owner, id)
        reading.schemas[inner] = _union(reading, inner, nested, responses)
        result = Named(inner)
    reading.schemas[id] = ObjectSchema(
        id=id,
        origin=origin,
        properties=(*headers, *_wrapped(result)),
    )
    return id


def _inner_origin(owner: str, id: SchemaId) -> Origin:
    kind = OriginKind.PROPERTY
    return Origin(
        kind=kind,
        word="result",
        parent=id,
        owner=owner,
        steps=((OriginKind.RESPONSE, ""), (kind, "result")),
    )


def _wrapped(result: Type | None) -> Iterator[Property]:
    if result is not None:
        yield Property(name="result", type=result, required=True)


def _union(
    reading: Reading, id: SchemaId, origin: Origin, responses: tuple[Response, ...]
) -> Schema:
    """Return the union of all answers; those that are JSON may be told apart by a property."""
    first: dict[Type, Content] = {}
    for content in _successes(responses):
        first.setdefault(received_type(content), content)
    are_json = all(item.encoding is Encoding.JSON for item in first.values())
    nodes = tuple(
        reading.document.node(item.pointer) / "schema" for item in first.values()
    )
    return UnionSchema(
        id=id,
        origin=origin,
        variants=tuple(first),
        discriminator=inferred_discriminator(reading, nodes) if are_json else None,
    )


def _successes(responses: tuple[Response, ...]) -> Iterator[Content]:
    for response in responses:
        if not response.is_error:
            yield from response.contents


def error_schemas(responses: tuple[Response, ...]) -> tuple[SchemaId, ...]:
    """Return the schemas of an operation's JSON error bodies, the lowest status first."""
    found: dict[SchemaId, None] = {}
    for response in sorted(responses, key=lambda one: _rank(one.status)):
        if not response.is_error:
            continue
        for content in response.contents:
            if content.encoding is Encoding.JSON and isinstance(content.type, Named):
                found.setdefault(content.type.schema)
    return tuple(found)


def _rank(status: str) -> str:
    """Return what statuses are ordered by: a range comes after the codes in it."""
    return "~" if status == "default" else status.replace("X", "~")
