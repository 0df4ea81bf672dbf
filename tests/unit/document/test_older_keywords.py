"""Keywords of OpenAPI 3.0 in a later document: read as meant, and said."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from sdkloom.diagnostics import Diagnostics, Remark
from sdkloom.document.meaning_spellings import check_spellings
from sdkloom.document.resolve import Document, resolve
from sdkloom.document.source import load_text, load

SCHEMAS = """\
components:
  schemas:
    A:
      type: object
      properties:
        nullable: {type: boolean}
        a: {type: string, nullable: true}
        b: {type: integer, minimum: 1, exclusiveMinimum: true}
        c: {type: integer, exclusiveMaximum: true}
        d: {type: [string, "null"], nullable: false}
    B: {nullable: true, allOf: [{$ref: "#/components/schemas/A"}]}
"""


def read(text: str, version: str = "3.1.0") -> tuple[Document, list[Remark]]:
    diagnostics = Diagnostics()
    whole = f'openapi: {version}\ninfo: {{title: T, version: "1"}}\n{dedent(text)}'
    source = load_text(whole, "openapi.yaml", diagnostics)
    assert source is not None
    document = resolve(source, diagnostics)
    assert document is not None
    check_spellings(document, diagnostics)
    return document, diagnostics.remarks


def test_each_place_is_named_with_what_to_write_there() -> None:
    """A property that is only called so is none, and `nullable: false` changes nothing."""
    document, remarks = read(SCHEMAS)
    at = "#/components/schemas"

    assert [(each.pointer, each.hint) for each in remarks] == [
        (f"{at}/A/properties/a/nullable", "write type: [string, 'null']"),
        (
            f"{at}/A/properties/b/exclusiveMinimum",
            "write exclusiveMinimum: 1 instead of minimum",
        ),
        (f"{at}/A/properties/c/exclusiveMaximum", "remove exclusiveMaximum"),
        (f"{at}/B/nullable", "write type: 'null' as one of anyOf"),
    ]
    assert {each.code for each in remarks} == {"older-keyword"}
    properties = document.node(f"{at}/A/properties")
    assert properties.get("a") == {"type": ["string", "null"]}
    assert properties.get("b") == {"type": "integer", "exclusiveMinimum": 1}
    assert properties.get("c") == {"type": "integer"}


def test_where_they_are_keywords_nothing_is_said() -> None:
    """In OpenAPI 3.0, and in a dialect that has them."""
    dialect = "jsonSchemaDialect: http://json-schema.org/draft-04/schema#\n"

    assert not read(SCHEMAS, "3.0.3")[1]
    assert not read(dialect + SCHEMAS)[1]


def test_a_neighbour_has_the_version_that_it_says(tmp_path: Path) -> None:
    """A file of schemas alone is of the document's version."""
    (tmp_path / "old.yaml").write_text("openapi: 3.0.3\n" + SCHEMAS)
    (tmp_path / "a.yaml").write_text("{type: string, nullable: true}")
    (tmp_path / "openapi.yaml").write_text(
        'openapi: 3.1.0\ninfo: {title: T, version: "1"}\ncomponents:\n  schemas:\n'
        '    A: {$ref: "a.yaml"}\n    B: {$ref: "old.yaml#/components/schemas/A"}\n'
    )
    diagnostics = Diagnostics()
    source = load(tmp_path / "openapi.yaml", diagnostics)
    assert source is not None
    document = resolve(source, diagnostics)
    assert document is not None
    check_spellings(document, diagnostics)

    assert [each.pointer for each in diagnostics.remarks] == ["a.yaml#/nullable"]


def test_of_many_places_some_are_named_and_the_others_counted() -> None:
    """A document that was written for 3.0 throughout is one finding."""
    lines = "".join(f"    S{n}: {{type: string, nullable: true}}\n" for n in range(30))
    _, remarks = read(f"components:\n  schemas:\n{lines}")

    assert len(remarks) == 21
    assert remarks[-1].pointer == "#/openapi"
    assert "10 further places" in remarks[-1].message
