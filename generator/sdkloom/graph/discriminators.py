"""Which property tells the members of a union apart, as declared or as inferred."""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.document.node import Node
from sdkloom.document.pointer import escape, parent
from sdkloom.graph.composition import Branch, Composed, compose, reference_word
from sdkloom.graph.reading import Reading
from sdkloom.graph.shapes import (
    COMPOSITIONS,
    Shape,
    properties_of,
    required_of,
    shape_of,
)
from sdkloom.graph.values import mapping, text
from sdkloom.ir.schemas import Discriminator
from sdkloom.ir.types import Json

_DEEPEST = 8
"""How deep unions of unions are looked into for the values of one member."""

Tag = str | int | bool


def discriminator_of(reading: Reading, union: Composed) -> Discriminator | None:
    """Return what tells the members of a union apart, None if nothing does."""
    for node in _discriminators(union):
        found = _declared(reading, union.branches, node)
        if found is not None:
            return found
    if not reading.settings.python.infer_union_discriminators:
        return None
    return _inferred(reading, union.branches)


def _discriminators(union: Composed) -> Iterator[Node]:
    """Yield the discriminators that speak of a union: the one beside its members, then others.

    What stands around a union of which this one is a member does not speak of it.
    """
    place = parent(union.group.pointer) if union.group is not None else ""
    parts = union.shape.parts
    known = {part.pointer for part in parts}
    own = [part for part in parts if part.pointer == place]
    others = [part for part in reversed(parts) if part.pointer != place]
    for part in (*own, *others):
        around = (item.pointer for key in COMPOSITIONS for item in part / key)
        if isinstance(part.get("discriminator"), dict) and known.isdisjoint(around):
            yield part / "discriminator"


def _declared(
    reading: Reading, branches: tuple[Branch, ...], node: Node
) -> Discriminator | None:
    name = text(node, "propertyName")
    if not name:
        return None
    places = _places(reading, branches)
    pairs: dict[Tag, int] = {}
    for value, target in mapping(node / "mapping").items():
        at = places.get(target)
        if at is None:
            reading.diagnostics.warning(
                "discriminator-target-missing",
                f"{node.pointer}/mapping/{escape(value)}",
                f"{target!r} is not one of the members of the union",
            )
            continue
        pairs[value] = at
    _complete(reading, branches, name, pairs)
    default = _default(reading, node, places)
    unplaced = set(range(len(branches))) - set(pairs.values()) - {default}
    if unplaced:
        reading.diagnostics.info(
            "discriminator-incomplete",
            node.pointer,
            f"no value of {name!r} is known for member {min(unplaced)} of the union",
        )
        return None
    return Discriminator(property=name, mapping=tuple(pairs.items()), default=default)


def _places(reading: Reading, branches: tuple[Branch, ...]) -> dict[str, int]:
    """Return the members by the pointers that they are known by.

    Those are their own and what they refer to, and for a member that is written in place the
    schemas that it is made of, if no other member is.
    """
    places = {
        pointer: index
        for index, branch in reversed(list(enumerate(branches)))
        for pointer in _pointers(reading, branch.node)
    }
    parts: dict[str, set[int]] = {}
    for index, branch in enumerate(branches):
        if branch.is_plain and not branch.node.ref:
            for part in branch.shape.parts:
                parts.setdefault(part.pointer, set()).add(index)
    for pointer, indexes in parts.items():
        if len(indexes) == 1:
            places.setdefault(pointer, *indexes)
    return places


def stated_members(reading: Reading, union: Composed) -> dict[int, Node]:
    """Return the definitions that a mapping states for members that are written in place.

    What a member adds to a definition that its value is mapped to is no schema of its own: the
    document says that the value means the definition.
    """
    found: dict[int, Node] = {}
    for node in _discriminators(union):
        places = _places(reading, union.branches) if len(node / "mapping") else {}
        for target in mapping(node / "mapping").values():
            at = places.get(target)
            if at is None or union.branches[at].node.ref or at in found:
                continue
            branch = union.branches[at]
            is_part = any(one.pointer == target for one in branch.shape.parts)
            if is_part and target != branch.node.pointer:
                found[at] = reading.document.node(target)
    return found


