"""Examples with names, of parameters and media types."""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.document.node import Node
from sdkloom.graph.reading import Reading
from sdkloom.graph.values import text
from sdkloom.ir.bodies import NamedExample
from sdkloom.ir.types import Json


def named_examples(reading: Reading, node: Node) -> tuple[tuple[str, Json], ...]:
    """Return the values of the `examples` mapping, by name."""
    return tuple((item.name, item.value) for item in _named(reading, node))


def examples_of(reading: Reading, node: Node) -> tuple[NamedExample, ...]:
    """Return the examples of a media type; the single `example` has the name ""."""
    if "example" in node:
        return (NamedExample(name="", value=node.get("example")),)
    return tuple(_named(reading, node))


def _named(reading: Reading, node: Node) -> Iterator[NamedExample]:
    for name, item in (node / "examples").items():
        target = item.resolved()
        for key in ("dataValue", "value"):
            if key in target:
                summary = text(item, "summary") or text(target, "summary")
                yield NamedExample(name=name, value=target.get(key), summary=summary)
                break
        else:
            if "externalValue" in target or "serializedValue" in target:
                reading.diagnostics.info(
                    "example-not-shown",
                    item.pointer,
                    "an example that is only external or serialised is not shown",
                )
