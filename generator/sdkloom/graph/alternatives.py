"""The properties of an object that only some of its forms have.

A schema with several compositions is a union of the members of one of them. What the members of
the others hold is then optional in each, and so is what `then`, `else` and `dependentSchemas`
hold: no value that the document allows loses its types.
"""

from __future__ import annotations

from sdkloom.document.node import Node
from sdkloom.graph.composition import compose
from sdkloom.graph.identities import part_id
from sdkloom.graph.origins import below
from sdkloom.graph.reading import Pending, Reading
from sdkloom.graph.scalars import kind_of
from sdkloom.graph.schemas import type_of, type_of_all
from sdkloom.graph.shapes import Shape, properties_of, shape_of
from sdkloom.ir.schemas import OriginKind, UnionSchema
from sdkloom.ir.types import (
    ANYTHING,
    Anything,
    Constant,
    Named,
    Nullable,
    Scalar,
    Type,
    without_null,
)

Nodes = tuple[Node, ...]


def loose_properties(
    reading: Reading, pending: Pending, shape: Shape
) -> dict[str, list[Nodes]]:
    """Return the properties of members that may hold beside an object, each in all its forms."""
    found: dict[str, list[Nodes]] = {}
    seen: set[str] = set()
    stack = [*_conditional(shape), *reversed(pending.shape.loose)]
    while stack:
        node = stack.pop()
        if node.pointer in seen:
            continue
        seen.add(node.pointer)
        composed = compose(reading, shape_of(reading.document, node))
        if composed.target is not None:
            stack.append(composed.target)
            continue
        stack.extend(branch.node for branch in reversed(composed.branches))
        stack.extend(_conditional(composed.shape))
        deep = reading.settings.generation.all_of_merge_strategy == "deepMerge"
        for name, nodes in properties_of(composed.shape, deep=deep).items():
            forms = found.setdefault(name, [])
            if nodes not in forms:
                forms.append(nodes)
    return found


def _conditional(shape: Shape) -> list[Node]:
    """Return the schemas of a shape that hold for some of its values, the last one first."""
    found: list[Node] = []
    for part in shape.parts:
        for key in ("then", "else"):
            if key in part:
                found.append(part / key)
        found.extend(item for _, item in (part / "dependentSchemas").items())
    return found[::-1]


def type_of_forms(
    reading: Reading, pending: Pending, name: str, forms: list[Nodes]
) -> Type:
    """Return the type of a property that is one thing in one member, and another in the next.

    It is a schema of the union, which all members of that share.
    """
    union = pending.origin.parent or pending.id
    around = reading.origins.get(union, pending.origin)
    origin = below(around, OriginKind.PROPERTY, name, parent=union)
    types: dict[Type, None] = {}
    for index, nodes in enumerate(forms):
        id = part_id(union, "forms", name, index)
        place = below(origin, OriginKind.VARIANT, parent=union, index=index)
        place = place if len(forms) > 1 else origin
        if len(nodes) == 1:
            type_ = type_of(reading, nodes[0], place, id=id)
        else:
            type_ = type_of_all(reading, nodes, id, place)
        types[type_] = None
    if any(isinstance(item, Anything) for item in types):
        return ANYTHING
    plain = tuple(dict.fromkeys(without_null(item) for item in types))
    inner = plain[0]
    if isinstance(inner, Constant) and (kind := kind_of(inner.value)) is not None:
        # A field of one constant has it by default, and would be sent where it is not meant.
        inner = Scalar(kind=kind)
    if len(plain) > 1:
        id = part_id(union, "forms", name)
        inner = Named(id)
        if id not in reading.schemas:
            reading.origins[id] = origin
            reading.schemas[id] = UnionSchema(id=id, origin=origin, variants=plain)
    is_nullable = any(isinstance(item, Nullable) for item in types)
    return Nullable(inner) if is_nullable else inner
