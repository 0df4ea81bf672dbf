"""A schema to a type; what needs a name is noted, to be read later."""

from __future__ import annotations

from enum import Enum

from sdkloom.document.node import Node
from sdkloom.graph.composition import Composed, compose, is_nullable
from sdkloom.graph.enums import annotated_members, listed_values
from sdkloom.graph.identities import id_inside
from sdkloom.graph.origins import below, of_definition
from sdkloom.graph.reading import Pending, Reading
from sdkloom.graph.scalars import (
    KINDS,
    are_alike,
    common,
    constant_of,
    constraints_of,
    scalar_of,
)
from sdkloom.graph.shapes import (
    Shape,
    declared_types,
    definition_of,
    flatten,
    further_of,
    shape_of,
)
from sdkloom.graph.unmodelled import name_unmodelled
from sdkloom.ir.schemas import Origin, OriginKind
from sdkloom.ir.types import (
    ANYTHING,
    Anything,
    Array,
    Dictionary,
    Named,
    Nothing,
    Nullable,
    Scalar,
    ScalarKind,
    SchemaId,
    Tuple,
    Type,
)

DEEPEST = 30
"""How deep arrays and maps of each other are written in one type; deeper ones get a name."""

_BOOLEAN_CONSTANTS = 2, 800
"""The generator's core since which a boolean with one value is a constant, and not a boolean."""


class Form(Enum):
    """What kind of value a shape describes, once compositions are out of the way."""

    ANYTHING = "anything"
    NOTHING = "nothing"
    CONSTANT = "constant"
    ENUM = "enum"
    MIXED_ENUM = "mixed enum"
    UNION = "union"
    TYPES = "types"
    OBJECT = "object"
    MAP = "map"
    ARRAY = "array"
    TUPLE = "tuple"
    SCALAR = "scalar"


_OF_OBJECTS = ("additionalProperties", "unevaluatedProperties", "propertyNames")
_OF_ARRAYS = ("items", "prefixItems", "unevaluatedItems")

NAMED = (Form.ENUM, Form.MIXED_ENUM, Form.UNION, Form.TYPES, Form.OBJECT)


def type_of(
    reading: Reading,
    node: Node,
    origin: Origin,
    depth: int = 0,
    *,
    id: SchemaId | None = None,
) -> Type:
    """Return the type of a schema.

    `origin` is where it stands, for a name if it needs one. `id` is its identity if that is not
    its pointer: what a merged schema takes from another is a schema of its own.
    """
    if not node or node.value is True:
        return ANYTHING
    target = definition_of(reading.document, node)
    if target is not None:
        return _type_of_reference(reading, target, depth)
    shape = shape_of(reading.document, node)
    own = SchemaId(node.pointer) if id is None else id
    return type_of_shape(reading, shape, own, origin, depth)


def type_of_all(
    reading: Reading, nodes: tuple[Node, ...], id: SchemaId, origin: Origin
) -> Type:
    """Return the type of a value for which several schemas hold."""
    parts = flatten(reading.document, nodes)
    return type_of_shape(reading, Shape(nodes[-1], parts), id, origin)


def _type_of_reference(reading: Reading, target: Node, depth: int) -> Type:
    pointer = target.pointer
    known = reading.references.get(pointer)
    if known is not None:
        return known
    if pointer in reading.open or (depth > DEEPEST and _is_unnamed(reading, target)):
        reading.recursive.add(pointer)
        return _alias(reading, target)
    reading.open.add(pointer)
    found = type_of(reading, target, of_definition(target), depth)
    reading.open.discard(pointer)
    if pointer in reading.recursive and not _is_direct(found, pointer):
        found = _alias(reading, target)
    reading.references[pointer] = found
    return found


def _is_unnamed(reading: Reading, target: Node) -> bool:
    composed = compose(reading, shape_of(reading.document, target))
    return composed.target is not None or form_of(reading, composed) not in NAMED


def _is_direct(type_: Type, pointer: str) -> bool:
    inner = type_.type if isinstance(type_, Nullable) else type_
    return isinstance(inner, Named) and inner.schema == pointer


def _alias(reading: Reading, target: Node) -> Type:
    id = SchemaId(target.pointer)
    shape = shape_of(reading.document, target)
    reading.register(Pending(id, shape, of_definition(target), is_alias=True))
    return Nullable(Named(id)) if is_nullable(reading, target) else Named(id)


