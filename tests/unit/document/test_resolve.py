"""Every reference leads somewhere, or is noted."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from sdkloom.diagnostics import Diagnostics, Severity
from sdkloom.document import neighbours
from sdkloom.document.resolve import Document, resolve
from sdkloom.document.source import load, load_text

Resolved = Callable[..., tuple[Document, Diagnostics]]
HEAD = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\n'


def codes(diagnostics: Diagnostics) -> list[str]:
    return [remark.code for remark in diagnostics.remarks]


def test_a_reference_is_the_pointer_of_its_target(resolved: Resolved) -> None:
    """Percent-encoding is undone; a chain is followed one step at a time."""
    document, diagnostics = resolved("""\
        paths:
          /a/{id}:
            get:
              responses:
                "200":
                  description: ok
                  content: {application/json: {schema: {$ref: "#/components/schemas/My%20A"}}}
        components:
          schemas:
            My A: {$ref: "#/components/schemas/B"}
            B: {type: object}
            C: {$ref: "#/paths/~1a~1%7Bid%7D/get/responses/200/content/application~1json/schema"}
        """)

    assert codes(diagnostics) == []
    schema = document.node("#/components/schemas/C")
    assert schema.ref == (
        "#/paths/~1a~1{id}/get/responses/200/content/application~1json/schema"
    )
    assert schema.resolved().pointer == "#/components/schemas/B"


def test_a_reference_goes_through_references(resolved: Resolved) -> None:
    """The pointer is that of the place where the target is written."""
    document, diagnostics = resolved("""\
        components:
          schemas:
            A: {$ref: "#/components/schemas/B"}
            B: {properties: {x: {type: string}}}
            C: {$ref: "#/components/schemas/A/properties/x"}
        """)

    assert codes(diagnostics) == []
    assert (
        document.node("#/components/schemas/C").ref
        == "#/components/schemas/B/properties/x"
    )


def test_a_reference_that_leads_nowhere_is_noted(resolved: Resolved) -> None:
    """All of them, with what was meant perhaps; the schema then accepts any value."""
    document, diagnostics = resolved("""\
        components:
          schemas:
            A: {$ref: "#/components/schemas/Bee"}
            Be: {properties: {x: {$ref: "#/nowhere"}, y: {$ref: Pet}, z: {$ref: "#anchor"}}}
        """)

    assert codes(diagnostics) == [
        "ref-unresolved",
        "ref-unresolved",
        "ref-file",
        "ref-unresolved",
    ]
    first = diagnostics.remarks[0]
    assert first.severity is Severity.ERROR
    assert first.pointer == "#/components/schemas/A/$ref"
    assert "'Bee'" in first.message and "/Be'" in first.hint
    assert document.node("#/components/schemas/A").value == {}


def test_a_circle_of_references_is_an_error_with_its_chain(resolved: Resolved) -> None:
    """Once for each circle, however many lead into it."""
    _, diagnostics = resolved("""\
        components:
          schemas:
            A: {$ref: "#/components/schemas/B"}
            B: {$ref: "#/components/schemas/C"}
            C: {$ref: "#/components/schemas/A"}
            D: {$ref: "#/components/schemas/A"}
            E: {$ref: "#/components/schemas/E"}
        """)

    assert codes(diagnostics) == ["ref-cycle", "ref-cycle"]
    assert diagnostics.remarks[0].message.endswith(
        "#/components/schemas/A -> #/components/schemas/B -> #/components/schemas/C"
        " -> #/components/schemas/A"
    )


def test_a_schema_may_contain_itself(resolved: Resolved) -> None:
    """Recursion through a property is no circle."""
    document, diagnostics = resolved("""\
        components:
          schemas:
            Tree: {properties: {children: {items: {$ref: "#/components/schemas/Tree"}}}}
        """)

    assert codes(diagnostics) == []
    items = document.node("#/components/schemas/Tree/properties/children/items")
    assert items.resolved().pointer == "#/components/schemas/Tree"


def test_data_holds_no_references(resolved: Resolved) -> None:
    """Examples, defaults, extensions and a property called `$ref` are left alone."""
    document, diagnostics = resolved("""\
        components:
          schemas:
            A:
              properties: {$ref: {type: string}}
              example: {$ref: "#/nowhere"}
              default: {$ref: "#/nowhere"}
              x-a: {$ref: "#/nowhere"}
              enum: [{$ref: "#/nowhere"}]
          examples:
            e: {value: {$ref: "#/nowhere"}}
        """)

    assert codes(diagnostics) == []
    assert (
        document.node("#/components/schemas/A/properties/$ref/type").value == "string"
    )


def test_a_reference_to_another_kind_is_noted(resolved: Resolved) -> None:
    """In the place of a schema it stands for any value, elsewhere for nothing."""
    document, diagnostics = resolved("""\
        components:
          schemas:
            Pet: {type: object, properties: {x: {$ref: "#/components/parameters/P"}}}
          parameters:
            P: {name: p, in: query, schema: {type: string}}
          responses:
            R: {$ref: "#/components/schemas/Pet"}
        """)

    assert [(each.code, each.severity) for each in diagnostics.remarks] == [
        ("ref-kind", Severity.ERROR),
        ("ref-kind", Severity.WARNING),
    ]
    assert document.node("#/components/schemas/Pet/properties/x").value == {}


def test_a_part_of_what_was_replaced_is_no_fault(resolved: Resolved) -> None:
    """A reference leads into an object that itself stands in the wrong place."""
    document, _ = resolved("""\
        components:
          schemas:
            A: {$ref: "#/components/parameters/P", x-b: {type: string}}
            B: {$ref: "#/components/schemas/A/x-b"}
          parameters:
            P: {name: p, in: query, schema: {type: string}}
        """)

    assert document.node("#/components/schemas/A").value == {}


def test_the_default_of_a_discriminator_is_a_pointer(resolved: Resolved) -> None:
    """By name or by URI; what is no schema is left out."""
    document, diagnostics = resolved("""\
        components:
          schemas:
            Cat: {type: object}
            A: {oneOf: [], discriminator: {propertyName: k, defaultMapping: Cat}}
            B: {oneOf: [], discriminator: {propertyName: k, defaultMapping: Cow}}
        """)
    at = "#/components/schemas"

    assert [(each.code, each.pointer) for each in diagnostics.remarks] == [
        ("discriminator-mapping", f"{at}/B/discriminator/defaultMapping")
    ]
    default = document.node(f"{at}/A/discriminator").get("defaultMapping")
    assert default == f"{at}/Cat"
    assert "defaultMapping" not in document.node(f"{at}/B/discriminator")


def test_a_mapping_of_a_discriminator_names_pointers(resolved: Resolved) -> None:
    """Names, pointers and bare file names are told apart; what is no schema is left out."""
    document, diagnostics = resolved("""\
        components:
          schemas:
            Cat: {type: object}
            Pet:
              oneOf: [{$ref: "#/components/schemas/Cat"}]
              discriminator:
                propertyName: kind
                mapping: {a: Cat, b: "#/components/schemas/Cat", c: Cow}
        """)

    assert codes(diagnostics) == ["discriminator-mapping"]
    assert "'Cow'" in diagnostics.remarks[0].message
    assert document.node("#/components/schemas/Pet/discriminator/mapping").value == {
        "a": "#/components/schemas/Cat",
        "b": "#/components/schemas/Cat",
    }


def test_files_of_the_folder_are_read(resolved_folder: Resolved) -> None:
    """References in them count from their own file; a file is one file by whatever way."""
    document, diagnostics = resolved_folder(
        {
            "openapi.yaml": HEAD
            + """\
