"""What an operation sends, as source: its parameters and its body."""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.ir.api import Api
from sdkloom.ir.bodies import Content, Encoding
from sdkloom.ir.operations import Operation
from sdkloom.ir.parameters import Location, Parameter, Style
from sdkloom.ir.schemas import ObjectSchema, UnionSchema
from sdkloom.ir.types import (
    Anything,
    Array,
    Dictionary,
    Named,
    Nullable,
    Tuple,
    Type,
    without_null,
)
from sdkloom.targets.python.annotations import Scope
from sdkloom.targets.python.classes import attribute
from sdkloom.targets.python.flattening import Flattening, Shape, flattening_of
from sdkloom.targets.python.layout import Code, call, keyword, tuple_of
from sdkloom.targets.python.lazytypes import LazyTypes
from sdkloom.targets.python.literals import text_literal
from sdkloom.targets.python.names_table import Names
from sdkloom.targets.python.sending_parts import form_items, part_items

_DEFAULT_STYLE = {
    Location.PATH: Style.SIMPLE,
    Location.QUERY: Style.FORM,
    Location.QUERYSTRING: Style.FORM,
    Location.HEADER: Style.SIMPLE,
    Location.COOKIE: Style.FORM,
}
_EXPLODED = (Style.FORM, Style.COOKIE)
_CODECS = {
    Encoding.JSON: "json",
    Encoding.FORM: "form",
    Encoding.MULTIPART: "multipart",
    Encoding.TEXT: "text",
    Encoding.BINARY: "binary",
    Encoding.XML: "xml",
    Encoding.EVENT_STREAM: "text",
    Encoding.JSON_LINES: "json-lines",
    Encoding.PARTS: "parts",
    Encoding.PART_STREAM: "parts",
}
_UNTYPED_CODECS = ("text", "binary", "xml", "parts")
OPERATION_MODULE = "._runtime.operation"


def argument_names(operation: Operation, types: LazyTypes) -> dict[str, str]:
    """Return the key under which a call finds each parameter, by `location:name`.

    It is the argument, or, where everything is in one object, the field of its model.
    """
    scope = types.scope
    shape = flattening_of(operation, scope.api, scope.settings).shape
    fields = _request_attributes(operation, scope)
    found: dict[str, str] = {}
    for one in operation.parameters:
        location = one.location.value
        name = scope.names.argument(operation.id, location, one.name)
        if shape is Shape.WRAPPER:
            name = fields.get((location, one.name), name)
        found[f"{location}:{one.name}"] = name
    return found


def parameters_source(operation: Operation, types: LazyTypes) -> Code | None:
    """Return the tuple of an operation's parameters, None if there are none."""
    names = argument_names(operation, types)
    sources = [
        _parameter(one, names[f"{one.location.value}:{one.name}"], types)
        for one in operation.parameters
    ]
    return tuple_of(sources) if sources else None


def _parameter(parameter: Parameter, argument: str, types: LazyTypes) -> Code:
    return call(
        types.use(OPERATION_MODULE, "Parameter"),
        *_parameter_items(parameter, argument, types),
    )


def _parameter_items(
    parameter: Parameter, argument: str, types: LazyTypes
) -> Iterator[Code]:
    yield keyword("name", text_literal(parameter.name))
    if argument != parameter.name:
        yield keyword("argument", text_literal(argument))
    if parameter.location is not Location.QUERY:
        yield keyword("location", text_literal(parameter.location.value))
    if parameter.content_media_type:
        yield keyword("media_type", text_literal(parameter.content_media_type))
    else:
        yield from _style_items(parameter)
    if parameter.content_media_type or holds_object(parameter.type, types.scope.api):
        yield keyword("type", types.lazy(parameter.type))
    if parameter.required and parameter.location is not Location.PATH:
        yield keyword("required", "True")
    if parameter.is_global:
        yield keyword("is_global", "True")
        name = types.scope.names.global_(parameter)
        if name != argument:
            yield keyword("global_name", text_literal(name))
    if isinstance(parameter.type, Nullable):
        yield keyword("nullable", "True")