def type_of_shape(
    reading: Reading, shape: Shape, id: SchemaId, origin: Origin, depth: int = 0
) -> Type:
    """Return the type of a shape, whose identity is `id` if it needs one."""
    composed = compose(reading, shape)
    name_unmodelled(reading, composed.shape)
    if composed.target is not None:
        found = type_of(reading, composed.target, origin, depth + 1)
    elif (alike := _alike(reading, composed)) is not None:
        found = alike
    else:
        form = form_of(reading, composed)
        if form in NAMED:
            reading.register(Pending(id, shape, origin))
            found = Named(id)
        elif depth > DEEPEST and form in (Form.ARRAY, Form.MAP, Form.TUPLE):
            reading.register(Pending(id, shape, origin, is_alias=True))
            found = Named(id)
        else:
            found = unnamed_type(reading, composed, form, id, origin, depth)
    return _or_null(found) if _is_nullable(composed) else found


def _alike(reading: Reading, composed: Composed) -> Scalar | None:
    """Return the one scalar that all members of a union are, if they differ in limits only."""
    found: Scalar | None = None
    for branch in composed.branches:
        member = compose(reading, branch.shape)
        if member.target is not None or member.branches:
            return None
        if form_of(reading, member) is not Form.SCALAR or member.nullable:
            return None
        scalar = scalar_of(reading, member.shape, scalar_type(member.shape))
        if found is not None and not are_alike(reading, found, scalar):
            return None
        found = found or common(scalar)
    return found


def _is_nullable(composed: Composed) -> bool:
    enum = composed.shape.last("enum")
    has_null = enum is not None and isinstance(enum.value, list) and None in enum.value
    return composed.nullable or has_null


def _or_null(type_: Type) -> Type:
    if isinstance(type_, (Nullable, Anything)):
        return type_
    if isinstance(type_, Scalar) and type_.kind is ScalarKind.NULL:
        return type_
    return Nullable(type_)


def form_of(reading: Reading, composed: Composed) -> Form:
    """Return what kind of value a shape describes."""
    shape = composed.shape
    for part in shape.parts:
        if reading.extension(part, "type-override") == "any":
            return Form.ANYTHING
        if part.value is False:
            return Form.NOTHING
    if composed.branches:
        group = composed.group
        is_enum = group is not None and annotated_members(group)
        return Form.ENUM if is_enum else Form.UNION
    types, _ = declared_types(shape)
    constant = shape.last("const")
    if constant is not None and constant_of(constant.value) is not None:
        return Form.CONSTANT
    if shape.has("enum"):
        form = _form_of_enum(reading, shape, types)
        if form is not None:
            return form
    return _form_of_types(shape, _inferred_types(shape) if types is None else types)


def _form_of_enum(
    reading: Reading, shape: Shape, types: tuple[str, ...] | None
) -> Form | None:
    listed = listed_values(reading, shape, types or ())
    if listed.has_other:
        reading.diagnostics.warning(
            "enum-value-not-scalar",
            shape.home.pointer,
            "an enum of arrays or objects is read as the type of its values",
        )
        return None
    if not listed.by_kind:
        return Form.SCALAR if listed.has_null else None
    if set(listed.by_kind) == {ScalarKind.BOOLEAN}:
        is_constant = types is None or reading.settings.is_since(*_BOOLEAN_CONSTANTS)
        return (
            Form.CONSTANT if is_constant and len(listed.members) == 1 else Form.SCALAR
        )
    return Form.ENUM if len(listed.by_kind) == 1 else Form.MIXED_ENUM


def _inferred_types(shape: Shape) -> tuple[str, ...]:
    """Return the type that an author means who does not name one."""
    if shape.has("properties") or shape.has("patternProperties"):
        return ("object",)
    if any(map(shape.has, _OF_OBJECTS)):
        return ("object",)
    if any(map(shape.has, _OF_ARRAYS)):
        return ("array",)
    if shape.has("contentEncoding") or shape.has("contentMediaType"):
        return ("string",)
    format_ = shape.last("format")
    if format_ is not None and format_.value in ("binary", "byte"):
        return ("string",)
    enum = shape.last("enum")
    if enum is not None:
        values = [value for value in enum.value or () if value is not None]
        if all(isinstance(value, bool) for value in values):
            return ("boolean",) if values else ("null",)
    return ()


def _form_of_types(shape: Shape, types: tuple[str, ...]) -> Form:
    known = [name for name in types if name in KINDS or name in ("object", "array")]
    if len(known) > 1 and not {"integer", "number"} == set(known):
        return Form.TYPES
    if not known:
        _, nullable = declared_types(shape)
        return Form.SCALAR if nullable else Form.ANYTHING
    if known[0] == "object":
        return _form_of_object(shape)
    if known[0] == "array":
        return Form.TUPLE if shape.has("prefixItems") else Form.ARRAY
    return Form.SCALAR


