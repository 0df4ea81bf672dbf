"""What of a document is in the SDK: generated, degraded and how, refused and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sdkloom.diagnostics import Remark, Severity
from sdkloom.document.grammar import METHODS
from sdkloom.document.remarks import place_of
from sdkloom.document.source import Source
from sdkloom.ir.api import Api

_UNCHECKED = (
    "discriminator-children",
    "enum-value-not-scalar",
    "keyword-not-modelled",
    "property-patterns",
    "property-patterns-differ",
)
"""Remarks on what models accept and do not check, or do not hold."""


def coverage(
    api: Api, remarks: Sequence[Remark], sources: Mapping[str, Source]
) -> dict[str, Any]:
    """Return the coverage of a run as JSON has it."""
    root = sources[""].value if "" in sources else {}
    written = list(_operations(root))
    ignored = [pointer for pointer, node in written if node.get("x-speakeasy-ignore")]
    return {
        "document": {
            "title": api.info.title,
            "version": api.info.version,
            "openapi": api.info.openapi,
        },
        "operations": {
            "written": len(written),
            "generated": len(api.operations),
            "ignored": len(ignored),
        },
        "schemas": {
            "components": len(
                _mapping(_mapping(root.get("components")).get("schemas"))
            ),
            "generated": len(api.schemas),
        },
        "media_types": dict(sorted(_media_types(api).items())),
        "extensions": dict(sorted(_extensions(root).items())),
        "degraded": [_said(one, sources) for one in remarks if _is(one, "degraded")],
        "unchecked": [_said(one, sources) for one in remarks if one.code in _UNCHECKED],
        "refused": [_said(one, sources) for one in remarks if _is(one, "unsupported")],
    }


def _is(remark: Remark, severity: str) -> bool:
    return remark.severity is Severity(severity)


def _said(remark: Remark, sources: Mapping[str, Source]) -> dict[str, Any]:
    place = place_of(remark, sources)
    return {
        "code": remark.code,
        "message": remark.message,
        "pointer": remark.pointer,
        "file": place.name if place else None,
        "line": place.line if place else None,
    }


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _operations(root: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for path, item in _mapping(_mapping(root).get("paths")).items():
        ways = dict(_mapping(item))
        ways.update(_mapping(ways.get("additionalOperations")))
        for method, operation in ways.items():
            is_method = str(method).lower() in METHODS or str(method).isupper()
            if is_method and isinstance(operation, Mapping):
                yield f"{method} {path}", operation


def _media_types(api: Api) -> Counter[str]:
    found: Counter[str] = Counter()
    for operation in api.operations:
        contents = list(operation.body.contents) if operation.body else []
        for response in operation.responses:
            contents.extend(response.contents)
        found.update(content.media_type for content in contents)
    return found


def _extensions(root: Any) -> Counter[str]:
    """Count the `x-` keys of a document, wherever they stand."""
    found: Counter[str] = Counter()
    waiting = [root]
    seen: set[int] = set()
    while waiting:
        value = waiting.pop()
        if id(value) in seen or not isinstance(value, (dict, list)):
            continue
        seen.add(id(value))
        if isinstance(value, dict):
            found.update(key for key in value if str(key).startswith("x-"))
            waiting.extend(value.values())
        else:
            waiting.extend(value)
    return found
