"""The two halves of a schema that is sent and received, and differs by direction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sdkloom.graph.identities import part_id
from sdkloom.ir.api import Api, Webhook
from sdkloom.ir.bodies import Content
from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import ObjectSchema, OriginKind, Schema, UnionSchema
from sdkloom.ir.types import SchemaId, Type
from sdkloom.ir.walk import (
    map_types,
    redirected,
    references,
    referrers,
    request_side,
    response_side,
)

Targets = Mapping[SchemaId, SchemaId]
_NO_TARGETS: Targets = {}


def split_directions(api: Api) -> Api:
    """Return an API in which no request holds a read-only property, no reply a write-only one.

    A schema that is used on one side loses the properties of the other. One that is used on
    both is two where it differs: `ID~input` is sent, `ID~output` received; the half that is the
    same as the whole keeps the whole's identity.
    """
    sent, received = request_side(api), response_side(api)
    above = referrers(api.schemas)
    read_only = _with_referrers(above, _marked(api, sent, is_input=True))
    write_only = _with_referrers(above, _marked(api, received, is_input=False))
    if not read_only and not write_only:
        return api
    both = {id for id in sent if id in received}
    inputs = {
        id: part_id(id, "input")
        for id in read_only
        if id in both or (id in sent and _is_shared(api.schemas, id, is_input=True))
    }
    outputs = {id: part_id(id, "output") for id in write_only if id in both}
    schemas: dict[SchemaId, Schema] = {}
    for id, schema in api.schemas.items():
        if id in sent:
            target = inputs.get(id, id)
            schemas[target] = _half(schema, target, inputs, is_input=True)
        if id in received:
            target = outputs.get(id, id)
            schemas[target] = _half(schema, target, outputs, is_input=False)
        if id not in sent and id not in received:
            schemas[id] = schema
    return replace(
        api,
        schemas={id: _settled(one, schemas, inputs) for id, one in schemas.items()},
        operations=tuple(_operation(item, inputs, outputs) for item in api.operations),
        webhooks=tuple(_webhook(item, inputs, outputs) for item in api.webhooks),
    )


def _settled(
    schema: Schema, schemas: Mapping[SchemaId, Schema], inputs: Targets
) -> Schema:
    """Return a schema that stands in the half of its parent that there is."""
    parent = schema.origin.parent
    if parent is None or parent not in inputs:
        return schema
    is_half = schema.id in inputs.values()
    if parent in schemas and not is_half:
        return schema
    return replace(schema, origin=replace(schema.origin, parent=inputs[parent]))


def _marked(api: Api, side: Iterable[SchemaId], *, is_input: bool) -> list[SchemaId]:
    """Return the schemas of a side that lose a property there."""
    return [id for id in side if _loses(api.schemas[id], is_input=is_input)]


def _loses(schema: Schema, *, is_input: bool) -> bool:
    return isinstance(schema, ObjectSchema) and any(
        item.read_only if is_input else item.write_only for item in schema.properties
    )


def _is_shared(
    schemas: Mapping[SchemaId, Schema], id: SchemaId, *, is_input: bool
) -> bool:
    """Return whether a component is not what it says, and so must not have its bare name.

    A component that is a union goes with the variants that are written in it.
    """
    schema = schemas[id]
    is_component = schema.origin.kind is OriginKind.COMPONENT
    if isinstance(schema, UnionSchema):
        return is_component and any(
            _loses(schemas[inner], is_input=is_input)
            for inner in references(schema)
            if schemas[inner].origin.parent == id
        )
    parent = schemas.get(schema.origin.parent or id)
    if schema.origin.kind is OriginKind.VARIANT and parent is not None:
        is_component = parent.origin.kind is OriginKind.COMPONENT
        is_component = is_component and isinstance(parent, UnionSchema)
    return is_component and _loses(schema, is_input=is_input)


def _with_referrers(
    above: Mapping[SchemaId, list[SchemaId]], marked: Iterable[SchemaId]
) -> dict[SchemaId, None]:
    found = dict.fromkeys(marked)
    stack = list(found)
    while stack:
        for other in above[stack.pop()]:
            if other not in found:
                found[other] = None
                stack.append(other)
    return found


def _half(schema: Schema, id: SchemaId, targets: Targets, *, is_input: bool) -> Schema:
    half = schema
    if any(other in targets for other in references(schema)):
        half = map_types(schema, lambda type_: redirected(type_, targets))
    if isinstance(half, ObjectSchema) and _loses(half, is_input=is_input):
        kept = tuple(
            item
            for item in half.properties
            if not (item.read_only if is_input else item.write_only)
        )
        half = replace(half, properties=kept)
    return half if half.id == id else replace(half, id=id)


def _content(content: Content, targets: Targets) -> Content:
    return replace(content, type=redirected(content.type, targets))


def _operation(operation: Operation, inputs: Targets, outputs: Targets) -> Operation:
    body = operation.body
    if body is not None:
        contents = tuple(_content(item, inputs) for item in body.contents)
        body = replace(body, contents=contents)

    def sent(type_: Type) -> Type:
        return redirected(type_, inputs)

    return replace(
        operation,
        parameters=tuple(
            replace(item, type=sent(item.type)) for item in operation.parameters
        ),
        body=body,
        responses=tuple(
            replace(
                item,
                contents=tuple(_content(one, outputs) for one in item.contents),
            )
            for item in operation.responses
        ),
        error_schemas=tuple(outputs.get(id, id) for id in operation.error_schemas),
    )


def _webhook(webhook: Webhook, inputs: Targets, outputs: Targets) -> Webhook:
    """Return a webhook's halves: what it sends is what we receive."""
    return replace(webhook, operation=_operation(webhook.operation, outputs, inputs))