def _form_of_object(shape: Shape) -> Form:
    """An object is a map if it has no properties and the document speaks of further ones."""
    if any(len(part / "properties") for part in shape.parts):
        return Form.OBJECT
    additional = further_of(shape, "additionalProperties", "unevaluatedProperties")
    speaks = additional is not None and additional.value is not False
    named = shape.has("patternProperties") or shape.has("propertyNames")
    return Form.MAP if speaks or named else Form.OBJECT


def scalar_type(shape: Shape) -> str:
    """Return the one scalar type of a shape."""
    types, _ = declared_types(shape)
    names = types if types is not None else _inferred_types(shape)
    if "number" in names:
        return "number"
    return next((name for name in names if name in KINDS), "null")


def unnamed_type(
    reading: Reading,
    composed: Composed,
    form: Form,
    id: SchemaId,
    origin: Origin,
    depth: int,
) -> Type:
    """Return the type of a shape that needs no name."""
    shape = composed.shape
    if form is Form.NOTHING:
        return Nothing()
    if form is Form.CONSTANT:
        constant = shape.last("const")
        if constant is None:
            types, _ = declared_types(shape)
            member = listed_values(reading, shape, types or ()).members[0]
            return constant_of(member.value) or ANYTHING
        return constant_of(constant.value) or ANYTHING
    if form is Form.SCALAR:
        return scalar_of(reading, shape, scalar_type(shape))
    if form is Form.ARRAY:
        items = further_of(shape, "items", "unevaluatedItems")
        origin = below(origin, OriginKind.ITEM)
        if items is None:
            return Array(items=ANYTHING, constraints=constraints_of(shape))
        inside = id_inside(reading, id, shape, items, items.key)
        inner = type_of(reading, items, origin, depth + 1, id=inside)
        return Array(items=inner, constraints=constraints_of(shape))
    if form is Form.TUPLE:
        return _tuple(reading, shape, id, origin, depth)
    if form is Form.MAP:
        values = additional_type(reading, shape, id, below_map(origin), depth + 1)
        return Dictionary(values=values or ANYTHING, constraints=constraints_of(shape))
    return ANYTHING


def _tuple(
    reading: Reading, shape: Shape, id: SchemaId, origin: Origin, depth: int
) -> Tuple:
    prefix = shape.last("prefixItems")
    members = tuple(
        type_of(
            reading,
            item,
            below(origin, OriginKind.ITEM, index=index),
            depth + 1,
            id=id_inside(reading, id, shape, item, "prefixItems", index),
        )
        for index, item in enumerate(prefix if prefix is not None else ())
    )
    items = further_of(shape, "items", "unevaluatedItems")
    rest: Type | None = ANYTHING
    if items is not None:
        rest = type_of(
            reading,
            items,
            below(origin, OriginKind.ITEM),
            depth + 1,
            id=id_inside(reading, id, shape, items, items.key),
        )
    return Tuple(
        prefix=members,
        rest=None if isinstance(rest, Nothing) else rest,
        constraints=constraints_of(shape),
    )


def below_map(origin: Origin, parent: SchemaId | None = None) -> Origin:
    """Return the origin of the values of a map."""
    return below(origin, OriginKind.VALUE, parent=parent)


def additional_type(
    reading: Reading, shape: Shape, id: SchemaId, origin: Origin, depth: int = 0
) -> Type | None:
    """Return the type of the values under undeclared keys, None if there are none.

    Patterns of keys are not told apart: several types of values make any value.
    """
    additional = further_of(shape, "additionalProperties", "unevaluatedProperties")
    nodes = [
        item for part in shape.parts for _, item in (part / "patternProperties").items()
    ]
    if additional is not None and additional.value is not False:
        nodes.append(additional)
    if nodes and shape.has("patternProperties"):
        reading.diagnostics.info(
            "property-patterns",
            shape.home.pointer,
            "keys are not checked against the patterns of patternProperties",
        )
    found: dict[Type, None] = {}
    for item in nodes:
        inside = id_inside(reading, id, shape, item, item.key)
        found[type_of(reading, item, origin, depth, id=inside)] = None
    if not found:
        return ANYTHING if shape.has("propertyNames") and additional is None else None
    if len(found) == 1:
        return next(iter(found))
    reading.diagnostics.warning(
        "property-patterns-differ",
        shape.home.pointer,
        "patterns of keys with different types of values are read as a map of anything",
    )
    return ANYTHING
