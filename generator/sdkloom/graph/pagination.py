"""The pass that recognises how a list goes on."""

from __future__ import annotations

from collections.abc import Sequence

from sdkloom.document.jsonpath import path_fault, plain_steps
from sdkloom.document.node import Node
from sdkloom.document.saying import like
from sdkloom.graph.advice import check_keys
from sdkloom.graph.pageplaces import have_place, received_schemas, sent_schemas
from sdkloom.graph.reading import Reading
from sdkloom.graph.values import text
from sdkloom.ir.behaviour import Pagination, PaginationInput
from sdkloom.ir.parameters import Parameter

_KINDS = ("offsetLimit", "cursor", "url")
_PLACES = ("parameters", "requestBody")
_ROLES = ("page", "offset", "limit", "cursor")
_NEEDS = {"cursor": "nextCursor", "url": "nextUrl"}
_MOVES = {"cursor": ("cursor",), "offsetLimit": ("page", "offset")}
"""The roles that lead to the next page: of these one must be there."""

_OUTPUTS = ("results", "numPages", "nextCursor", "nextUrl")


def read_pagination(
    reading: Reading, node: Node, parameters: Sequence[Parameter]
) -> Pagination | None:
    """Return what `x-speakeasy-pagination` says, None if it says nothing usable."""
    if not isinstance(reading.extension(node, "pagination"), dict):
        return None
    said = reading.extended(node, "pagination")
    check_keys(reading, said, ("type", "inputs", "outputs"))
    kind = said.get("type")
    if kind not in _KINDS:
        _refuse(reading, said, f"pagination of the kind {kind!r} is not known")
        return None
    outputs = _outputs(reading, said / "outputs", node)
    needed = _NEEDS.get(kind)
    if needed is not None and not outputs[needed]:
        _refuse(reading, said, f"pagination by {kind} needs outputs.{needed}")
        return None
    inputs = _inputs(reading, said, node, parameters)
    moves = _MOVES.get(kind, ())
    if moves and not any(one.role in moves for one in inputs):
        words = " or ".join(moves)
        _refuse(reading, said, f"pagination by {kind} needs an input of type {words}")
        return None
    return Pagination(
        kind=kind,
        inputs=inputs,
        results=outputs["results"],
        page_count=outputs["numPages"],
        next_cursor=outputs["nextCursor"],
        next_url=outputs["nextUrl"],
    )


def _outputs(reading: Reading, said: Node, operation: Node) -> dict[str, str]:
    """Return the paths to what replies hold, those left out that are none."""
    check_keys(reading, said, _OUTPUTS)
    found = {}
    for key in _OUTPUTS:
        path = text(said, key)
        fault = path_fault(path)
        if fault:
            _refuse(reading, said / key, f"{path!r} is no JSONPath: {fault}")
            path = ""
        steps = plain_steps(path)
        schemas = list(received_schemas(operation))
        if steps and schemas and not have_place(reading.document, schemas, steps):
            reading.diagnostics.warning(
                "pagination",
                f"{said.pointer}/{key}",
                f"no reply of this operation is described as having {path}",
                hint="correct the path, or describe what is there",
            )
        found[key] = path
    return found


def _inputs(
    reading: Reading, said: Node, operation: Node, parameters: Sequence[Parameter]
) -> tuple[PaginationInput, ...]:
    found = []
    known = [one.name for one in parameters]
    bodies = list(sent_schemas(operation))
    for item in said / "inputs":
        check_keys(reading, item, ("name", "in", "type"))
        name, place, role = (text(item, key) for key in ("name", "in", "type"))
        if place not in _PLACES or role not in _ROLES or not name:
            _refuse(reading, item, "an input of pagination names no value that is sent")
        elif place == "parameters" and name not in known:
            near = like(name, known)
            message = f"the operation has no parameter {name!r}: this input is left out"
            _refuse(reading, item, message, hint=f"write {near!r}" if near else "")
        elif place == "requestBody" and not have_place(
            reading.document, bodies, [name]
        ):
            message = f"the body has no property {name!r}: this input is left out"
            _refuse(reading, item, message)
        else:
            found.append(PaginationInput(name=name, location=place, role=role))
    return tuple(found)


def _refuse(reading: Reading, node: Node, message: str, *, hint: str = "") -> None:
    reading.diagnostics.degraded("pagination", node.pointer, message, hint=hint)