components:
  schemas:
    User: {$ref: "./schemas/User.yaml"}
    Own: {$ref: "openapi.yaml#/components/schemas/User"}
    Town: {$ref: "schemas/../schemas/common.yaml#/definitions/Town"}
""",
            "schemas/User.yaml": """\
                type: object
                properties:
                  self: {$ref: "#"}
                  town: {$ref: "common.yaml#/definitions/Town"}
                  home: {$ref: "#/$defs/Home"}
                $defs:
                  Home: {type: string, nullable: true}
            """,
            "schemas/common.yaml": """\
                definitions:
                  Town: {properties: {mayor: {$ref: "../schemas/User.yaml"}}}
            """,
        }
    )

    assert codes(diagnostics) == []
    assert set(document.sources) == {"", "schemas/User.yaml", "schemas/common.yaml"}
    user = document.node("#/components/schemas/User").resolved()
    assert user.pointer == "schemas/User.yaml#"
    assert (user / "properties" / "self").ref == "schemas/User.yaml#"
    assert (user / "properties" / "town").ref == "schemas/common.yaml#/definitions/Town"
    home = (user / "properties" / "home").resolved()
    assert home.pointer == "schemas/User.yaml#/$defs/Home"
    assert home.value == {"type": ["string", "null"]}
    town = document.node("#/components/schemas/Town").resolved()
    assert (town / "properties" / "mayor").resolved() == user
    assert document.node("#/components/schemas/Own").ref == "#/components/schemas/User"
    assert document.sources["schemas/User.yaml"].place(home.pointer).line == 7


@pytest.mark.parametrize("ref", ["x" * 300, "a/" * 3000 + "b"])
def test_a_text_that_can_be_no_file_is_no_file(tmp_path: Path, ref: str) -> None:
    """Many systems refuse such a name with an error of their own."""
    place = tmp_path / "openapi.json"
    text = '{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "components": '
    text += '{"schemas": {"A": {"$ref": "' + ref + '"}}}}'
    place.write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    source = load(place, diagnostics)
    assert source is not None
    assert resolve(source, diagnostics) is not None
    assert "ref-file" in codes(diagnostics)


def test_a_neighbour_is_checked_as_the_document_is(resolved_folder: Resolved) -> None:
    """What of it is read; its remarks point into it."""
    document, diagnostics = resolved_folder(
        {
            "openapi.yaml": HEAD + "components: {schemas: {A: {$ref: 'a.yaml#/A'}}}\n",
            "a.yaml": "A: {type: strnig}\nB: {type: strnig}\n",
        }
    )

    (remark,) = diagnostics.remarks
    assert (remark.code, remark.pointer) == ("unknown-type", "a.yaml#/A/type")
    assert document.sources["a.yaml"].place(remark.pointer).line == 1


def test_a_reference_may_stand_where_the_standard_has_none(
    resolved_folder: Resolved,
) -> None:
    """Its target is read there, and its remarks point to where it is written."""
    document, diagnostics = resolved_folder(
        {
            "openapi.yaml": HEAD
            + """\
