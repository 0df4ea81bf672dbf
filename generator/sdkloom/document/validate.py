"""The standard's rules, as remarks with places."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from sdkloom.diagnostics import Diagnostics, Severity
from sdkloom.document.full_validation import note_findings, self_contained
from sdkloom.document.grammar import Kind
from sdkloom.document.shapes import check_shapes
from sdkloom.document.source import Source
from sdkloom.document.structure import check_structure
from sdkloom.document.versions import read_version

_VALIDATORS: Final = {
    "2.0": "OpenAPIV2SpecValidator",
    "3.0": "OpenAPIV30SpecValidator",
    "3.1": "OpenAPIV31SpecValidator",
    "3.2": "OpenAPIV32SpecValidator",
}


def validate(source: Source, diagnostics: Diagnostics, full: bool = False) -> None:
    """Note what is wrong with a document's structure; with `full`, with its meaning as well.

    What does not harm the reading is a warning. Every fault is noted, not only the first.
    """
    version = read_version(source.value, diagnostics)
    if not version:
        return
    if version != "2.0":
        check_shapes(source.value, Kind.DOCUMENT, "#", diagnostics)
    before = len(diagnostics.remarks)
    check_structure(source.value, _schema(version), diagnostics)
    if version == "2.0":
        _judge_swagger(source, before, diagnostics)
    if full:
        _check_in_full(source.value, version, diagnostics)


_WEIGHTY: Final = re.compile(
    r"#/(paths(/[^/]+(/(get|put|post|delete|options|head|patch))?"
    r"(/parameters(/\d+)?|/responses)?)?|parameters(/[^/]+)?)"
).fullmatch
"""Places of Swagger 2.0 without which an operation would be another one."""


def _judge_swagger(source: Source, first: int, diagnostics: Diagnostics) -> None:
    """Give remarks the weight that they have in OpenAPI 3, and their places.

    Places are those before the document is read as OpenAPI 3.
    """
    for index, remark in enumerate(diagnostics.remarks[first:], start=first):
        if remark.code == "wrong-type" and _WEIGHTY(remark.pointer):
            remark = replace(remark, severity=Severity.ERROR)
        if remark.pointer and not remark.line:
            place = source.place(remark.pointer, remark.on_key)
            remark = replace(remark, line=place.line, column=place.column)
        diagnostics.remarks[index] = remark


def _check_in_full(value: Any, version: str, diagnostics: Diagnostics) -> None:
    """Note what openapi-spec-validator finds when it reads the whole document."""
    # A plain run does not pay the half second that the package takes to be imported.
    package = import_module("openapi_spec_validator")
    paths = import_module("jsonschema_path")
    document = self_contained(value)
    schema_path = paths.SchemaPath.from_dict(document)
    validator = getattr(package, _VALIDATORS[version])(schema_path)
    note_findings(validator.root_validator(schema_path), document, diagnostics)


@cache
def _schema(version: str) -> dict[str, Any]:
    """Return the JSON Schema of a version of the standard, as openapi-spec-validator has it."""
    package = find_spec("openapi_spec_validator")
    assert package is not None and package.origin is not None
    folder = Path(package.origin).parent / "resources" / "schemas"
    text = (folder / f"v{version}" / "schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
