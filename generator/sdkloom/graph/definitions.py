"""What stands under a name: objects, enums, unions and aliases, read one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypedDict

from sdkloom.document.node import Node
from sdkloom.graph.alternatives import Nodes, loose_properties, type_of_forms
from sdkloom.graph.composition import Composed, compose, reference_word
from sdkloom.graph.descriptions import is_marked, told_of
from sdkloom.graph.discriminators import discriminator_of, stated_members
from sdkloom.graph.enums import annotated_members, listed_values
from sdkloom.graph.identities import id_inside, part_id
from sdkloom.graph.origins import below, of_definition
from sdkloom.graph.reading import Pending, Reading
from sdkloom.graph.scalars import are_alike, constraints_of, kind_of, loosened
from sdkloom.graph.schemas import (
    Form,
    additional_type,
    below_map,
    form_of,
    type_of,
    type_of_all,
    type_of_shape,
    unnamed_type,
)
from sdkloom.graph.shapes import declared_types, properties_of, required_of
from sdkloom.graph.values import text
from sdkloom.ir.schemas import (
    AliasSchema,
    EnumMember,
    EnumSchema,
    ObjectSchema,
    Origin,
    OriginKind,
    Property,
    Schema,
    UnionSchema,
)
from sdkloom.ir.types import (
    ANYTHING,
    Json,
    Named,
    Nullable,
    Scalar,
    ScalarKind,
    SchemaId,
    Type,
    without_null,
)


def read_pending(reading: Reading) -> None:
    """Read every schema that has been noted, and those that come up on the way."""
    while reading.pending:
        pending = reading.pending.popleft()
        for schema in _read(reading, pending):
            reading.schemas[schema.id] = schema


def _read(reading: Reading, pending: Pending) -> Iterator[Schema]:
    composed = compose(reading, pending.shape)
    if pending.is_alias:
        yield _alias(reading, pending, composed)
        return
    form = form_of(reading, composed)
    if form is Form.ENUM:
        yield _enum(reading, pending, composed)
    elif form is Form.MIXED_ENUM:
        yield from _mixed_enum(reading, pending, composed)
    elif form is Form.UNION:
        yield _union(reading, pending, composed)
    elif form is Form.TYPES:
        yield _union_of_types(reading, pending, composed)
    else:
        yield _object(reading, pending, composed)


class _Head(TypedDict):
    """What every named schema has."""

    id: SchemaId
    origin: Origin
    title: str
    name_override: str
    namespace: str
    description: str
    examples: tuple[Json, ...]
    deprecated: bool
    deprecation_message: str


def _head(reading: Reading, pending: Pending, composed: Composed) -> _Head:
    home = pending.shape.home
    told = told_of(reading, home)
    return {
        "id": pending.id,
        "origin": pending.origin,
        "title": told.title or _folded_title(composed),
        "name_override": _override(reading, home, composed.shape.parts),
        "namespace": reading.note(home, "model-namespace"),
        "description": told.description,
        "examples": told.examples,
        "deprecated": told.deprecated,
        "deprecation_message": told.deprecation_message,
    }


def _folded_title(composed: Composed) -> str:
    """Return the title of the one member that a composition of this or null is, or an `allOf`."""
    is_single = len(composed.shape.home.get("allOf") or ()) == 1
    if composed.branches or not (composed.shape.spent or is_single):
        return ""
    titles = (text(part, "title") for part in reversed(composed.shape.parts))
    return next(filter(None, titles), "")


def _override(reading: Reading, home: Node, parts: Nodes) -> str:
    """Return the name that a document gives a schema; older rules let it travel."""
    own = reading.note(home, "name-override")
    if own or reading.settings.generation.fixes.name_override_feb_2026:
        return own
    names = (reading.note(part, "name-override") for part in reversed(parts))
    return next(filter(None, names), "")


def _alias(reading: Reading, pending: Pending, composed: Composed) -> AliasSchema:
    if composed.target is not None:
        type_ = type_of(reading, composed.target, pending.origin)
    else:
        form = form_of(reading, composed)
        type_ = unnamed_type(reading, composed, form, pending.id, pending.origin, 0)
    type_ = without_null(type_)
    if type_ == Named(pending.id):
        reading.diagnostics.warning(
            "schema-of-itself",
            pending.shape.home.pointer,
            "a schema that is only itself says nothing; it is read as any value",
        )
        type_ = ANYTHING
    return AliasSchema(**_head(reading, pending, composed), type=type_)


def _open(reading: Reading, composed: Composed) -> bool | None:
    for part in reversed(composed.shape.parts):
        word = reading.extension(part, "unknown-values")
        if word in ("allow", "disallow"):
            return bool(word == "allow")
    return None


def _format(reading: Reading, composed: Composed) -> str:
    notes = (reading.note(part, "enum-format") for part in composed.shape.parts)
    return next(filter(None, notes), "")


def _enum(reading: Reading, pending: Pending, composed: Composed) -> EnumSchema:
    if composed.group is not None:
        members = annotated_members(composed.group)
    else:
        types, _ = declared_types(composed.shape)
        members = listed_values(reading, composed.shape, types or ()).members
    return EnumSchema(
        **_head(reading, pending, composed),
        kind=_kind_of(members),
        members=members,
        open=_open(reading, composed),
        format=_format(reading, composed),
        is_typed=composed.shape.has("type"),
    )


def _kind_of(members: tuple[EnumMember, ...]) -> ScalarKind:
    kinds = {kind_of(member.value) for member in members}
    if kinds == {ScalarKind.INTEGER, ScalarKind.NUMBER}:
        return ScalarKind.NUMBER
    return next(iter(kinds)) or ScalarKind.STRING


def _mixed_enum(
    reading: Reading, pending: Pending, composed: Composed
) -> Iterator[Schema]:
    """Yield an enum of each kind of value, and the union of them."""
    types, _ = declared_types(composed.shape)
    listed = listed_values(reading, composed.shape, types or ())
    variants = []
    for index, (kind, members) in enumerate(listed.by_kind.items()):
        id = part_id(pending.id, kind.value)
        origin = below(
            pending.origin,
            OriginKind.VARIANT,
            kind.value,
            parent=pending.id,
            index=index,
        )
        variants.append(Named(id))
        yield EnumSchema(
            id=id,
            origin=origin,
            kind=kind,
            members=members,
            open=_open(reading, composed),
            format=_format(reading, composed),
        )
    yield UnionSchema(**_head(reading, pending, composed), variants=tuple(variants))


def _union(reading: Reading, pending: Pending, composed: Composed) -> UnionSchema:
    variants = []
    stated = stated_members(reading, composed)
    for index, branch in enumerate(composed.branches):
        word = "" if branch.is_plain else reference_word(branch.node)
        origin = below(
            pending.origin, OriginKind.VARIANT, word, parent=pending.id, index=index
        )
        id = id_inside(
            reading, pending.id, pending.shape, branch.node, "variant", index
        )
        if index in stated:
            variant = type_of(reading, stated[index], of_definition(stated[index]))
        elif branch.is_plain:
            variant = type_of(reading, branch.node, origin, id=id)
        else:
            variant = type_of_shape(reading, branch.shape, id, origin)
        variants.append(without_null(variant))
    discriminator = discriminator_of(reading, composed)
    if discriminator is None:
        variants = _distinct(reading, variants)
    _read_others(reading, pending, composed)
    return UnionSchema(
        **_head(reading, pending, composed),
        variants=tuple(variants),
        discriminator=discriminator,
        open=_open(reading, composed),
    )


def _distinct(reading: Reading, variants: list[Type]) -> list[Type]:
    """Return variants without scalars that are the same to a program as an earlier one."""
    found: list[Type] = []
    for variant in variants:
        if not isinstance(variant, Scalar) or not any(
            isinstance(other, Scalar) and are_alike(reading, other, variant)
            for other in found
        ):
            found.append(variant)
    return found


def _read_others(reading: Reading, pending: Pending, composed: Composed) -> None:
    """Read the members of compositions that do not count: users may know them by name."""
    for index, branch in enumerate(composed.others, start=len(composed.branches)):
        origin = below(
            pending.origin,
            OriginKind.VARIANT,
            reference_word(branch.node),
            parent=pending.id,
            index=index,
        )
        id = id_inside(
            reading, pending.id, pending.shape, branch.node, "variant", index
        )
        type_of_shape(reading, branch.shape, id, origin)


def _union_of_types(
    reading: Reading, pending: Pending, composed: Composed
) -> UnionSchema:
    types, _ = declared_types(composed.shape)
    variants = []
    for index, name in enumerate(types or ()):
        origin = below(
            pending.origin, OriginKind.VARIANT, name, parent=pending.id, index=index
        )
        shape = replace(composed.shape, only=name)
        variant = type_of_shape(reading, shape, part_id(pending.id, name), origin)
        variants.append(loosened(without_null(variant)))
    return UnionSchema(
        **_head(reading, pending, composed),
        variants=tuple(variants),
        open=_open(reading, composed),
    )


def _object(reading: Reading, pending: Pending, composed: Composed) -> ObjectSchema:
    shape = composed.shape
    deep = reading.settings.generation.all_of_merge_strategy == "deepMerge"
    required = required_of(shape)
    declared = properties_of(shape, deep=deep)
    if not reading.settings.generation.maintain_openapi_order:
        declared = dict(sorted(declared.items()))
    loose = {
        name: forms
        for name, forms in loose_properties(reading, pending, shape).items()
        if name not in declared
    }
    properties = tuple(
        _property(
            reading, pending, name, nodes, name in required, forms=loose.get(name)
        )
        for name, nodes in (
            *declared.items(),
            *((name, forms[0]) for name, forms in loose.items()),
        )
        if not reading.marked(nodes[-1], "ignore")
    )
    for name in sorted(required.difference(declared, loose)):
        reading.diagnostics.info(
            "required-property-missing",
            pending.shape.home.pointer,
            f"{name!r} is required and not among the properties",
        )
    return ObjectSchema(
        **_head(reading, pending, composed),
        properties=properties,
        additional=additional_type(
            reading, shape, pending.id, below_map(pending.origin, pending.id)
        ),
        bases=tuple(
            SchemaId(item.ref)
            for part in shape.parts
            for item in part / "allOf"
            if item.ref
        ),
        min_properties=constraints_of(shape).min_properties or 0,
    )


def _property(
    reading: Reading,
    pending: Pending,
    name: str,
    nodes: Nodes,
    required: bool,
    *,
    forms: list[Nodes] | None = None,
) -> Property:
    """Return a property; `forms` are what the members of further compositions say of it."""
    origin = below(pending.origin, OriginKind.PROPERTY, name, parent=pending.id)
    node = nodes[-1]
    id = id_inside(reading, pending.id, pending.shape, node, "properties", name)
    type_: Type
    if node.pointer in reading.decoded:
        type_ = type_of(reading, node / "contentSchema", origin)
    elif forms is not None:
        type_ = type_of_forms(reading, pending, name, forms)
    elif len(nodes) == 1:
        type_ = type_of(reading, node, origin, id=id)
    else:
        type_ = type_of_all(reading, nodes, id, origin)
    if not required and type_ == Scalar(kind=ScalarKind.NULL):
        type_ = Nullable(type_)  # so that null is told from what is not there
    tellings = [told_of(reading, item) for item in reversed(nodes)]
    told = tellings[0]
    defaults = (
        item.default for item in tellings if item.default is not None and forms is None
    )
    return Property(
        name=name,
        type=type_,
        required=required,
        pointer=node.pointer,
        name_override=reading.note(node, "name-override"),
        description=next((i.description for i in tellings if i.description), ""),
        default=next(defaults, None),
        examples=next((item.examples for item in tellings if item.examples), ()),
        read_only=is_marked(reading, node, "readOnly"),
        write_only=is_marked(reading, node, "writeOnly"),
        deprecated=told.deprecated,
        deprecation_message=told.deprecation_message,
        is_error_message=reading.marked(node, "error-message"),
    )
