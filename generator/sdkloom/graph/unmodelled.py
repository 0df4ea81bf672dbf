"""Names the keywords of schemas that models do not check, and those that count unexpectedly."""

from __future__ import annotations

from typing import Any

from sdkloom.document.node import Node
from sdkloom.graph.reading import Reading
from sdkloom.graph.scalars import constant_of
from sdkloom.graph.shapes import ANNOTATIONS, Shape, is_structural
from sdkloom.graph.values import mapping

_KEYWORDS = frozenset(
    (
        "const",
        "contains",
        "contentSchema",
        "dependencies",
        "dependentRequired",
        "dependentSchemas",
        "else",
        "if",
        "not",
        "propertyNames",
        "then",
    )
)


def name_unmodelled(reading: Reading, shape: Shape) -> None:
    """Note the keywords of a shape that no model checks: each where it stands, once."""
    for part in shape.parts:
        value = part.value
        if reading.ignores_siblings and "$ref" in part and is_structural(part):
            _name_siblings(reading, part)
        if not isinstance(value, dict) or _KEYWORDS.isdisjoint(value):
            continue
        for key in value:
            if key in _KEYWORDS and not _is_checked(key, value[key]):
                reading.diagnostics.info(
                    "keyword-not-modelled",
                    f"{part.pointer}/{key}",
                    f"{key!r} is accepted and not checked by the models",
                )


def name_children(reading: Reading, home: Node) -> None:
    """Note a definition that tells its children apart: a value of one is read as the parent."""
    discriminator = home / "discriminator"
    if not isinstance(discriminator.value, dict):
        return
    targets = mapping(discriminator / "mapping").values()
    if not any(target != home.pointer for target in targets) and not any(
        part.ref == home.pointer
        for _, schema in (reading.document.root / "components" / "schemas").items()
        for part in schema / "allOf"
    ):
        return
    reading.diagnostics.info(
        "discriminator-children",
        discriminator.pointer,
        "values of children are read as this schema: what children add is left out",
    )


def _name_siblings(reading: Reading, part: Node) -> None:
    for key in part.value:
        if key not in ANNOTATIONS and key != "$ref" and not key.startswith("x-"):
            reading.diagnostics.info(
                "ref-siblings",
                f"{part.pointer}/{key}",
                f"{key!r} beside a $ref has no meaning before OpenAPI 3.1; it is read as there",
            )


def _is_checked(key: str, value: Any) -> bool:
    return key == "const" and (value is None or constant_of(value) is not None)
