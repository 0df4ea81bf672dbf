"""Error bodies that are equal, and so are one (`deduplicateErrors`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sdkloom.ir.api import Api
from sdkloom.ir.equality import equality_keys
from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import OriginKind
from sdkloom.ir.types import SchemaId
from sdkloom.ir.walk import (
    named_in,
    reachable,
    redirected,
    request_side,
    response_side,
)

Targets = Mapping[SchemaId, SchemaId]


def merge_errors(api: Api) -> Api:
    """Return an API in which equal error bodies that are written in place are the first of them.

    A component keeps the name that its author gave it. What only the others used is left out.
    """
    targets = _targets(api)
    if not targets:
        return api
    operations = tuple(_redirected(item, targets) for item in api.operations)
    merged = replace(api, operations=operations)
    used = {**request_side(merged), **response_side(merged)}
    before = {**request_side(api), **response_side(api)}
    gone = {id for id in before if id not in used}
    kept = {id: one for id, one in api.schemas.items() if id not in gone}
    return replace(merged, schemas=kept)


def _targets(api: Api) -> Targets:
    """Return the schema that stands for each error body that is equal to an earlier one."""
    keys = equality_keys(api.schemas)
    first: dict[int, SchemaId] = {}
    found: dict[SchemaId, SchemaId] = {}
    for id in _inline_errors(api):
        other = first.setdefault(keys[id], id)
        if other != id:
            found[id] = other
    return found


def _inline_errors(api: Api) -> Iterator[SchemaId]:
    returned = reachable(
        api.schemas,
        named_in(
            content.type
            for operation in api.operations
            for response in operation.responses
            if not response.is_error
            for content in response.contents
        ),
    )
    for operation in api.operations:
        for id in operation.error_schemas:
            is_component = api.schemas[id].origin.kind is OriginKind.COMPONENT
            if not is_component and id not in returned:
                yield id


def _redirected(operation: Operation, targets: Targets) -> Operation:
    if not any(id in targets for id in operation.error_schemas):
        return operation
    responses = tuple(
        replace(
            response,
            contents=tuple(
                replace(content, type=redirected(content.type, targets))
                for content in response.contents
            ),
        )
        for response in operation.responses
    )
    schemas = dict.fromkeys(targets.get(id, id) for id in operation.error_schemas)
    return replace(operation, responses=responses, error_schemas=tuple(schemas))
