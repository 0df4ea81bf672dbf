"""Enums: their values, the names and texts that a document gives them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sdkloom.document.node import Node
from sdkloom.graph.reading import Reading
from sdkloom.graph.scalars import kind_of
from sdkloom.graph.shapes import ANNOTATIONS, Shape
from sdkloom.graph.values import text
from sdkloom.ir.schemas import EnumMember
from sdkloom.ir.types import Json, ScalarKind

_ANNOTATED = frozenset(("const", "title", "description", "deprecated", "type"))


@dataclass(frozen=True, slots=True)
class Listed:
    """The values of an enum: its scalars by kind, and whether null is one of them."""

    by_kind: dict[ScalarKind, tuple[EnumMember, ...]]
    has_null: bool
    has_other: bool

    @property
    def members(self) -> tuple[EnumMember, ...]:
        """All scalars in the order of the document, kind by kind."""
        return tuple(one for members in self.by_kind.values() for one in members)


def listed_values(reading: Reading, shape: Shape, types: tuple[str, ...]) -> Listed:
    """Return the values of an `enum`.

    Numbers and booleans of an enum of strings are written as text: an unquoted `1` of the author
    is meant as `"1"`. Whole floats of integers are integers.
    """
    node = shape.last("enum")
    values = node.value if node is not None and isinstance(node.value, list) else []
    owner = next(part for part in reversed(shape.parts) if "enum" in part)
    names = _named(reading, owner, "enums", values)
    texts = _named(reading, owner, "enum-descriptions", values)
    members: dict[tuple[ScalarKind, Json], EnumMember] = {}
    for index, value in enumerate(values):
        fitted = _fitted(value, types)
        kind = kind_of(fitted)
        if kind is None:
            continue
        if kind is ScalarKind.NUMBER and types == ("integer",) and fitted.is_integer():
            fitted, kind = int(fitted), ScalarKind.INTEGER
        member = EnumMember(
            value=fitted, name=names.get(index, ""), description=texts.get(index, "")
        )
        members.setdefault((kind, fitted), member)
    return Listed(
        by_kind=_grouped(members),
        has_null=any(value is None for value in values),
        has_other=any(isinstance(value, (list, dict)) for value in values),
    )


def _grouped(
    members: dict[tuple[ScalarKind, Json], EnumMember],
) -> dict[ScalarKind, tuple[EnumMember, ...]]:
    """Return the members by kind; whole and broken numbers together are numbers."""
    kinds = {kind for kind, _ in members}
    mixed = {ScalarKind.INTEGER, ScalarKind.NUMBER} <= kinds
    found: dict[ScalarKind, list[EnumMember]] = {}
    for (kind, _), member in members.items():
        if mixed and kind is ScalarKind.INTEGER:
            kind = ScalarKind.NUMBER
        found.setdefault(kind, []).append(member)
    return {kind: tuple(items) for kind, items in found.items()}


def _fitted(value: Json, types: tuple[str, ...]) -> Json:
    if types != ("string",) or value is None or isinstance(value, (str, list, dict)):
        return value
    return str(value).lower() if isinstance(value, bool) else str(value)


def _named(
    reading: Reading, owner: Node, extension: str, values: Iterable[Json]
) -> dict[int, str]:
    """Return what an extension says of each value, by the value's index.

    It is a list beside the values, or a mapping from value to text.
    """
    given = reading.extension(owner, extension)
    if given is None and extension == "enums":
        given = owner.get("x-enum-varnames")
    if isinstance(given, list):
        return {
            index: str(name) for index, name in enumerate(given) if name is not None
        }
    if isinstance(given, dict):
        keys = {str(key): str(name) for key, name in given.items()}
        found = ((index, keys.get(str(value))) for index, value in enumerate(values))
        return {index: name for index, name in found if name is not None}
    return {}


def annotated_members(group: Node) -> tuple[EnumMember, ...]:
    """Return the members of an enum that is written as a list of titled constants.

    Nothing if any of them is more than that, or if they are not of one kind.
    """
    members = []
    for item in group:
        if "const" not in item or not isinstance(item.get("title"), str):
            return ()
        keys = (key for key in item.value if not key.startswith("x-"))
        if not (_ANNOTATED | ANNOTATIONS).issuperset(keys):
            return ()
        members.append(
            EnumMember(
                value=item.get("const"),
                name=text(item, "title"),
                description=text(item, "description"),
            )
        )
    kinds = {kind_of(member.value) for member in members}
    return tuple(members) if len(kinds) == 1 and None not in kinds else ()
