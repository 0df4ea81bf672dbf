"""The pass that reads responses."""

from __future__ import annotations

from dataclasses import replace

from sdkloom.document.node import Node
from sdkloom.graph.advice import check_keys, note_odd
from sdkloom.graph.contents import read_contents
from sdkloom.graph.origins import component_of, root
from sdkloom.graph.reading import Reading
from sdkloom.graph.schemas import type_of
from sdkloom.graph.values import flag, text
from sdkloom.ir.responses import Response, ResponseHeader
from sdkloom.ir.schemas import OriginKind
from sdkloom.ir.types import STRING

_BODILESS = ("204", "205")
"""Statuses without content, whatever a document says of them (RFC 9110, 15.3.5 and 15.3.6)."""


def read_responses(
    reading: Reading, path_item: Node, operation: Node, owner: str, method: str
) -> tuple[Response, ...]:
    """Return an operation's responses in the order of the document.

    4XX and 5XX are errors; so is every status that `x-speakeasy-errors` lists. `default` is an
    answer like 200 unless it is listed there.
    """
    errors = _error_statuses(reading, path_item, operation)
    found = (
        _response(reading, status, node, owner, errors)
        for status, node in (operation / "responses").items()
        if not status.startswith("x-")
    )
    if method != "HEAD":
        return tuple(found)
    return tuple(_without_content(reading, response) for response in found)


def _without_content(reading: Reading, response: Response) -> Response:
    """Return a response to HEAD: its content is that of a GET (RFC 9110, 9.3.2).

    An error keeps the class that its content has.
    """
    if response.is_error or not response.contents:
        return response
    reading.diagnostics.info(
        "head-content",
        response.pointer,
        "a reply to HEAD has no content: what is described is not read",
    )
    described = tuple(content.media_type for content in response.contents)
    return replace(response, contents=(), described=described)


def _error_statuses(reading: Reading, path_item: Node, operation: Node) -> set[str]:
    """Return the statuses listed as errors; a nearer list joins or replaces a farther one."""
    found: set[str] = set()
    paths = reading.document.root / "paths"
    for node in (paths, path_item, operation):
        listed = reading.extension(node, "errors")
        if not isinstance(listed, dict):
            continue
        if listed.get("override") is True:
            found.clear()
        codes = listed.get("statusCodes")
        place = reading.extended(node, "errors")
        check_keys(reading, place, ("statusCodes", "override"))
        if isinstance(codes, list):
            found.update(str(code).upper() for code in codes)
        elif codes is not None:
            place = place / "statusCodes"
            note_odd(reading, place, "a list of statuses", "it has no effect")
    return found


def _is_error(reading: Reading, status: str, errors: set[str]) -> bool:
    upper = status.upper()
    if upper in errors or f"{upper[:1]}XX" in errors:
        return True
    by_default = reading.settings.python.client_server_status_codes_as_errors
    return by_default and upper[:1] in ("4", "5")


def _response(
    reading: Reading, status: str, node: Node, owner: str, errors: set[str]
) -> Response:
    target = node.resolved()
    component = component_of(target)
    for name, link in (target / "links").items():
        reading.diagnostics.info(
            "link-not-followed", link.pointer, f"no method follows the link {name!r}"
        )
    origin = root(
        OriginKind.RESPONSE_BODY,
        status,
        owner="" if component else owner,
        component=component,
    )
    if status in _BODILESS and len(target / "content"):
        reading.diagnostics.info(
            "response-without-body",
            f"{target.pointer}/content",
            f"a {status} has no content: the method gives the type without values",
        )
    return Response(
        status=status if status == "default" else status.upper(),
        contents=read_contents(
            reading, [item for _, item in (target / "content").items()], origin
        ),
        is_error=_is_error(reading, status, errors),
        headers=tuple(
            _header(reading, name, item.resolved(), origin.owner)
            for name, item in (target / "headers").items()
            if name.lower() != "content-type"
        ),
        pointer=target.pointer,
        component=component,
        description=text(node, "description") or text(target, "description"),
    )


def _header(reading: Reading, name: str, node: Node, owner: str) -> ResponseHeader:
    """Return a header. Headers are handed over as text, so that they need no model."""
    origin = root(OriginKind.RESPONSE_HEADER, name, owner=owner)
    schema = node / "schema"
    kind = schema.resolved().get("type") if schema else None
    is_scalar = kind in ("integer", "number", "boolean")
    return ResponseHeader(
        name=name,
        type=type_of(reading, schema, origin) if is_scalar else STRING,
        required=flag(node, "required"),
        description=text(node, "description"),
    )
