"""The pass that recognises how a list goes on."""

from __future__ import annotations

from sdkloom.document.node import Node
from sdkloom.graph.reading import Reading
from sdkloom.graph.values import text
from sdkloom.ir.behaviour import Pagination, PaginationInput

_KINDS = ("offsetLimit", "cursor", "url")
_PLACES = ("parameters", "requestBody")
_ROLES = ("page", "offset", "limit", "cursor")
_NEEDS = {"cursor": "nextCursor", "url": "nextUrl"}


def read_pagination(reading: Reading, node: Node) -> Pagination | None:
    """Return what `x-speakeasy-pagination` says, None if it says nothing usable."""
    if not isinstance(reading.extension(node, "pagination"), dict):
        return None
    said = reading.extended(node, "pagination")
    kind = said.get("type")
    outputs = said / "outputs"
    if kind not in _KINDS:
        _refuse(reading, said, f"pagination of the kind {kind!r} is not known")
        return None
    needed = _NEEDS.get(kind)
    if needed is not None and not text(outputs, needed):
        _refuse(reading, said, f"pagination by {kind} needs outputs.{needed}")
        return None
    return Pagination(
        kind=kind,
        inputs=_inputs(reading, said),
        results=text(outputs, "results"),
        page_count=text(outputs, "numPages"),
        next_cursor=text(outputs, "nextCursor"),
        next_url=text(outputs, "nextUrl"),
    )


def _inputs(reading: Reading, said: Node) -> tuple[PaginationInput, ...]:
    found = []
    for item in said / "inputs":
        name, place, role = (text(item, key) for key in ("name", "in", "type"))
        if place not in _PLACES or role not in _ROLES or not name:
            _refuse(reading, item, "an input of pagination names no value that is sent")
            continue
        found.append(PaginationInput(name=name, location=place, role=role))
    return tuple(found)


def _refuse(reading: Reading, node: Node, message: str) -> None:
    reading.diagnostics.degraded("pagination", node.pointer, message)
