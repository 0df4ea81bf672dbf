"""Names of schemas: components by their own words, inline schemas by where they stand."""

from __future__ import annotations

from sdkloom.ir.api import Api
from sdkloom.ir.schemas import OriginKind, Schema
from sdkloom.ir.types import SchemaId
from sdkloom.targets.python.casing import module_of, pascal
from sdkloom.targets.python.names_table import ModelName

_SUFFIXES = {
    OriginKind.REQUEST: "Request",
    OriginKind.REQUEST_BODY: "RequestBody",
    OriginKind.RESPONSE: "Response",
    OriginKind.RESPONSE_BODY: "ResponseBody",
    OriginKind.OPERATION_GLOBALS: "Globals",
    OriginKind.OPERATION_SECURITY: "Security",
}


def name_schemas(api: Api) -> dict[SchemaId, ModelName]:
    """Name every schema of an API, components first."""
    operations = {item.id: item.operation_id for item in api.operations}
    found: dict[SchemaId, ModelName] = {}
    taken: set[str] = set()
    ordered = sorted(
        api.schemas.values(),
        key=lambda schema: schema.origin.kind is not OriginKind.COMPONENT,
    )
    for schema in ordered:
        owner = operations.get(schema.origin.owner, schema.origin.component)
        base = schema.name_override or _base(schema, owner)
        root = pascal(owner)
        candidates = [pascal(base) or "Model", root + (pascal(base) or "Model")]
        name = next(
            (item for item in candidates if item.lower() not in taken), candidates[-1]
        )
        plain, number = name, 0
        while name.lower() in taken:
            number += 1
            name = f"{plain}{number}"
        taken.add(name.lower())
        found[schema.id] = ModelName(name, _module(schema, owner))
    return found


def _base(schema: Schema, owner: str) -> str:
    origin = schema.origin
    if origin.kind is OriginKind.COMPONENT:
        return origin.word
    if origin.kind in _SUFFIXES:
        return f"{owner} {_SUFFIXES[origin.kind]}"
    if schema.title:
        return schema.title
    for _kind, word in reversed(origin.steps):
        if word:
            return word
    return origin.word or f"{owner} {origin.index + 1}"


def _module(schema: Schema, owner: str) -> str:
    if schema.origin.kind is OriginKind.GLOBALS:
        return "globals"
    if schema.origin.kind is OriginKind.SECURITY:
        return "security"
    if schema.origin.owner:
        return module_of(f"{owner}op")
    return module_of(owner or schema.origin.word) or "model"