def _style_items(parameter: Parameter) -> Iterator[Code]:
    if parameter.style is not _DEFAULT_STYLE[parameter.location]:
        yield keyword("style", text_literal(parameter.style.value))
    if parameter.explode != (parameter.style in _EXPLODED):
        yield keyword("explode", str(parameter.explode))
    if parameter.allow_reserved:
        yield keyword("allow_reserved", "True")
    if parameter.allow_slashes:
        yield keyword("allow_slashes", "True")


def holds_object(type_: Type, api: Api) -> bool:
    """Return whether a value may be an object with fields of its own, in whatever wrapping."""
    bare = without_null(type_)
    match bare:
        case Array():
            return holds_object(bare.items, api)
        case Dictionary():
            return holds_object(bare.values, api)
        case Tuple():
            parts = (*bare.prefix, bare.rest) if bare.rest is not None else bare.prefix
            return any(holds_object(part, api) for part in parts)
        case Named():
            schema = api.schemas.get(bare.schema)
            return isinstance(schema, (ObjectSchema, UnionSchema))
    return False


def body_source(operation: Operation, types: LazyTypes) -> Code | None:
    """Return the description of an operation's body, None if it sends none."""
    if operation.body is None:
        return None
    scope = types.scope
    flattening = flattening_of(operation, scope.api, scope.settings)
    return call(
        types.use(OPERATION_MODULE, "Body"),
        *_body_items(operation, operation.body.contents[0], flattening, types),
    )


def _body_items(
    operation: Operation, content: Content, flattening: Flattening, types: LazyTypes
) -> Iterator[Code]:
    assert operation.body is not None
    codec = _CODECS[content.encoding]
    if content.media_type != "application/json":
        yield keyword("media_type", text_literal(content.media_type))
    if codec != "json":
        yield keyword("codec", text_literal(codec))
    if flattening.shape is Shape.SEPARATE and flattening.body is not None:
        yield keyword("fields", _fields(operation, flattening.body, types.scope.names))
    else:
        name = body_argument(operation, flattening.shape, types.scope)
        yield keyword("argument", text_literal(name))
    sent = content.type
    if codec == "json-lines" and isinstance(sent, Array):
        sent = sent.items
    if codec not in _UNTYPED_CODECS and not isinstance(sent, Anything):
        yield keyword("type", types.lazy(sent))
    if operation.body.required:
        yield keyword("required", "True")
    if content.encoding is Encoding.PARTS:
        yield from part_items(content, types)
    yield from form_items(content, types)
    others = [
        call(
            types.use(OPERATION_MODULE, "Body"),
            *_body_items(operation, other, flattening, types),
        )
        for other in operation.body.contents[1:]
        if content is operation.body.contents[0]
    ]
    if others:
        yield keyword("others", tuple_of(others))


def body_argument(operation: Operation, shape: Shape, scope: Scope) -> str:
    """Return the argument, or the field of the request object, that holds a whole body."""
    if shape is Shape.BODY:
        return "request"
    name = scope.names.argument(operation.id, "body", "")
    if shape is Shape.WRAPPER:
        return _request_attributes(operation, scope).get(("body", ""), name)
    return name


def _request_attributes(
    operation: Operation, scope: Scope
) -> dict[tuple[str, str], str]:
    """Return the attributes of an operation's request object by location and wire name.

    They are those of its model, which writes constants in a way of its own.
    """
    if operation.request_schema is None:
        return {}
    schema = scope.api.schemas.get(operation.request_schema)
    if not isinstance(schema, ObjectSchema):
        return {}
    return {
        (one.location, one.parameter): attribute(
            schema, one, scope.names, scope.settings
        )
        for one in schema.properties
    }


def _fields(operation: Operation, schema: ObjectSchema, names: Names) -> Code:
    return tuple_of(
        tuple_of(
            (
                text_literal(names.argument(operation.id, "body", one.name)),
                text_literal(one.name),
            )
        )
        for one in schema.properties
    )