tags:
  - name: a
    description: {$ref: "texts.yaml#/tag"}
paths:
  /a:
    get: {$ref: "get.yaml"}
components:
  schemas: {$ref: "schemas.yaml"}
""",
            "get.yaml": """\
                operationId: a
                responses:
                  "200": {description: ok, content: {a/b: {schema: {$ref: "schemas.yaml#/A"}}}}
            """,
            "schemas.yaml": "A: {type: object}\nB: {$ref: '#/A'}\n",
            "texts.yaml": "tag: About tags\n",
        }
    )

    assert codes(diagnostics) == []
    root = document.root
    assert (root / "tags" / 0).get("description") == "About tags"
    operation = root / "paths" / "/a" / "get"
    assert operation.get("operationId") == "a"
    assert (operation / "responses" / "200" / "content" / "a/b" / "schema").ref == (
        "schemas.yaml#/A"
    )
    assert document.node("#/components/schemas/B").ref == "schemas.yaml#/A"
    place = document.sources[""].place(operation.pointer + "/responses/200")
    assert place.name.endswith("get.yaml") and place.line == 3


@pytest.mark.parametrize(
    "ref",
    [
        "../outside.yaml",
        "/etc/passwd",
        "folder/../../outside.yaml",
        "%2e%2e/outside.yaml",
        "..\\\\outside.yaml",
        "link.yaml",
    ],
)
def test_files_outside_of_the_folder_are_refused(tmp_path: Path, ref: str) -> None:
    """By dots, from the root, encoded, through a link: they are not opened."""
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "outside.yaml").write_text("secret: word\n", encoding="utf-8")
    (folder / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    (folder / "openapi.yaml").write_text(
        f'{HEAD}components:\n  schemas:\n    A: {{$ref: "{ref}"}}\n', encoding="utf-8"
    )
    diagnostics = Diagnostics()
    source = load(folder / "openapi.yaml", diagnostics)
    assert source is not None

    document = resolve(source, diagnostics)

    assert document is not None and set(document.sources) == {""}
    assert codes(diagnostics) == ["ref-outside"]
    assert "--allow-ref" in diagnostics.remarks[0].hint


def test_a_folder_that_is_allowed_is_read(tmp_path: Path) -> None:
    """`allow_ref` names it."""
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "outside.yaml").write_text("type: string\n", encoding="utf-8")
    (folder / "openapi.yaml").write_text(
        f"{HEAD}components: {{schemas: {{A: {{$ref: ../outside.yaml}}}}}}\n",
        encoding="utf-8",
    )
    diagnostics = Diagnostics()
    source = load(folder / "openapi.yaml", diagnostics)
    assert source is not None

    document = resolve(source, diagnostics, allow_ref=(str(tmp_path),))

    assert document is not None and not diagnostics.remarks
    assert document.node("#/components/schemas/A").resolved().value == {
        "type": "string"
    }


@pytest.mark.parametrize(
    "ref",
    [
        "http://169.254.169.254/latest#/a",
        "https://example.invalid/a.yaml",
        "//example.invalid/a.yaml",
        "file:///etc/passwd",
        "urn:example:a#/b",
    ],
)
def test_nothing_is_fetched(resolved: Resolved, ref: str) -> None:
    """An address is named, with the option that would allow it."""
    document, diagnostics = resolved(
        f'components: {{schemas: {{A: {{$ref: "{ref}"}}}}}}\n'
    )

    assert codes(diagnostics) == ["ref-url"]
    assert "--allow-ref" in diagnostics.remarks[0].hint
    assert document.node("#/components/schemas/A").value == {}


def test_an_address_that_cannot_be_read_is_noted(resolved: Resolved) -> None:
    """As any other reference that leads nowhere."""
    _, diagnostics = resolved('components: {schemas: {A: {$ref: "http://[::1#/a"}}}\n')

    assert codes(diagnostics) == ["ref-unresolved"]


def test_names_of_json_schema_are_known(resolved: Resolved) -> None:
    """`$id`, `$anchor`, `$dynamicAnchor` and pointers within an embedded resource."""
    document, diagnostics = resolved("""\
        components:
          schemas:
            Pet:
              $id: https://example.com/pet.json
              properties:
                name: {$ref: "#/$defs/Name"}
                tag: {$ref: "#tag"}
                owner: {$ref: owner.json}
                loose: {$ref: "#/components/schemas/Label"}
              $defs:
                Name: {type: string}
                Tag: {$anchor: tag, type: string}
            Owner: {$id: "https://example.com/owner.json", type: object}
            Label: {$anchor: label, type: string}
            Node: {$dynamicAnchor: node, properties: {next: {$dynamicRef: "#node"}}}
            Data: {default: {$anchor: label}, properties: {examples: {$anchor: inner}}}
            Uses:
              properties:
                a: {$ref: "#label"}
                b: {$ref: "https://example.com/pet.json#/$defs/Name"}
                c: {$ref: "#inner"}
        """)

    def ref(pointer: str) -> str:
        return document.node(f"#/components/schemas/{pointer}").ref

    assert codes(diagnostics) == []
    assert ref("Pet/properties/name") == "#/components/schemas/Pet/$defs/Name"
    assert ref("Pet/properties/tag") == "#/components/schemas/Pet/$defs/Tag"
    assert ref("Pet/properties/owner") == "#/components/schemas/Owner"
    assert ref("Pet/properties/loose") == "#/components/schemas/Label"
    assert ref("Node/properties/next") == "#/components/schemas/Node"
    assert ref("Uses/properties/a") == "#/components/schemas/Label"
    assert ref("Uses/properties/b") == "#/components/schemas/Pet/$defs/Name"
    assert ref("Uses/properties/c") == "#/components/schemas/Data/properties/examples"


def test_a_path_item_may_say_more_than_its_reference(resolved: Resolved) -> None:
    """Its own operations come to those of the target; each has its place."""
    document, diagnostics = resolved("""\
        paths:
          /a:
            $ref: "#/components/pathItems/P"
            parameters: [{$ref: "#/components/parameters/Z"}]
            post: {operationId: own, responses: {"200": {$ref: "#/components/responses/R"}}}
        components:
          parameters:
            Z: {name: z, in: query, schema: {type: string}}
          responses: {R: {description: ok}}
          pathItems:
            P:
              parameters: [{name: q, in: query, schema: {type: string}}]
              get: {operationId: shared, responses: {"200": {description: ok}}}
        """)

    assert codes(diagnostics) == []
    item = document.node("#/paths/~1a").resolved()
    assert (item / "get").get("operationId") == "shared"
    assert (item / "post" / "responses" / "200").resolved().key == "R"
    assert [each.resolved().get("name") for each in item / "parameters"] == ["z", "q"]


def test_a_dynamic_reference_of_several_meanings_is_said(resolved: Resolved) -> None:
    """It is read as the first schema with the anchor; who refers cannot change it."""
    document, diagnostics = resolved("""\
        components:
          schemas:
            List:
              $id: https://example.com/list
              items: {$dynamicRef: "#item"}
              $defs: {Default: {$dynamicAnchor: item}}
            Strings:
              $id: https://example.com/strings
              $ref: list
              $defs: {Item: {$dynamicAnchor: item, type: string}}
        """)

    assert codes(diagnostics) == ["dynamic-reference"]
    target = document.node("#/components/schemas/List/items").ref
    assert target == "#/components/schemas/List/$defs/Default"


def test_a_document_knows_its_own_address(resolved: Resolved) -> None:
    """References that begin with `$self` stay in the document (OpenAPI 3.2, 4.1.2.2.1)."""
    document, diagnostics = resolved("""\
        $self: https://example.com/api/openapi.yaml
        components:
          schemas:
            A: {$ref: "https://example.com/api/openapi.yaml#/components/schemas/B"}
            B: {$ref: "openapi.yaml#/components/schemas/C"}
            C: {type: string}
        """)

    assert codes(diagnostics) == []
    assert document.node("#/components/schemas/A").resolved().key == "C"


def test_a_nullable_reference_is_still_followed(resolved: Resolved) -> None:
    """What normalising wraps is linked, and a reference into it is a reference."""
    document, diagnostics = resolved("""\
        components:
          schemas:
            A: {$ref: "#/components/schemas/B", nullable: true}
            B: {type: object}
        """)

    assert codes(diagnostics) == []
    assert (
        document.node("#/components/schemas/A/anyOf/0").ref == "#/components/schemas/B"
    )


def test_a_document_that_is_no_mapping_is_not_resolved() -> None:
    """There is nothing to follow."""
    diagnostics = Diagnostics()
    source = load_text("[1]", "a.yaml", diagnostics)
    assert source is not None

    assert resolve(source, diagnostics) is None


class Reply(BytesIO):
    """What an opener returns: bytes to be read in a `with` block."""


@pytest.mark.parametrize(
    ("allowed", "is_fetched"),
    [
        ("https://example.invalid/specs", True),
        ("https://example.invalid/specs/", True),
        ("https://example.invalid/spec", False),
        ("https://example", False),
        ("http://example.invalid/specs", False),
    ],
)
def test_an_address_is_fetched_below_one_that_is_allowed(
    resolved_address: Callable[[str], tuple[Document, Diagnostics]],
    allowed: str,
    is_fetched: bool,
) -> None:
    """A whole step of its path at a time, by https alone; relative names count from there."""
    document, diagnostics = resolved_address(allowed)

    assert codes(diagnostics) == ([] if is_fetched else ["ref-url"])
    if is_fetched:
        schema = document.node("#/components/schemas/A").resolved()
        assert schema.pointer == "https://example.invalid/specs/a.yaml#/A"
        assert (schema / "properties" / "b").resolved().value == {"type": "string"}


@pytest.fixture
def resolved_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], tuple[Document, Diagnostics]]:
    """Resolves a document that refers to an address, which is played."""
    files = {
        "https://example.invalid/specs/a.yaml": b"A: {properties: {b: {$ref: 'b.yaml#/B'}}}",
        "https://example.invalid/specs/b.yaml": b"B: {type: string}",
    }

    class Opener:
        def open(self, url: str, timeout: float) -> Reply:
            return Reply(files[url])

    monkeypatch.setattr(neighbours, "build_opener", lambda *handlers: Opener())
    path = tmp_path / "openapi.yaml"
    ref = "https://example.invalid/specs/a.yaml#/A"
    path.write_text(
        f"{HEAD}components: {{schemas: {{A: {{$ref: '{ref}'}}}}}}\n", encoding="utf-8"
    )

    def run(allowed: str) -> tuple[Document, Diagnostics]:
        diagnostics = Diagnostics()
        source = load(path, diagnostics)
        assert source is not None
        document = resolve(source, diagnostics, allow_ref=(allowed,))
        assert document is not None
        return document, diagnostics

    return run


@pytest.mark.parametrize(
    "ref",
    [
        "#/components/schemas/dog",
        "#/components/schema/Dog",
        "#components/schemas/Dog",
        "/components/schemas/Dog",
        "#/definitions/Dog",
        "#/components/schemas/Dog ",
        "Dog",
    ],
)
def test_a_reference_that_leads_nowhere_is_told_what_is_likely_meant(
    resolved: Resolved, ref: str
) -> None:
    """A component of that name, or of nearly that name."""
    _, diagnostics = resolved(f"""\
        components:
          parameters: {{P: {{name: p, in: query, schema: {{}}}}}}
          schemas: {{Dog: {{type: object}}, Cat: {{$ref: "{ref}"}}}}
        """)

    (remark,) = diagnostics.remarks
    assert remark.severity is Severity.ERROR
    assert remark.hint == "did you mean '#/components/schemas/Dog'?"


def test_a_reference_to_what_is_no_schema_is_read_as_any_value(
    resolved: Resolved,
) -> None:
    """A text of the document is none."""
    _, diagnostics = resolved("components: {schemas: {A: {$ref: '#/info/title'}}}\n")

    (remark,) = diagnostics.remarks
    assert (remark.severity, remark.code) == (Severity.WARNING, "ref-kind")


def test_a_value_in_another_spelling_has_the_place_where_it_is_written(
    resolved: Resolved,
) -> None:
    """A nullable reference becomes an alternative, a list of items `prefixItems`."""
    document, _ = resolved("""\
        components:
          schemas:
            A:
              nullable: true
              $ref: "#/components/schemas/B"
            B:
              items:
                - type: string
        """)
    source = document.sources[""]
    schemas = "#/components/schemas"

    assert source.place(f"{schemas}/A/anyOf/0/$ref").line == 7
    assert source.place(f"{schemas}/B/prefixItems/0/type").line == 10


@pytest.mark.parametrize("section", ["", "/schemas"])
def test_a_section_of_components_is_no_schema(resolved: Resolved, section: str) -> None:
    """A reference that lost its name is read as any value, and named."""
    document, diagnostics = resolved(
        f"components: {{schemas: {{A: {{$ref: '#/components{section}'}}}}}}"
    )

    assert codes(diagnostics) == ["ref-kind"]
    assert document.node("#/components/schemas/A").value == {}
