"""A schema as it holds: everything that applies to one value, read as one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sdkloom.document.node import Node
from sdkloom.document.resolve import Document

ANNOTATIONS = frozenset(
    (
        "$anchor",
        "$comment",
        "$defs",
        "$dynamicAnchor",
        "$dynamicRef",
        "$id",
        "$recursiveAnchor",
        "$recursiveRef",
        "$schema",
        "$vocabulary",
        "default",
        "definitions",
        "deprecated",
        "description",
        "discriminator",
        "example",
        "examples",
        "externalDocs",
        "name",
        "readOnly",
        "summary",
        "title",
        "writeOnly",
        "xml",
    )
)
"""Keywords that describe a schema and do not say what is valid."""

CONSTRAINTS = frozenset(
    (
        "exclusiveMaximum",
        "exclusiveMinimum",
        "maximum",
        "maxItems",
        "maxLength",
        "maxProperties",
        "minimum",
        "minItems",
        "minLength",
        "minProperties",
        "multipleOf",
        "pattern",
        "uniqueItems",
    )
)
"""Keywords that narrow values and leave the type: beside a `$ref` they make no new schema."""

COMPOSITIONS = ("oneOf", "anyOf")


@dataclass(frozen=True, slots=True)
class Shape:
    """Schemas that hold together, `$ref` and `allOf` followed, in the order of appearance.

    `home` is where the whole is written. `spent` holds the compositions that have been dealt
    with already (pointers of `oneOf` and `anyOf`), `only` the one type that is meant of several.
    `loose` holds members of further compositions: what they say may hold beside the rest.
    """

    home: Node
    parts: tuple[Node, ...]
    spent: frozenset[str] = frozenset()
    only: str = ""
    loose: tuple[Node, ...] = ()

    def last(self, key: str) -> Node | None:
        """Return what the last part that knows a keyword says of it."""
        for part in reversed(self.parts):
            if key in part:
                return part / key
        return None

    def has(self, key: str) -> bool:
        """Return whether any part knows a keyword."""
        return any(key in part for part in self.parts)


def is_structural(node: Node) -> bool:
    """Return whether a schema says more than what describes it."""
    if not isinstance(node.value, dict):
        return node.value is False
    return any(
        key not in ANNOTATIONS and not key.startswith("x-") for key in node.value
    )


def flatten(document: Document, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the parts of schemas that hold together, each once, in the order of appearance.

    What stands beside a `$ref` comes after its target. What stands beside an `allOf` comes where
    its first keyword does: before the members or after them.
    """
    if len(nodes) == 1 and "$ref" not in nodes[0] and "allOf" not in nodes[0]:
        return nodes
    parts: list[Node] = []
    seen: set[str] = set()
    stack: list[tuple[Node, bool]] = [(node, False) for node in reversed(nodes)]
    while stack:
        node, is_opened = stack.pop()
        if is_opened:
            parts.append(node)
            continue
        if node.pointer in seen:
            continue
        seen.add(node.pointer)
        below = list(_members(document, node))
        if not below:
            parts.append(node)
        elif _speaks_first(node):
            parts.append(node)
            stack.extend((item, False) for item in reversed(below))
        else:
            stack.append((node, True))
            stack.extend((item, False) for item in reversed(below))
    return tuple(parts)


def _members(document: Document, node: Node) -> Iterator[Node]:
    if node.ref:
        target = document.node(node.ref)
        if target:
            yield target
    yield from node / "allOf"


def _speaks_first(node: Node) -> bool:
    if node.ref:
        return False
    for key in node.value:
        if key == "allOf":
            return False
        if key in ("properties", "additionalProperties", "required"):
            return True
    return False


def shape_of(document: Document, node: Node) -> Shape:
    """Return the shape of one schema."""
    return Shape(node, flatten(document, (node,)))


def target_of(node: Node) -> Node | None:
    """Return the schema that this one only names, by a `$ref` or an `allOf` of one.

    None if it says anything of its own beside what describes it. An `allOf` with an example of
    its own is a schema of its own.
    """
    if not isinstance(node.value, dict):
        return None
    own = [
        key for key in node.value if key not in ANNOTATIONS and not key.startswith("x-")
    ]
    if "$ref" in own:
        beside = set(own) - CONSTRAINTS - {"$ref"}
        if not beside or (beside == {"type"} and isinstance(node.get("type"), str)):
            return node
    if own and set(own) <= {"allOf", "type"} and "allOf" in own:
        if "example" in node or "examples" in node:
            return None
        if "type" in own and node.get("type") != "object":
            return None
        members = [item for item in node / "allOf" if is_structural(item)]
        if len(members) == 1 and members[0].ref:
            return target_of(members[0])
    return None


def definition_of(document: Document, node: Node) -> Node | None:
    """Return the definition that a schema only names, through any number of names."""
    seen: set[str] = set()
    while (named := target_of(node)) is not None and named.ref not in seen:
        seen.add(named.ref)
        target = document.node(named.ref)
        if not target:
            break
        node = target
    return node if seen and target_of(node) is None else None


def declared_types(shape: Shape) -> tuple[tuple[str, ...] | None, bool]:
    """Return the types that all parts allow, without null, and whether null is one of them.

    None if no part names a type. Parts that contradict each other: the last one wins.
    """
    found: list[str] | None = None
    nullable = True
    for part in shape.parts:
        value = part.get("type")
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list) or not names:
            continue
        names = [name for name in names if isinstance(name, str)]
        nullable = nullable and "null" in names
        found = _both(found, [name for name in names if name != "null"])
    if found is None:
        return None, False
    if shape.only:
        return (shape.only,), nullable
    return tuple(dict.fromkeys(found)), nullable


def _both(earlier: list[str] | None, later: list[str]) -> list[str]:
    if earlier is None or not earlier:
        return later
    if not later:
        return earlier
    both = [
        name
        for name in later
        if name in earlier or (name == "integer" and "number" in earlier)
    ]
    if "integer" in earlier and "number" in later and "integer" not in both:
        both.append("integer")
    return both or later


def properties_of(shape: Shape, *, deep: bool) -> dict[str, tuple[Node, ...]]:
    """Return each property with the schemas that hold for it.

    A later part replaces what an earlier one says of a property, and takes its place; with a
    deep merge both hold.
    """
    found: dict[str, tuple[Node, ...]] = {}
    for part in shape.parts:
        for name, node in (part / "properties").items():
            earlier = found.get(name, ()) if deep else ()
            found[name] = (*earlier, node)
    return found


def further_of(shape: Shape, key: str, unevaluated: str) -> Node | None:
    """Return the schema of what is not described by name or position.

    `unevaluatedProperties` and `unevaluatedItems` say it where nothing nearer does: all that the
    parts of a shape describe is known here.
    """
    found = shape.last(key)
    return shape.last(unevaluated) if found is None else found


def required_of(shape: Shape) -> frozenset[str]:
    """Return the names that any part requires."""
    names: set[str] = set()
    for part in shape.parts:
        value = part.get("required")
        if isinstance(value, list):
            names.update(name for name in value if isinstance(name, str))
    return frozenset(names)
