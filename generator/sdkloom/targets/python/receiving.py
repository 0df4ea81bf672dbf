"""What an operation answers, as source: its replies, its errors, the object around a value."""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.ir.api import Api
from sdkloom.ir.bodies import Content, Encoding, received_type
from sdkloom.ir.operations import Operation
from sdkloom.ir.responses import Response
from sdkloom.ir.schemas import ObjectSchema
from sdkloom.ir.types import Named, Scalar, ScalarKind, Type, without_null
from sdkloom.targets.python.casing import upper_snake
from sdkloom.targets.python.event_data import event_schema, flat_data
from sdkloom.targets.python.layout import (
    Code,
    call,
    flat,
    keyword,
    lay_out,
    tuple_of,
)
from sdkloom.targets.python.lazytypes import LazyTypes
from sdkloom.targets.python.literals import text_literal
from sdkloom.targets.python.names_table import ErrorName, Names
from sdkloom.targets.python.sending import OPERATION_MODULE
from sdkloom.targets.python.sending_parts import part_items

_DECODERS = {
    Encoding.JSON: "json",
    Encoding.FORM: "text",
    Encoding.MULTIPART: "stream",
    Encoding.TEXT: "text",
    Encoding.BINARY: "stream",
    Encoding.XML: "text",
    Encoding.EVENT_STREAM: "event-stream",
    Encoding.JSON_LINES: "json-lines",
    Encoding.PARTS: "parts",
    Encoding.PART_STREAM: "part-stream",
}
_TYPED_DECODERS = ("json", "event-stream", "json-lines")
TYPED = (*_TYPED_DECODERS, "parts", "part-stream")
"""The decoders whose values have the types of the document."""
_KNOWN = ("headers", "content_type", "status_code", "raw_response", "http_meta")
"""The parts of a reply beside its body that an object around it may hold."""
STREAMS = (Encoding.EVENT_STREAM, Encoding.JSON_LINES, Encoding.PART_STREAM)


def successes(operation: Operation) -> tuple[Response, ...]:
    """Return the responses that a method returns."""
    return tuple(one for one in operation.responses if not one.is_error)


def success_contents(operation: Operation) -> tuple[Content, ...]:
    """Return the contents that a method may return, in the order of the document."""
    return tuple(
        content for response in successes(operation) for content in response.contents
    )


def usual_contents(operation: Operation) -> tuple[Content, ...]:
    """Return what comes when a call does what it should, though other statuses raise nothing."""
    responses = successes(operation)
    usual = [one for one in responses if one.status.startswith("2")] or responses
    return tuple(content for response in usual for content in response.contents)


def has_empty_success(operation: Operation) -> bool:
    """Return whether a numbered success has no content, so that a method may return None."""
    return any(
        not one.contents and one.status != "default" for one in successes(operation)
    )


def wrapper_schema(operation: Operation, api: Api) -> ObjectSchema | None:
    """Return the object that a page, or a value with typed headers, is handed out in."""
    if operation.response_schema is None:
        return None
    schema = api.schemas.get(operation.response_schema)
    return schema if isinstance(schema, ObjectSchema) else None


def wrapper_source(operation: Operation, types: LazyTypes) -> Code | None:
    """Return the description of the object around a value, None where there is none."""
    schema = wrapper_schema(operation, types.scope.api)
    if schema is None:
        return None
    items = [keyword("type", types.lazy(Named(schema.id)))]
    for one in schema.properties:
        if one.name in _KNOWN and not one.location:
            field = types.scope.names.field(schema.id, one.name)
            items.append(keyword(one.name, text_literal(field)))
        if one.name == "http_meta":
            items.append(keyword("http_type", types.lazy(one.type)))
    if operation.pagination is not None:
        items.append(keyword("next", '"next"'))
    return call(types.use(OPERATION_MODULE, "Wrapper"), *items)


def replies_source(operation: Operation, types: LazyTypes) -> Code | None:
    """Return the tuple of an operation's successes, None if none is documented."""
    scope = types.scope
    sources: list[Code] = []
    for response in successes(operation):
        if not response.contents:
            sources.append(_empty_reply(response, types))
        for content in response.contents:
            field = body_field(operation, content, scope.api, scope.names)
            sources.append(_reply(response, content, field, types))
    return tuple_of(sources) if sources else None


def _empty_reply(response: Response, types: LazyTypes) -> Code:
    return call(
        types.use(OPERATION_MODULE, "Reply"),
        *_status(response),
        keyword("media_type", '""'),
        keyword("decoder", '"none"'),
    )


def _status(response: Response) -> Iterator[Code]:
    if response.status != "200":
        yield keyword("status", text_literal(response.status))


def _reply(response: Response, content: Content, field: str, types: LazyTypes) -> Code:
    items = [*_status(response), *_reply_items(content, types)]
    if field:
        items.append(keyword("field", text_literal(field)))
    return call(types.use(OPERATION_MODULE, "Reply"), *items)


