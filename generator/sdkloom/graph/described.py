"""Gives the schema of a body that says nothing of itself the words of its body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sdkloom.graph.reading import Reading
from sdkloom.ir.bodies import Content
from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import OriginKind
from sdkloom.ir.types import Named, without_null

_BODIES = (OriginKind.REQUEST_BODY, OriginKind.RESPONSE_BODY)


def describe_bodies(reading: Reading, operations: Sequence[Operation]) -> None:
    """Describe schemas written in place in a body by the body's description.

    The first body that leads to a schema gives the words; a schema's own words come first.
    """
    for operation in operations:
        for contents, description in _bodies(operation):
            for content in contents:
                _describe(reading, content, description)


def _bodies(operation: Operation) -> Iterator[tuple[tuple[Content, ...], str]]:
    if operation.body is not None:
        yield operation.body.contents, operation.body.description
    for response in operation.responses:
        yield response.contents, response.description


def _describe(reading: Reading, content: Content, description: str) -> None:
    inner = without_null(content.type)
    schema = reading.schemas.get(inner.schema) if isinstance(inner, Named) else None
    if schema is None or schema.description or not description:
        return
    if schema.origin.kind in _BODIES:
        reading.schemas[schema.id] = replace(schema, description=description)