def _default(reading: Reading, node: Node, places: dict[str, int]) -> int | None:
    target = node.get("defaultMapping")
    found = places.get(target) if isinstance(target, str) else None
    if found is None and target is not None:
        reading.diagnostics.warning(
            "discriminator-target-missing",
            f"{node.pointer}/defaultMapping",
            f"{target!r} is not one of the members of the union",
        )
    return found


def _complete(
    reading: Reading, branches: tuple[Branch, ...], name: str, pairs: dict[Tag, int]
) -> None:
    """Add the members that the mapping leaves out, by their values or else their names."""
    placed = set(pairs.values())
    for index, branch in enumerate(branches):
        if index in placed:
            continue
        values = _values(reading, branch, name)
        if not values and (word := reference_word(branch.node)):
            values = [word]
        for value in values:
            pairs.setdefault(value, index)


def _pointers(reading: Reading, node: Node) -> Iterator[str]:
    """Yield the pointers that a member is known by: its own, and those it refers to."""
    yield node.pointer
    seen = {node.pointer}
    while node.ref and node.ref not in seen:
        seen.add(node.ref)
        yield node.ref
        node = reading.document.node(node.ref)


def inferred_discriminator(
    reading: Reading, nodes: tuple[Node, ...]
) -> Discriminator | None:
    """Return what tells schemas apart that come together without the document's saying so."""
    if not reading.settings.python.infer_union_discriminators:
        return None
    document = reading.document
    branches = tuple(Branch(node, shape_of(document, node), True) for node in nodes)
    return _inferred(reading, branches)


def _inferred(reading: Reading, branches: tuple[Branch, ...]) -> Discriminator | None:
    """Return the first property that every member must have, with values of its own."""
    if len(branches) < 2:
        return None
    first = _shape_of_object(reading, branches[0])
    if first is None:
        return None
    for name in properties_of(first.shape, deep=True):
        pairs: dict[Tag, int] = {}
        for index, branch in enumerate(branches):
            values = _values(reading, branch, name, must=True)
            if not values or not pairs.keys().isdisjoint(values):
                break
            pairs.update(dict.fromkeys(values, index))
        else:
            return Discriminator(
                property=name, mapping=tuple(pairs.items()), inferred=True
            )
    return None


def _shape_of_object(reading: Reading, branch: Branch) -> Composed | None:
    composed = compose(reading, branch.shape)
    for _ in range(_DEEPEST):
        if composed.target is None:
            return None if composed.branches else composed
        composed = compose(reading, shape_of(reading.document, composed.target))
    return None


def _values(
    reading: Reading, branch: Branch, name: str, *, must: bool = False
) -> list[Tag]:
    """Return the values that a property can have in a member, and in the members of that.

    Nothing if any of these has none, stands too deep, or (if it `must`) may lack the property.
    """
    stack = [(branch.shape, 0)]
    seen: set[str] = set()
    found: list[Tag] = []
    while stack:
        shape, depth = stack.pop()
        if depth > _DEEPEST:
            return []
        if shape.home.pointer in seen:
            continue
        seen.add(shape.home.pointer)
        composed = compose(reading, shape)
        if composed.target is not None:
            target = shape_of(reading.document, composed.target)
            stack.append((target, depth + 1))
        elif composed.branches:
            members = reversed(composed.branches)
            stack.extend((item.shape, depth + 1) for item in members)
        else:
            values = _own_values(reading, composed.shape, name)
            if not values or must and name not in required_of(composed.shape):
                return []
            found += values
    return found


def _own_values(reading: Reading, shape: Shape, name: str) -> list[Tag]:
    """Return the values that an object allows a property: those of the last part that lists any."""
    for node in reversed(properties_of(shape, deep=True).get(name, ())):
        values = list(_constants(reading, node))
        if values:
            return values
    return []


def _constants(reading: Reading, node: Node) -> Iterator[Tag]:
    shape = shape_of(reading.document, node)
    constant = shape.last("const")
    enum = shape.last("enum")
    values: list[Json] = []
    if constant is not None:
        values = [constant.value]
    elif enum is not None and isinstance(enum.value, list):
        values = enum.value
    for value in values:
        if isinstance(value, (str, int)):
            yield value
