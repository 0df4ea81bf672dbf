"""What each schema would be called if it were alone, and what tells it from others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import (
    EnumSchema,
    ObjectSchema,
    OriginKind,
    Schema,
    UnionSchema,
)
from sdkloom.ir.types import Constant, Named, SchemaId, without_null
from sdkloom.targets.python.casing import class_name, words
from sdkloom.targets.python.inflection import singular
from sdkloom.targets.python.names_places import is_component, step_word

Schemas = Mapping[SchemaId, Schema]


@dataclass(frozen=True, slots=True)
class Claim:
    """A schema's claim to a name.

    `word` is the name it wants. `root` is the component or operation around it, `outer` the
    nearest named object around it. `mark` is the value that marks the variant it stands in, or
    is. `family` is the union that it is a variant of.
    """

    id: SchemaId
    word: str
    root: str
    outer: str = ""
    mark: str = ""
    family: SchemaId | None = None
    is_union: bool = False
    is_enum: bool = False
    is_root: bool = False


def claims_of(
    ordered: Iterable[Schema],
    schemas: Schemas,
    operations: Mapping[str, Operation],
    bodies: Mapping[SchemaId, str],
) -> Iterator[Claim]:
    """Yield the claims of inline schemas, and of components that are unions, in order."""
    for schema in ordered:
        if schema.id in bodies:
            continue
        is_root = is_component(schema)
        if is_root and not isinstance(schema, UnionSchema):
            continue
        outer = [one for one in _outer(schema, schemas)]
        named = next((one for one in outer if isinstance(one, ObjectSchema)), None)
        is_variant = schema.origin.kind is OriginKind.VARIANT
        yield Claim(
            id=schema.id,
            word=_word(schema, schemas, bodies),
            root=_root(schema, outer, operations, bodies),
            outer="" if named is None else _word(named, schemas, bodies),
            mark=_mark(schema, outer, schemas),
            family=schema.origin.parent if is_variant else None,
            is_union=isinstance(schema, UnionSchema),
            is_enum=isinstance(schema, EnumSchema),
            is_root=is_root,
        )


def _outer(schema: Schema, schemas: Schemas) -> Iterator[Schema]:
    parent = schema.origin.parent
    while parent is not None and parent in schemas:
        yield schemas[parent]
        parent = schemas[parent].origin.parent


def _word(schema: Schema, schemas: Schemas, bodies: Mapping[SchemaId, str]) -> str:
    """Return the name that a schema wants: its title, else the word of its property.

    Items of an array are called by the singular, variants as their union or as the component
    that they are made from.
    """
    origin = schema.origin
    if schema.id in bodies:
        return bodies[schema.id]
    if schema.name_override or schema.title:
        return class_name(schema.name_override or schema.title)
    if origin.kind is OriginKind.VARIANT and origin.word:
        return class_name(origin.word)
    for number in range(len(origin.steps) - 1, -1, -1):
        kind, word = origin.steps[number]
        if kind in (OriginKind.PROPERTY, OriginKind.PARAMETER):
            is_item = any(
                kind is OriginKind.ITEM for kind, _ in origin.steps[number + 1 :]
            )
            return class_name(_singular(word) if is_item else word)
        if kind is OriginKind.VARIANT and not word.isdigit():
            return class_name(word)
        if kind is OriginKind.COMPONENT:
            return class_name(word)
        if kind in (OriginKind.REQUEST_BODY, OriginKind.RESPONSE_BODY):
            return class_name(step_word(kind, word))
    return class_name(origin.word or "Model")


def _singular(text: str) -> str:
    parts = words(text)
    return " ".join((*parts[:-1], singular(parts[-1]))) if parts else text


def _root(
    schema: Schema,
    outer: list[Schema],
    operations: Mapping[str, Operation],
    bodies: Mapping[SchemaId, str],
) -> str:
    """Return the component or operation around a schema.

    A shared body stands for itself. A union that is made from a component inside another
    counts as part of the root.
    """
    origin = schema.origin
    operation = operations.get(origin.owner)
    root = origin.component if operation is None else operation.operation_id
    parts = [
        one.origin.word
        for one in outer[::-1]
        if isinstance(one, UnionSchema)
        and one.origin.kind is OriginKind.VARIANT
        and one.origin.word
    ]
    if operation is None and outer and outer[-1].name_override:
        root = outer[-1].name_override
    return class_name(root, *parts)


def _mark(schema: Schema, outer: list[Schema], schemas: Schemas) -> str:
    """Return the value that marks the nearest variant: the schema itself, or one around it."""
    for one in (schema, *outer):
        if one.origin.kind is OriginKind.VARIANT and isinstance(one, ObjectSchema):
            return _marking_value(one, schemas)
    return ""


def _marking_value(variant: ObjectSchema, schemas: Schemas) -> str:
    """Return the first only value of an enum, else the first constant, of a variant's properties."""
    constants: list[str] = []
    for item in variant.properties:
        type_ = without_null(item.type)
        if isinstance(type_, Constant):
            constants.append(str(type_.value))
        elif isinstance(type_, Named):
            enum = schemas.get(type_.schema)
            if isinstance(enum, EnumSchema) and len(enum.members) == 1:
                return str(enum.members[0].value)
    return next(iter(constants), "")
