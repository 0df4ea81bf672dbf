"""What an OpenAPI document of the right shape may still get wrong, as remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.grammar import METHODS, Kind
from sdkloom.document.meaning_links import check_callback, check_link
from sdkloom.document.meaning_operations import check_operations
from sdkloom.document.meaning_parts import (
    check_headers,
    check_names,
    check_requirements,
    check_sent_name,
    check_server,
)
from sdkloom.document.meaning_schemas import check_ancestry, check_schema
from sdkloom.document.meaning_spellings import check_spellings
from sdkloom.document.node import MISSING, Node, child
from sdkloom.document.pointer import split
from sdkloom.document.resolve import Document
from sdkloom.document.walk import objects

_VARIABLE: Final = re.compile(r"\{([^{}]*)\}")
_MEDIA_TYPE: Final = re.compile(
    r"[!#$%&'*+.^_`|~0-9A-Za-z-]+/[!#$%&'*+.^_`|~0-9A-Za-z-]+(?:\s*;[^\r\n]*)?\Z"
).match

_ENCODINGS: Final = ("encoding", "prefixEncoding", "itemEncoding")
_HAS_PARTS: Final = re.compile(
    r"\s*(?:multipart/|application/x-www-form-urlencoded)", re.I
).match


def check_meaning(document: Document, diagnostics: Diagnostics) -> None:
    """Note what contradicts itself in a document whose references have been followed."""
    paths = document.root / "paths"
    _check_paths(paths, diagnostics)
    every = list(_all_operations(document.root))
    known = _check_operation_ids(every, diagnostics)
    check_operations(every, diagnostics)
    check_names(document.root, diagnostics)
    check_requirements(document.root, [node for node, _ in every], diagnostics)
    for pointer, kind in document.parts:
        for value, kind, at in objects(document.node(pointer).value, kind, pointer):
            if at in document.unions:
                continue
            if kind is Kind.SCHEMA:
                check_schema(document, value, at, diagnostics)
            elif kind is Kind.SERVER:
                check_server(document.node(at), diagnostics)
            elif kind is Kind.PARAMETER:
                _check_parameter(document, document.node(at), diagnostics)
            elif kind is Kind.SECURITY_SCHEME:
                check_sent_name(document.node(at), diagnostics)
            elif kind is Kind.RESPONSE:
                check_headers(document.node(at), diagnostics)
            elif kind is Kind.LINK:
                check_link(document, document.node(at), known, diagnostics)
            elif kind is Kind.CALLBACK:
                check_callback(document.node(at), diagnostics)
            if "content" in value and kind is not Kind.SCHEMA:
                _check_media_types(document.node(at) / "content", diagnostics)
    check_ancestry(document, diagnostics)
    check_spellings(document, diagnostics)


def _all_operations(root: Node) -> Iterator[tuple[Node, Node]]:
    """Yield every operation with its path item."""
    for place in ("paths", "webhooks"):
        for _, path_item in (root / place).items():
            for operation in operations(path_item):
                yield operation, path_item.resolved()


def operations(path_item: Node) -> Iterator[Node]:
    """Yield the operations of a path item in the order of the document."""
    for key, node in path_item.resolved().items():
        if key in METHODS:
            yield node
        elif key == "additionalOperations":
            yield from (operation for _, operation in node.items())


def _check_operation_ids(
    every: list[tuple[Node, Node]], diagnostics: Diagnostics
) -> dict[str, tuple[Node, Node]]:
    """Note every operation whose id another one has already; return the first of each id."""
    seen: dict[str, list[Node]] = {}
    first: dict[str, tuple[Node, Node]] = {}
    for operation, path_item in every:
        name = operation.get("operationId")
        if isinstance(name, str):
            seen.setdefault(name, []).append(operation)
            first.setdefault(name, (operation, path_item))
    for name, nodes in seen.items():
        others = ", ".join(_shown(node) for node in nodes)
        for node in nodes[1:]:
            diagnostics.warning(
                "operation-id-duplicate",
                f"{node.pointer}/operationId",
                f"operationId {name!r} is given to {len(nodes)} operations: {others}",
                hint="give each its own; a number is added to the names of the later ones",
            )
    return first


def _shown(operation: Node) -> str:
    file, (*way, method) = split(operation.pointer)
    if way[-1:] == ["additionalOperations"]:
        way.pop()
    return f"{method.upper()} {way[-1] if way else file}"


def _check_paths(paths: Node, diagnostics: Diagnostics) -> None:
    seen: dict[tuple[str, str], str] = {}
    for path, path_item in paths.items():
        if path.startswith("x-"):
            continue
        _check_template(path, path_item, diagnostics)
        resolved = path_item.resolved()
        for operation in operations(path_item):
            request = operation.key, _VARIABLE.sub("{}", path)
            if request in seen:
                diagnostics.warning(
                    "path-equivalent",
                    operation.pointer,
                    f"{operation.key.upper()} {path} and {seen[request]} differ in the names of"
                    " variables alone: a server cannot tell them apart",
                    on_key=True,
                )
            seen.setdefault(request, path)
            _check_doubles(resolved, operation, diagnostics)


def _check_template(path: str, path_item: Node, diagnostics: Diagnostics) -> None:
    names = _VARIABLE.findall(path)
    fault = ""
    if not path.startswith("/"):
        fault = "does not begin with a slash"
    elif "{" in _VARIABLE.sub("", path) or "}" in _VARIABLE.sub("", path):
        fault = "has a brace without its other half"
    elif "" in names:
        fault = "has a variable without a name"
    elif len(set(names)) < len(names):
        fault = "names one variable twice"
    elif "?" in path:
        fault = "holds a query, which belongs into parameters"
    elif not path.isprintable():
        fault = "holds a character that cannot be shown"
    if fault:
        diagnostics.warning(
            "path-template",
            path_item.pointer,
            f"the path {path!r} {fault}",
            on_key=True,
        )


def _check_doubles(path_item: Node, operation: Node, diagnostics: Diagnostics) -> None:
    """Note parameters of one name and location; an operation's own replace the path's."""
    for place in (path_item, operation):
        seen: dict[tuple[str, str], Node] = {}
        for parameter in place / "parameters":
            resolved = parameter.resolved()
            name, location = resolved.get("name"), resolved.get("in")
            if not isinstance(name, str) or not isinstance(location, str):
                continue
            key = (name.lower() if location == "header" else name, location)
            if key in seen:
                diagnostics.warning(
                    "parameter-duplicate",
                    parameter.pointer,
                    f"the {location} parameter {name!r} is described twice; the last one counts",
                )
            seen[key] = parameter


def _check_parameter(document: Document, node: Node, diagnostics: Diagnostics) -> None:
    name, location = node.get("name"), node.get("in")
    if "$ref" in node or not isinstance(node.value, dict):
        return
    if not node.value and not _is_written(document, node.pointer):
        return  # null, a text, a reference that leads nowhere: which has been said
    for key in ("name", "in"):
        if not isinstance(node.get(key), str):
            diagnostics.error(
                "parameter-incomplete", node.pointer, f"this parameter has no {key!r}"
            )
    if name == "":
        diagnostics.warning(
            "parameter-incomplete",
            f"{node.pointer}/name",
            "a parameter without a name is left out",
        )
    if location == "path" and node.get("required") is False:
        diagnostics.warning(
            "parameter-required",
            f"{node.pointer}/required",
            f"the path parameter {name!r} cannot be left out of a path: it is required",
        )
    if "schema" in node and "content" in node:
        diagnostics.warning(
            "parameter-content",
            f"{node.pointer}/schema",
            "a parameter has a schema or a content, not both: the content counts",
            on_key=True,
        )
    if location in ("header", "cookie"):
        check_sent_name(node, diagnostics)


def _is_written(document: Document, pointer: str) -> bool:
    """Whether the author wrote an object there, as far as the place is still the same."""
    file, tokens = split(pointer)
    value: Any = document.sources[file].value
    for token in tokens:
        value = child(value, token)
    return value is MISSING or (isinstance(value, dict) and "$ref" not in value)


def _check_media_types(content: Node, diagnostics: Diagnostics) -> None:
    if content.value == {}:
        diagnostics.warning(
            "media-type",
            content.pointer,
            "this content has no media type: nothing is sent or read",
        )
    for name, node in content.items():
        if not _MEDIA_TYPE(name):
            diagnostics.warning(
                "media-type", node.pointer, f"{name!r} is no media type", on_key=True
            )
        for key in _ENCODINGS if not _HAS_PARTS(name) else ():
            encoding = node.resolved() / key
            if encoding.value:
                diagnostics.warning(
                    "part-encoding",
                    encoding.pointer,
                    f"{name} is neither a form nor multipart: {key} has no effect",
                    on_key=True,
                )
