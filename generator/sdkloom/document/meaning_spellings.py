"""Keywords of OpenAPI 3.0 in a document of a later version, where they say nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.grammar import Kind
from sdkloom.document.node import child
from sdkloom.document.pointer import split
from sdkloom.document.resolve import Document
from sdkloom.document.walk import objects

_OLDER: Final = ("2.", "3.0")
_LIMITS: Final = (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum"))
_MOST: Final = 20
"""So many places show what a document has wrong throughout; the others are counted."""

_DRAFTS: Final = ("draft-04", "oas/3.0")
"""Dialects of JSON Schema in which a flag beside a limit has a meaning."""


def check_spellings(document: Document, diagnostics: Diagnostics) -> None:
    """Note keywords that are read as they are meant, though the version does not have them."""
    versions = {file: _version(document, file) for file in document.sources}
    if all(version.startswith(_OLDER) for version in versions.values()):
        return
    count = 0
    for schema, pointer in _schemas(document, versions):
        for key, message, hint in _older(schema):
            count += 1
            if count <= _MOST:
                diagnostics.warning(
                    "older-keyword",
                    f"{pointer}/{key}",
                    message,
                    hint=hint,
                    on_key=True,
                )
    if count > _MOST:
        further = f"keywords of OpenAPI 3.0 stand in {count - _MOST} further places"
        diagnostics.warning("older-keyword", "#/openapi", f"{further}, read as meant")


def _schemas(
    document: Document, versions: dict[str, str]
) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the schemas of files of a later version, as they are written."""
    for pointer, kind in document.parts:
        file, tokens = split(pointer)
        if versions[file].startswith(_OLDER):
            continue
        written: Any = document.sources[file].value
        for token in tokens:
            written = child(written, token)
        for value, each, at in objects(written, kind, pointer):
            if each is Kind.SCHEMA:
                yield value, at


def _version(document: Document, file: str) -> str:
    """Return the version that a file is written in: the document's where it says none."""
    for value in (document.sources[file].value, document.sources[""].value):
        if not isinstance(value, dict):
            continue
        if "swagger" in value and "openapi" not in value:
            return "2.0"
        dialect = value.get("jsonSchemaDialect")
        if isinstance(dialect, str) and any(word in dialect for word in _DRAFTS):
            return "3.0"
        if "openapi" in value:
            return str(value["openapi"])
    return ""


def _older(schema: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield the older keywords of a schema: what to say of each, and what to write."""
    if schema.get("nullable") is True:
        kind = schema.get("type")
        words = f"type: [{kind}, 'null']" if isinstance(kind, str) else "type: 'null'"
        where = "" if isinstance(kind, str) else " as one of anyOf"
        message = (
            "'nullable' is no keyword since OpenAPI 3.1: null is allowed, as meant"
        )
        yield "nullable", message, f"write {words}{where}"
    for exclusive, inclusive in _LIMITS:
        flag, limit = schema.get(exclusive), schema.get(inclusive)
        if isinstance(flag, bool):
            meant, hint = "it has no effect", f"remove {exclusive}"
            if flag and limit is not None:
                meant = f"the {inclusive} itself is excluded, as meant"
                hint = f"write {exclusive}: {limit} instead of {inclusive}"
            message = f"{exclusive!r} is a number since OpenAPI 3.1: {meant}"
            yield exclusive, message, hint
