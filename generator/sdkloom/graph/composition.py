"""What `oneOf` and `anyOf` mean: one schema, one or null, an enum, or a union."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sdkloom.document.node import Node
from sdkloom.document.pointer import split
from sdkloom.graph.reading import Reading
from sdkloom.graph.shapes import (
    ANNOTATIONS,
    COMPOSITIONS,
    Shape,
    declared_types,
    flatten,
    required_of,
    shape_of,
    target_of,
)

_WEAK = frozenset(("required", "not", "minProperties", "maxProperties"))


@dataclass(frozen=True, slots=True)
class Branch:
    """A member of a union: its shape, and the node that it stands at.

    What holds beside the composition comes after what the member says, and so wins.

    `is_plain` says that nothing beside the composition holds for it, so that the node alone is
    the member.
    """

    node: Node
    shape: Shape
    is_plain: bool


@dataclass(frozen=True, slots=True)
class Composed:
    """A shape after its compositions: `target` names the one schema that it is, if it only is
    that; `branches` are two or more, or none. `others` are the members of further compositions,
    which are not part of what the schema is, if they have names of their own.
    """

    shape: Shape
    nullable: bool = False
    target: Node | None = None
    branches: tuple[Branch, ...] = ()
    group: Node | None = None
    others: tuple[Branch, ...] = ()


def compose(reading: Reading, shape: Shape) -> Composed:
    """Return what a shape is once null, and compositions of one, are out of the way."""
    _, nullable = declared_types(shape)
    while (group := _group(shape)) is not None:
        members = [item for item in group if item.value is not False]
        kept = [item for item in members if not is_null(item)]
        nullable = nullable or len(kept) < len(members)
        spent = replace(shape, spent=shape.spent | {group.pointer})
        if members and not kept:
            return Composed(spent, True, members[0])
        if len(kept) != 1:
            return _several(reading, spent, group, kept, nullable)
        says_more = _says_more(reading, spent, kept)
        if len(members) == 1 and _is_object(reading, kept[0]):
            # Written as a union of one, it is open to more and stays a union, whatever is around it.
            return _several(reading, spent, group, kept, nullable)
        nullable = nullable or is_nullable(reading, kept[0])
        if not says_more and (target := target_of(kept[0])) is not None:
            return Composed(spent, nullable, target)
        parts = flatten(reading.document, (kept[0], *spent.parts))
        shape = replace(spent, parts=parts)
    return Composed(shape, nullable)


def _is_object(reading: Reading, node: Node) -> bool:
    shape = shape_of(reading.document, node)
    types, _ = declared_types(shape)
    return shape.has("properties") and types in (None, ("object",))


def _several(
    reading: Reading, shape: Shape, group: Node, kept: list[Node], nullable: bool
) -> Composed:
    if not kept:
        return Composed(shape, nullable)
    rest, further = _group(shape), tuple(_groups(shape))
    if rest is not None:
        reading.diagnostics.info(
            "several-compositions",
            rest.pointer,
            f"what the members of this {rest.key!r} hold is optional in every member of"
            f" another {group.key!r} of the schema",
        )
        loose = (item for other in further for item in other if not is_null(item))
        shape = replace(
            shape,
            spent=shape.spent.union(item.pointer for item in further),
            loose=(*shape.loose, *loose),
        )
    says_more = bool(shape.loose) or _says_more(reading, shape, kept)
    branches = tuple(_branch(reading, shape, item, says_more) for item in kept)
    nullable = nullable or any(is_nullable(reading, item) for item in kept)
    others = tuple(
        _branch(reading, shape, item, True)
        for other in further
        for item in other
        if item.ref and _is_object(reading, item)
    )
    return Composed(shape, nullable, branches=branches, group=group, others=others)


def _branch(reading: Reading, shape: Shape, node: Node, says_more: bool) -> Branch:
    if not says_more:
        return Branch(node, shape_of(reading.document, node), True)
    parts = flatten(reading.document, (node, *shape.parts))
    return Branch(node, Shape(node, parts, shape.spent, loose=shape.loose), False)


def _group(shape: Shape) -> Node | None:
    """Return the composition to look at next: of several the last, as later parts win."""
    return next(_groups(shape), None)


def _groups(shape: Shape) -> Iterator[Node]:
    for part in reversed(shape.parts):
        for key in COMPOSITIONS:
            if key not in part:
                continue
            group = part / key
            if group.pointer in shape.spent or not len(group):
                continue
            if len(group) > 1 and all(_only_constrains(item) for item in group):
                if not shape.has("properties"):
                    continue
            yield group


def _only_constrains(node: Node) -> bool:
    """Return whether a branch only says which properties must be there."""
    value = node.value
    if not isinstance(value, dict) or not value:
        return False
    keys = [key for key in value if key not in ANNOTATIONS and not key.startswith("x-")]
    return bool(keys) and _WEAK.issuperset(keys)


def _says_more(reading: Reading, shape: Shape, members: list[Node]) -> bool:
    """Return whether a shape says anything that the members of its composition do not."""
    required = required_of(shape)
    if required and not all(
        required <= required_of(shape_of(reading.document, item)) for item in members
    ):
        return True
    for part in shape.parts:
        for key in part.value if isinstance(part.value, dict) else ():
            if key in ANNOTATIONS or key.startswith("x-"):
                continue
            if key in ("$ref", "allOf", "type") or key in _WEAK:
                continue
            if key == "unevaluatedProperties" and part.get(key) is False:
                continue
            if key in COMPOSITIONS and (part / key).pointer in shape.spent:
                continue
            return True
    return False


def is_null(node: Node) -> bool:
    """Return whether only null is valid."""
    if not isinstance(node.value, dict):
        return False
    if node.get("type") in ("null", ["null"]):
        return True
    if "const" in node:
        return node.get("const") is None
    return bool(node.get("enum") == [None])


def is_nullable(reading: Reading, node: Node) -> bool:
    """Return whether null is valid, through references and unions of any depth."""
    known = reading.nullable.get(node.pointer)
    if known is not None:
        return known
    seen: set[str] = set()
    stack = [node]
    found = False
    while stack and not found:
        item = stack.pop()
        if item.pointer in seen or reading.nullable.get(item.pointer) is False:
            continue
        seen.add(item.pointer)
        shape = shape_of(reading.document, item)
        types, found = declared_types(shape)
        enum = shape.last("enum")
        found = found or is_null(item) or (enum is not None and None in enum.value)
        if types is None:
            for part in shape.parts:
                for key in COMPOSITIONS:
                    stack.extend(part / key)
    if not found:
        reading.nullable.update(dict.fromkeys(seen, False))
    reading.nullable[node.pointer] = found
    return found


def reference_word(node: Node) -> str:
    """Return the name of the component that a member refers to, "" for an inline member."""
    if not node.ref:
        return ""
    _file, tokens = split(node.ref)
    return tokens[-1] if tokens else ""
