"""References, clause by clause: where each leads, in one file and through others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sdkloom.diagnostics import Diagnostics, Severity
from sdkloom.document.resolve import resolve
from sdkloom.document.source import load

TEXT = {"type": "string"}
A = "#/components/schemas/A"
HOME = "https://example.com/api/openapi.json"


def read(
    folder: Path, schemas: Any, files: Any = {}, allowed: Any = (), **fields: Any
) -> tuple[str, list[str]]:
    """Return the pointer that schema A leads to in the end, and the codes of errors."""
    top = {
        "openapi": "3.2.0",
        "info": {"title": "T", "version": "1"},
        "components": {"schemas": schemas},
        **fields,
    }
    for name, value in {"api/openapi.json": top, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value), encoding="utf-8")
    diagnostics = Diagnostics()
    source = load(folder / "api" / "openapi.json", diagnostics)
    assert source is not None
    folders = [str(folder / name) for name in allowed]
    document = resolve(source, diagnostics, allow_ref=folders)
    errors = [one.code for one in diagnostics.of(Severity.ERROR)]
    return (document.node(A).resolved().pointer if document else ""), errors


def to(ref: str, **schemas: Any) -> dict[str, Any]:
    """Return schemas of which A is a reference."""
    return {"A": {"$ref": ref}, **schemas}


INSIDE = [
    ("a component", to("#/components/schemas/B", B=TEXT), "#/components/schemas/B"),
    (
        "through another reference",
        to(
            "#/components/schemas/B",
            B={"$ref": "#/components/schemas/C"},
            C=TEXT,
        ),
        "#/components/schemas/C",
    ),
    (
        "escapes of pointers",
        to("#/components/schemas/a~1b~0c", **{"a/b~c": TEXT}),
        "#/components/schemas/a~1b~0c",
    ),
    (
        "percent signs",
        to("#/components/schemas/a%20b%25%7Bc%7D", **{"a b%{c}": TEXT}),
        "#/components/schemas/a b%{c}",
    ),
    (
        "signs that should have been escaped",
        to("#/components/schemas/größe x", **{"größe x": TEXT}),
        "#/components/schemas/größe x",
    ),
    (
        "a property of a schema",
        to("#/components/schemas/B/properties/x", B={"properties": {"x": TEXT}}),
        "#/components/schemas/B/properties/x",
    ),
    (
        "a member of a list",
        to("#/components/schemas/B/allOf/1", B={"allOf": [{}, TEXT]}),
        "#/components/schemas/B/allOf/1",
    ),
    (
        "into a reference's target",
        to(
            "#/components/schemas/B/properties/x",
            B={"$ref": "#/components/schemas/C"},
            C={"properties": {"x": TEXT}},
        ),
        "#/components/schemas/C/properties/x",
    ),
    ("an anchor", to("#b", B={"$anchor": "b", **TEXT}), "#/components/schemas/B"),
    (
        "an id",
        to("https://example.com/b", B={"$id": "https://example.com/b", **TEXT}),
        "#/components/schemas/B",
    ),
    (
        "an anchor of an id",
        to(
            "https://example.com/b#x",
            B={"$id": "https://example.com/b", "$defs": {"X": {"$anchor": "x"}}},
        ),
        "#/components/schemas/B/$defs/X",
    ),
    (
        "an id relative to an id",
        {
            "A": {"$id": "https://example.com/a/", "$ref": "b"},
            "B": {"$id": "https://example.com/a/b", **TEXT},
        },
        "#/components/schemas/B",
    ),
    (
        "a pointer of an id",
        {
            "A": {
                "$id": "https://example.com/a",
                "$ref": "#/$defs/X",
                "$defs": {"X": TEXT},
            }
        },
        "#/components/schemas/A/$defs/X",
    ),
    (
        "a dynamic reference",
        {"A": {"$dynamicRef": "#n"}, "B": {"$dynamicAnchor": "n", **TEXT}},
        "#/components/schemas/B",
    ),
    (
        "its own file",
        to(f"{HOME}#/components/schemas/B", B=TEXT),
        "#/components/schemas/B",
    ),
    (
        "its own name",
        to("openapi.json#/components/schemas/B", B=TEXT),
        "#/components/schemas/B",
    ),
]


@pytest.mark.parametrize(
    ("schemas", "pointer"),
    [pytest.param(schemas, pointer, id=name) for name, schemas, pointer in INSIDE],
)
def test_where_a_reference_leads(schemas: Any, pointer: str, tmp_path: Path) -> None:
    """In one file, which says its own address by `$self`."""
    assert read(tmp_path, schemas, **{"$self": HOME}) == (pointer, [])


FILES = [
    ("a file", "b.json", {"api/b.json": TEXT}, "b.json#"),
    (
        "a part of a file",
        "b.json#/x/B",
        {"api/b.json": {"x": {"B": TEXT}}},
        "b.json#/x/B",
    ),
    ("a folder below", "x/b.json#/B", {"api/x/b.json": {"B": TEXT}}, "x/b.json#/B"),
    ("a folder and back", "x/../b.json", {"api/b.json": TEXT}, "b.json#"),
    ("a name with spaces", "x%20y/b.json", {"api/x y/b.json": TEXT}, "x y/b.json#"),
    (
        "a file's own reference",
        "b.json#/B",
        {"api/b.json": {"B": {"$ref": "#/C"}, "C": TEXT}},
        "b.json#/C",
    ),
    (
        "a file beside that file",
        "x/b.json",
        {"api/x/b.json": {"$ref": "c.json"}, "api/x/c.json": TEXT},
        "x/c.json#",
    ),
    (
        "back to the document",
        "x/b.json",
        {"api/x/b.json": {"$ref": "../openapi.json#/components/schemas/Z"}},
        "#/components/schemas/Z",
    ),
    (
        "an anchor of a file",
        "b.json#b",
        {"api/b.json": {"x": {"$anchor": "b", **TEXT}}},
        "b.json#/x",
    ),
    ("an allowed folder", "../more/b.json", {"more/b.json": TEXT}, "../more/b.json#"),
]


@pytest.mark.parametrize(
    ("ref", "files", "pointer"),
    [pytest.param(ref, files, pointer, id=name) for name, ref, files, pointer in FILES],
)
def test_where_a_reference_to_a_file_leads(
    ref: str, files: Any, pointer: str, tmp_path: Path
) -> None:
    """Names count from the file in which they stand."""
    assert read(tmp_path, to(ref, Z=TEXT), files, ["more"]) == (pointer, [])


@pytest.mark.parametrize(
    ("ref", "files", "code"),
    [
        ("#/components/schemas/N", {}, "ref-unresolved"),
        ("#nothing", {}, "ref-unresolved"),
        ("none.json", {}, "ref-file"),
        ("b.json#/none", {"api/b.json": {}}, "ref-unresolved"),
        ("../b.json", {"b.json": TEXT}, "ref-outside"),
        ("https://example.com/other.json", {}, "ref-url"),
        ("file:///etc/hostname", {}, "ref-url"),
        ("#/components/schemas/A", {}, "ref-cycle"),
        ("b.json", {"api/b.json": {"$ref": "openapi.json" + A}}, "ref-cycle"),
    ],
)
def test_what_leads_nowhere_is_an_error(
    ref: str, files: Any, code: str, tmp_path: Path
) -> None:
    """With the reason, and one error for each reference."""
    assert read(tmp_path, to(ref), files)[1] == [code]
