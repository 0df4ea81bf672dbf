"""The two halves of a schema that is sent and received, and differs by direction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sdkloom.graph.schemas import part_id
from sdkloom.ir.api import Api, Webhook
from sdkloom.ir.bodies import Content
from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import ObjectSchema, Schema
from sdkloom.ir.types import SchemaId, Type
from sdkloom.ir.walk import (
    map_types,
    redirected,
    referrers,
    request_side,
    response_side,
)

Targets = Mapping[SchemaId, SchemaId]
_NO_TARGETS: Targets = {}


def split_directions(api: Api) -> Api:
    """Return an API in which no request holds a read-only property, no reply a write-only one.

    A schema that is used on one side loses the properties of the other. One that is used on
    both, and has such properties or refers to a schema that has, becomes two.
    """
    marked = [id for id, schema in api.schemas.items() if _is_marked(schema)]
    if not marked:
        return api
    sent, received = request_side(api), response_side(api)
    both = {id for id in _with_referrers(api, marked) if id in sent and id in received}
    inputs = {id: part_id(id, "input") for id in api.schemas if id in both}
    outputs = {id: part_id(id, "output") for id in api.schemas if id in both}
    schemas: dict[SchemaId, Schema] = {}
    for id, schema in api.schemas.items():
        if id in both:
            schemas[inputs[id]] = _half(schema, inputs[id], inputs, is_input=True)
            schemas[outputs[id]] = _half(schema, outputs[id], outputs, is_input=False)
        else:
            is_input = id in sent
            targets = inputs if is_input else outputs
            schemas[id] = _half(schema, id, targets, is_input=is_input)
    return replace(
        api,
        schemas=schemas,
        operations=tuple(_operation(item, inputs, outputs) for item in api.operations),
        webhooks=tuple(_webhook(item, inputs, outputs) for item in api.webhooks),
    )


def _is_marked(schema: Schema) -> bool:
    return isinstance(schema, ObjectSchema) and any(
        item.read_only or item.write_only for item in schema.properties
    )


def _with_referrers(api: Api, marked: Iterable[SchemaId]) -> set[SchemaId]:
    above = referrers(api.schemas)
    found = set(marked)
    stack = list(found)
    while stack:
        for other in above[stack.pop()]:
            if other not in found:
                found.add(other)
                stack.append(other)
    return found


def _half(schema: Schema, id: SchemaId, targets: Targets, *, is_input: bool) -> Schema:
    half = map_types(schema, lambda type_: redirected(type_, targets))
    if isinstance(half, ObjectSchema):
        kept = tuple(
            item
            for item in half.properties
            if not (item.read_only if is_input else item.write_only)
        )
        half = replace(half, properties=kept)
    return replace(half, id=id)


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
