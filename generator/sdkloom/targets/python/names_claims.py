"""What each schema would be called if it were alone, and what tells it from others."""

from __future__ import annotations

import re
from collections import Counter
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
from sdkloom.settings import Settings
from sdkloom.targets.python.casing import class_name, words
from sdkloom.targets.python.inflection import singular
from sdkloom.targets.python.names_bodies import body_word, is_body
from sdkloom.targets.python.names_places import is_component, step_word

Schemas = Mapping[SchemaId, Schema]


@dataclass(frozen=True, slots=True)
class Claim:
    """A schema's claim to a name.

    `word` is the name it wants, `suffix` what comes behind (the half of a schema that is split
    by direction), `prefix` what comes in front. `root` is the component or operation around it,
    `objects` are the words of the objects between, nearest first. `mark` is the value that marks
    the variant it is or stands in, `part` the component that this variant is made from.
    `family` is the union that it is a variant of. `is_copy` marks a schema that stands for
    another in a composition, `is_in_component` one that stands in no operation.
    """

    id: SchemaId
    word: str
    root: str
    prefix: str = ""
    suffix: str = ""
    objects: tuple[str, ...] = ()
    mark: str = ""
    part: str = ""
    family: SchemaId | None = None
    is_union: bool = False
    is_enum: bool = False
    is_root: bool = False
    is_copy: bool = False
    is_in_component: bool = False


_BODIES = (OriginKind.REQUEST_BODY, OriginKind.RESPONSE_BODY)
_COPY = re.compile(r"~[a-z]")


def claims_of(
    ordered: Iterable[Schema],
    schemas: Schemas,
    operations: Mapping[str, Operation],
    bodies: Mapping[SchemaId, str],
    taken: frozenset[str],
    settings: Settings,
) -> Iterator[Claim]:
    """Yield the claims of inline schemas, and of components and bodies that are unions, in order.

    What stands in a body without a word of its own wants the body's name.
    """
    lone = _lone_parts(schemas)
    for schema in ordered:
        is_root = is_component(schema) or schema.id in bodies
        if is_root and not isinstance(schema, UnionSchema):
            continue
        outer = list(_outer(schema, schemas))
        is_variant = schema.origin.kind is OriginKind.VARIANT
        root = _root(schema, outer, operations, lone)
        word = bodies.get(schema.id) or _word(schema)
        body = None if word else _body(schema, outer, bodies, operations, taken)
        word = word or body or "Model"
        belongs_to_root = is_variant and len(outer) == 1 and word == root
        yield Claim(
            id=schema.id,
            word=word,
            root=root,
            suffix=direction_suffix(schema.id, settings),
            objects=() if is_variant else tuple(_objects(outer)),
            mark=_mark(schema, outer, schemas),
            part=_part(outer),
            family=schema.origin.parent if is_variant else None,
            is_union=isinstance(schema, UnionSchema),
            is_enum=isinstance(schema, EnumSchema),
            is_root=is_root or belongs_to_root or body is not None,
            is_copy=bool(_COPY.search(schema.id)),
            is_in_component=schema.origin.owner not in operations,
        )


def direction_suffix(id: SchemaId, settings: Settings) -> str:
    """Return the suffix of one half of a schema that is split by direction."""
    if id.endswith("~input"):
        return class_name(settings.python.input_model_suffix)
    if id.endswith("~output"):
        return class_name(settings.python.output_model_suffix)
    return ""


def _outer(schema: Schema, schemas: Schemas) -> Iterator[Schema]:
    parent = schema.origin.parent
    while parent is not None and parent in schemas:
        yield schemas[parent]
        parent = schemas[parent].origin.parent


def _word(schema: Schema) -> str:
    """Return the name that a schema wants: its title, else the word of its property.

    Items of an array are called by the singular, variants as their union or as the component
    that they are made from.
    """
    origin = schema.origin
    if is_component(schema):
        return class_name(schema.name_override or origin.word)
    # The title of a variant that is made from a component is that of the whole.
    title = "" if origin.kind is OriginKind.VARIANT and origin.word else schema.title
    if schema.name_override or title:
        return class_name(schema.name_override or title)
    for number in range(len(origin.steps) - 1, -1, -1):
        kind, word = origin.steps[number]
        if kind in (OriginKind.PROPERTY, OriginKind.PARAMETER):
            steps = origin.steps[number + 1 :]
            is_item = any(kind is OriginKind.ITEM for kind, _ in steps)
            return class_name(_singular(word) if is_item else word)
        if kind is OriginKind.VARIANT and not word.isdigit():
            return class_name(word)
        if kind in _BODIES:
            return ""
        if kind is OriginKind.COMPONENT:
            return class_name(word)
    return class_name(origin.word or "Model")


def _body(
    schema: Schema,
    outer: list[Schema],
    bodies: Mapping[SchemaId, str],
    operations: Mapping[str, Operation],
    taken: frozenset[str],
) -> str | None:
    """Return the name of the body around a schema, which need not have a class itself."""
    kind, word = schema.origin.steps[0]
    operation = operations.get(schema.origin.owner)
    for one in outer:
        if is_body(one):
            return bodies.get(one.id) or _word(one)
    if operation is not None:
        return body_word(operation, kind, taken)
    return class_name(schema.origin.component, step_word(kind, word))


def _singular(text: str) -> str:
    parts = words(text)
    return " ".join((*parts[:-1], singular(parts[-1]))) if parts else text


def _lone_parts(schemas: Schemas) -> frozenset[str]:
    """Return the components that stand for themselves only as the part of one variant."""
    wanted: Counter[str] = Counter()
    for schema in schemas.values():
        if is_component(schema):
            wanted[schema.origin.word] += 2
        elif schema.origin.kind is OriginKind.VARIANT and schema.origin.word:
            wanted[schema.origin.word] += 1
    return frozenset(word for word, count in wanted.items() if count == 1)


def _root(
    schema: Schema,
    outer: list[Schema],
    operations: Mapping[str, Operation],
    lone: frozenset[str],
) -> str:
    """Return the component or operation around a schema; a shared body goes by its override.

    A component that is there only as part of one variant counts as well.
    """
    for one in (schema, *outer):
        if one.origin.kind is OriginKind.VARIANT and one.origin.word in lone:
            return class_name(one.origin.word)
    operation = operations.get(schema.origin.owner)
    if operation is not None:
        return class_name(operation.operation_id)
    if outer and outer[-1].name_override:
        return class_name(outer[-1].name_override)
    return class_name(schema.origin.component)


def _objects(outer: list[Schema]) -> Iterator[str]:
    """Yield the words of the objects around that stand inside other objects, nearest first."""
    for one in outer:
        is_inner = one.origin.kind is not OriginKind.VARIANT and not is_body(one)
        if is_component(one) or not is_inner:
            return
        if isinstance(one, ObjectSchema):
            yield _word(one)


def _part(outer: list[Schema]) -> str:
    for one in outer:
        if one.origin.kind is OriginKind.VARIANT and one.origin.word:
            return class_name(one.origin.word)
    return ""


def _mark(schema: Schema, outer: list[Schema], schemas: Schemas) -> str:
    """Return the value that marks the nearest variant: the schema itself, or one around it."""
    for one in (schema, *outer):
        if one.origin.kind is OriginKind.VARIANT and isinstance(one, ObjectSchema):
            value = _marking_value(one, schemas)
            return value.lower() if value.isupper() else value
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
            is_enum = isinstance(enum, EnumSchema) and enum.is_typed
            if isinstance(enum, EnumSchema) and is_enum and len(enum.members) == 1:
                return str(enum.members[0].value)
    return next(iter(constants), "")
