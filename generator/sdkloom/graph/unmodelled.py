"""Names the keywords of schemas that models do not check, and those that count unexpectedly."""

from __future__ import annotations

from typing import Any

from sdkloom.document.node import Node
from sdkloom.graph.reading import Reading
from sdkloom.graph.scalars import constant_of
from sdkloom.graph.shapes import ANNOTATIONS, Shape, is_structural

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
