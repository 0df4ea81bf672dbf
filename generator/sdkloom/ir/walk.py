"""Ways through the graph of schemas: who refers to whom, what is reachable, which are rings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from sdkloom.ir.api import Api
from sdkloom.ir.operations import Operation
from sdkloom.ir.rings import rings
from sdkloom.ir.schemas import (
    AliasSchema,
    EnumSchema,
    ObjectSchema,
    Schema,
    UnionSchema,
)
from sdkloom.ir.security import CustomScheme
from sdkloom.ir.types import (
    Array,
    Dictionary,
    Named,
    Nullable,
    SchemaId,
    Stream,
    Tuple,
    Type,
)

Schemas = Mapping[SchemaId, Schema]


def inner_types(type_: Type) -> tuple[Type, ...]:
    """Return the types that a type is directly made of."""
    if isinstance(type_, (Array, Stream)):
        return (type_.items,) if isinstance(type_, Array) else (type_.item,)
    if isinstance(type_, Dictionary):
        return (type_.values,)
    if isinstance(type_, Nullable):
        return (type_.type,)
    if isinstance(type_, Tuple):
        return type_.prefix if type_.rest is None else (*type_.prefix, type_.rest)
    return ()


def named_in(types: Iterable[Type]) -> Iterator[SchemaId]:
    """Yield the schemas that types refer to, in order, again for each time."""
    stack = list(types)[::-1]
    while stack:
        type_ = stack.pop()
        if isinstance(type_, Named):
            yield type_.schema
        else:
            stack.extend(reversed(inner_types(type_)))


def types_of(schema: Schema) -> tuple[Type, ...]:
    """Return the types that stand in a schema, in order."""
    if isinstance(schema, ObjectSchema):
        types = tuple(item.type for item in schema.properties)
        return types if schema.additional is None else (*types, schema.additional)
    if isinstance(schema, UnionSchema):
        return schema.variants
    return (schema.type,) if isinstance(schema, AliasSchema) else ()


def references(schema: Schema) -> tuple[SchemaId, ...]:
    """Return the schemas that a schema refers to, each once, in order."""
    return tuple(dict.fromkeys(named_in(types_of(schema))))


def reachable(schemas: Schemas, roots: Iterable[SchemaId]) -> dict[SchemaId, None]:
    """Return the roots and all schemas that can be reached from them, nearest first."""
    found: dict[SchemaId, None] = {}
    queue = [id for id in dict.fromkeys(roots) if id in schemas]
    for id in queue:
        found[id] = None
    for id in queue:
        for other in references(schemas[id]):
            if other not in found and other in schemas:
                found[other] = None
                queue.append(other)
    return found


def sent_types(operation: Operation) -> tuple[Type, ...]:
    """Return the types of what an operation sends."""
    parameters = tuple(item.type for item in operation.parameters)
    body = operation.body
    contents = () if body is None else tuple(item.type for item in body.contents)
    return (*parameters, *contents)


def received_types(operation: Operation) -> tuple[Type, ...]:
    """Return the types of what an operation answers, errors among them."""
    return tuple(
        content.type
        for response in operation.responses
        for content in response.contents
    )


def request_side(api: Api) -> dict[SchemaId, None]:
    """Return the schemas that an SDK sends."""
    roots = [
        id
        for operation in api.operations
        for id in (
            *_given(operation.request_schema),
            *named_in(sent_types(operation)),
            *_given(operation.globals_schema),
            *_given(operation.security_schema),
        )
    ]
    for webhook in api.webhooks:
        roots.extend(named_in(received_types(webhook.operation)))
    roots.extend((*_given(api.globals_schema), *_given(api.security_schema)))
    roots.extend(named_in(item.type for item in api.globals))
    schemes = api.security_schemes.values()
    roots.extend(item.schema for item in schemes if isinstance(item, CustomScheme))
    return reachable(api.schemas, roots)


def response_side(api: Api) -> dict[SchemaId, None]:
    """Return the schemas that an SDK receives."""
    roots = [
        id
        for operation in api.operations
        for id in (
            *named_in(received_types(operation)),
            *_given(operation.response_schema),
        )
    ]
    for webhook in api.webhooks:
        roots.extend(named_in(sent_types(webhook.operation)))
    return reachable(api.schemas, roots)


def _given(id: SchemaId | None) -> tuple[SchemaId, ...]:
    return () if id is None else (id,)


def referrers(schemas: Schemas) -> dict[SchemaId, list[SchemaId]]:
    """Return, for each schema, the schemas that refer to it."""
    found: dict[SchemaId, list[SchemaId]] = {id: [] for id in schemas}
    for id, schema in schemas.items():
        for other in references(schema):
            if other in found:
                found[other].append(id)
    return found


def schema_rings(schemas: Schemas) -> tuple[tuple[SchemaId, ...], ...]:
    """Return the schemas grouped so that those that lead to each other are together.

    What a group refers to comes in earlier groups. Members of a group are in the order of
    `schemas`.
    """
    order = {id: index for index, id in enumerate(schemas)}
    edges = {id: references(schema) for id, schema in schemas.items()}
    return tuple(tuple(sorted(ring, key=order.__getitem__)) for ring in rings(edges))


def map_types(schema: Schema, change: Callable[[Type], Type]) -> Schema:
    """Return a schema with each type in it changed."""
    if isinstance(schema, ObjectSchema):
        properties = tuple(
            replace(item, type=change(item.type)) for item in schema.properties
        )
        additional = schema.additional
        return replace(
            schema,
            properties=properties,
            additional=None if additional is None else change(additional),
        )
    if isinstance(schema, UnionSchema):
        variants = tuple(change(item) for item in schema.variants)
        return replace(schema, variants=variants)
    if isinstance(schema, EnumSchema):
        return schema
    return replace(schema, type=change(schema.type))


def redirected(type_: Type, targets: Mapping[SchemaId, SchemaId]) -> Type:
    """Return a type whose references lead to other schemas."""
    if isinstance(type_, Named):
        target = targets.get(type_.schema)
        return type_ if target is None else Named(target)
    if isinstance(type_, Nullable):
        return Nullable(redirected(type_.type, targets))
    if isinstance(type_, Array):
        return replace(type_, items=redirected(type_.items, targets))
    if isinstance(type_, Stream):
        return replace(type_, item=redirected(type_.item, targets))
    if isinstance(type_, Dictionary):
        return replace(type_, values=redirected(type_.values, targets))
    if isinstance(type_, Tuple):
        rest = type_.rest
        return replace(
            type_,
            prefix=tuple(redirected(item, targets) for item in type_.prefix),
            rest=None if rest is None else redirected(rest, targets),
        )
    return type_
