"""Headers of parts: those that the document gives a value, and those that the caller gives."""

from __future__ import annotations

from sdkloom.document.node import Node
from sdkloom.graph.descriptions import told_of
from sdkloom.graph.origins import root
from sdkloom.graph.reading import Reading, Told
from sdkloom.graph.schemas import type_of
from sdkloom.graph.values import flag, text
from sdkloom.ir.parameters import Location, Parameter, Style
from sdkloom.ir.schemas import OriginKind
from sdkloom.ir.types import ANYTHING, Json


def constant_headers(node: Node) -> tuple[tuple[str, str], ...]:
    """Return the headers of an Encoding Object that have a constant value, or a default."""
    values = ((name, _constant(_schema(item))) for name, item in _headers(node))
    return tuple((name, value) for name, value in values if value is not None)


def given_headers(reading: Reading, node: Node) -> tuple[Parameter, ...]:
    """Return the other headers, in the words of a header parameter."""
    return tuple(
        _parameter(reading, name, item.resolved())
        for name, item in _headers(node)
        if _constant(_schema(item)) is None
    )


def _headers(node: Node) -> list[tuple[str, Node]]:
    # `contentType` says the type of the part (Encoding Object).
    found = (node / "headers").items()
    return [(name, item) for name, item in found if name.lower() != "content-type"]


def _schema(item: Node) -> Node:
    return (item.resolved() / "schema").resolved()


def _parameter(reading: Reading, name: str, node: Node) -> Parameter:
    content = next((item for _, item in (node / "content").items()), None)
    schema = node / "schema" if content is None else content / "schema"
    told = told_of(reading, schema) if schema else Told()
    origin = root(OriginKind.RESPONSE_HEADER, name)
    return Parameter(
        name=name,
        location=Location.HEADER,
        type=type_of(reading, schema, origin) if schema else ANYTHING,
        required=flag(node, "required"),
        style=Style.SIMPLE,
        explode=flag(node, "explode"),
        pointer=node.pointer,
        content_media_type="" if content is None else content.key,
        description=text(node, "description") or told.description,
        examples=(node.get("example"),) if "example" in node else told.examples,
        deprecated=flag(node, "deprecated") or told.deprecated,
    )


def _constant(schema: Node) -> str | None:
    """Return the one value that a header can have, or has by default."""
    members = schema.get("enum")
    candidates: list[Json] = [schema.get("const")]
    candidates += members if isinstance(members, list) and len(members) == 1 else []
    candidates.append(schema.get("default"))
    for value in candidates:
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, (str, int, float)):
            return str(value)
    return None