def body_field(operation: Operation, content: Content, api: Api, names: Names) -> str:
    """Return the field of an envelope that a body is in, "" if it is in none."""
    schema = wrapper_schema(operation, api)
    if schema is None:
        return ""
    type_ = received_type(content)
    for one in schema.properties:
        if one.location == "body" and one.type == type_:
            return names.field(schema.id, one.name)
    return ""


def decoder_of(content: Content) -> str:
    """Return the runtime's word for how a content is read.

    JSON's media types are read as JSON whatever the schema says; a schema of binary content
    under another media type is a download.
    """
    return _DECODERS[content.encoding]


def _reply_items(content: Content, types: LazyTypes) -> Iterator[Code]:
    decoder = decoder_of(content)
    if content.media_type != "application/json":
        yield keyword("media_type", text_literal(content.media_type))
    if decoder != "json":
        yield keyword("decoder", text_literal(decoder))
    if decoder in _TYPED_DECODERS:
        yield keyword("type", types.lazy(item_type(content, types)))
    if content.encoding in (Encoding.PARTS, Encoding.PART_STREAM):
        yield from part_items(content, types, received=True)
    if content.encoding is not Encoding.EVENT_STREAM:
        return
    if content.sentinel:
        yield keyword("sentinel", text_literal(content.sentinel))
    if not content.data_is_json:
        yield keyword("data_is_json", "False")
    if not _needs_data(content, types.scope.api):
        yield keyword("data_required", "False")
    if is_flat(content, types):
        yield keyword("flat", "True")


def is_flat(content: Content, types: LazyTypes) -> bool:
    """Return whether a stream hands out the data of its events (`sseFlatResponse`)."""
    return _flat_data(content, types) is not None


def item_type(content: Content, types: LazyTypes) -> Type:
    """Return the type of a content, or of one item of a stream."""
    return _flat_data(content, types) or content.type


def _flat_data(content: Content, types: LazyTypes) -> Type | None:
    if content.encoding is not Encoding.EVENT_STREAM:
        return None
    return flat_data(content.type, types.scope.api, types.scope.settings)


def _needs_data(content: Content, api: Api) -> bool:
    """Return whether an event without data is none.

    The standard drops such events. They are kept where the document says that data may be absent,
    and has a place for what else an event can say.
    """
    event = event_schema(content.type, api)
    if event is None:
        return True
    is_required = {one.name: one.required for one in event.properties}
    return is_required.get("data", False) or not is_required.keys() & {"event", "id"}


def errors_source(operation: Operation, types: LazyTypes) -> Code | None:
    """Return the tuple of an operation's documented errors, None if there are none.

    Statuses from 400 on need no entry for the default error: it is raised for all of them.
    """
    sources: list[Code] = []
    for response in operation.responses:
        if response.is_error:
            sources += _errors(response, types)
    return tuple_of(sources) if sources else None


def _errors(response: Response, types: LazyTypes) -> Iterator[Code]:
    is_plain = response.status[:1] in "45"
    if not response.contents and not is_plain:
        yield _error(response, (), types)
    for content in response.contents:
        items = tuple(_error_items(content, types))
        if not is_plain or any("error=" in flat(item) for item in items):
            yield _error(response, items, types)


def error_name(content: Content, names: Names) -> ErrorName | None:
    """Return the exception of a content's schema, None where it has no class of its own."""
    bare = without_null(content.type)
    return names.errors.get(bare.schema) if isinstance(bare, Named) else None


def _error(response: Response, items: tuple[Code, ...], types: LazyTypes) -> Code:
    code = call(
        types.use(OPERATION_MODULE, "ErrorReply"),
        keyword("status", text_literal(response.status)),
        *items,
    )
    word = f"_ERROR_{upper_snake(response.status)}"
    return types.share(word, lay_out(code, before=len(word) + 5))


def _error_items(content: Content, types: LazyTypes) -> Iterator[Code]:
    if content.media_type != "application/json":
        yield keyword("media_type", text_literal(content.media_type))
    name = error_name(content, types.scope.names)
    if name is None or content.encoding is not Encoding.JSON:
        return
    yield keyword("error", f"lambda: {_error_class(name, name.class_name, types)}")
    yield keyword("data", f"lambda: {_error_class(name, name.data_class_name, types)}")


def _error_class(name: ErrorName, class_name: str, types: LazyTypes) -> str:
    return f"{types.package(name.package)}.{class_name}"


def accept_of(operation: Operation) -> str:
    """Return the Accept header: what a method can return, the first documented preferred."""
    described = (name for one in successes(operation) for name in one.described)
    returned = (content.media_type for content in success_contents(operation))
    media_types = list(dict.fromkeys((*described, *returned)))
    if not media_types:
        return "*/*"
    # RFC 9110, 12.4.2: weights have one digit here; none is 0, which would refuse the type.
    weights = [
        "",
        *(f";q={max(1, 9 - index) / 10}" for index in range(len(media_types))),
    ]
    return ", ".join(
        f"{media_type}{weight}"
        for media_type, weight in zip(media_types, weights, strict=False)
    )


def is_boolean(type_: Type) -> bool:
    """Return whether a type is boolean, null aside."""
    bare = without_null(type_)
    return isinstance(bare, Scalar) and bare.kind is ScalarKind.BOOLEAN
