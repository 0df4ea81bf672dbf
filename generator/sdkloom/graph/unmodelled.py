"""Names the keywords of schemas that models accept and do not check."""

from __future__ import annotations

from typing import Any

from sdkloom.graph.reading import Reading
from sdkloom.graph.scalars import constant_of
from sdkloom.graph.shapes import Shape

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
        if not isinstance(value, dict) or _KEYWORDS.isdisjoint(value):
            continue
        for key in value:
            if key in _KEYWORDS and not _is_checked(key, value[key]):
                reading.diagnostics.info(
                    "keyword-not-modelled",
                    f"{part.pointer}/{key}",
                    f"{key!r} is accepted and not checked by the models",
                )


def _is_checked(key: str, value: Any) -> bool:
    return key == "const" and (value is None or constant_of(value) is not None)
