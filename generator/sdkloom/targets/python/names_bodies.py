"""Names of the schemas of bodies by the newer rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import OriginKind, Schema
from sdkloom.ir.types import SchemaId
from sdkloom.targets.python.casing import class_name

_BODIES = {
    OriginKind.REQUEST_BODY: "RequestBody",
    OriginKind.RESPONSE_BODY: "Response",
}


def name_bodies(
    ordered: Iterable[Schema],
    operations: Mapping[str, Operation],
    taken: frozenset[str],
) -> dict[SchemaId, str]:
    """Name the schemas that are bodies by the newer rules: `<Op>Request`, `<Op>Response`.

    If another schema has that name (the object of all arguments, a page), the suffix goes on
    with `Body`. A shared body has its own name, with a suffix if that is taken. A body of an
    operation that has a title or an override is left out: it wants that word, as any schema does.
    """
    bodies = [
        one for one in ordered if is_body(one) and not _has_a_word(one, operations)
    ]
    shared = Counter(one.origin.component for one in bodies if one.origin.component)
    found: dict[SchemaId, str] = {}
    for schema in bodies:
        origin = schema.origin
        operation = operations.get(origin.owner)
        if operation is None:
            name = class_name(schema.name_override or origin.component)
            if shared[origin.component] > 1 or name in taken:
                name += _BODIES[origin.kind]
        else:
            name = body_word(operation, origin.kind, taken)
        found[schema.id] = name
    return found


def body_word(operation: Operation, kind: OriginKind, taken: frozenset[str]) -> str:
    """Return what the body of an operation is called, and what stands in it without a word."""
    is_request = kind is OriginKind.REQUEST_BODY
    suffix = "Request" if is_request else "Response"
    name = class_name(operation.operation_id, suffix)
    made = operation.request_schema if is_request else operation.response_schema
    return f"{name}Body" if made is not None or name in taken else name


def _has_a_word(body: Schema, operations: Mapping[str, Operation]) -> bool:
    is_inline = body.origin.owner in operations
    return is_inline and bool(body.name_override or body.title)


def is_body(schema: Schema) -> bool:
    """Tell whether a schema is the whole of a body, and no component's."""
    return schema.origin.kind in _BODIES and len(schema.origin.steps) == 1
