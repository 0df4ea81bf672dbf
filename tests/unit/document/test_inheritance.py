"""A reference to a schema with children by `allOf` means a union of them, where a value is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.meaning import check_meaning
from sdkloom.document.node import Node
from sdkloom.document.resolve import Document

Resolved = Callable[..., tuple[Document, Diagnostics]]
AT = "#/components/schemas"
PET = f"{AT}/Pet"
UNION = f"{AT}/PetUnion"
FAMILY = """\
    Pet:
      type: object
      description: A pet.
      properties: {kind: {type: string}, friend: {$ref: "#/components/schemas/Pet"}}
      discriminator: {propertyName: kind}
    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {properties: {lives: {type: integer}}}]}
    Cow:
      allOf:
        - allOf: [{$ref: "#/components/schemas/Pet"}]
        - {properties: {kind: {const: cow}}}
    Calf: {allOf: [{$ref: "#/components/schemas/Cow"}], properties: {kind: {enum: [calf]}}}
"""


def read(resolved: Resolved, uses: str, family: str = FAMILY) -> tuple[Document, Any]:
    """Return a document with a family and schemas that use it, and the remarks."""
    lines = "".join(f"    {line}\n" for line in uses.splitlines())
    document, diagnostics = resolved(f"components:\n  schemas:\n{family}{lines}")
    return document, diagnostics.remarks


def test_the_union_has_all_descendants_and_the_parent_for_other_values(
    resolved: Resolved,
) -> None:
    """Their values are those that they give the property themselves, or else their names."""
    document, remarks = read(resolved, "")

    assert document.node(UNION).value == {
        "description": "A pet.",
        "oneOf": [{"$ref": f"{AT}/{name}"} for name in ("Cat", "Cow", "Calf", "Pet")],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {
                "Cat": f"{AT}/Cat",
                "cow": f"{AT}/Cow",
                "calf": f"{AT}/Calf",
            },
            "defaultMapping": PET,
        },
    }
    assert document.node(f"{PET}/properties/friend").ref == UNION
    assert document.node(f"{AT}/Cat/allOf/0").ref == PET
    assert document.node(f"{AT}/Cow/allOf/0/allOf/0").ref == PET
    assert not remarks


@pytest.mark.parametrize(
    ("use", "place"),
    [
        ('{$ref: "#/components/schemas/Pet"}', ""),
        ('{$ref: "#/components/schemas/Pet", description: x, x-a: 1}', ""),
        ('{type: array, items: {$ref: "#/components/schemas/Pet"}}', "/items"),
        (
            '{additionalProperties: {$ref: "#/components/schemas/Pet"}}',
            "/additionalProperties",
        ),
        ('{oneOf: [{$ref: "#/components/schemas/Pet"}, {type: string}]}', "/oneOf/0"),
        ('{anyOf: [{$ref: "#/components/schemas/Pet"}, {type: "null"}]}', "/anyOf/0"),
        (
            '{allOf: [{$ref: "#/components/schemas/Pet"}], description: x}',
            "/allOf/0",
        ),
        (
            '{type: object, properties: {a: {allOf: [{$ref: "#/components/schemas/Pet"}]}}}',
            "/properties/a/allOf/0",
        ),
        (
            '{allOf: [{$ref: "#/components/schemas/Pet"}], nullable: true}',
            "/anyOf/0/allOf/0",
        ),
    ],
)
def test_where_a_value_is_a_child_may_come(
    resolved: Resolved, use: str, place: str
) -> None:
    """By itself, in what holds it, and with words about it."""
    document, _ = read(resolved, f"Use: {use}")

    assert document.node(f"{AT}/Use{place}").ref == UNION


@pytest.mark.parametrize(
    ("use", "place"),
    [
        ('{not: {$ref: "#/components/schemas/Pet"}}', "/not"),
        (
            '{oneOf: [{$ref: "#/components/schemas/Pet"}, {$ref: "#/components/schemas/Cat"}]}',
            "/oneOf/0",
        ),
        (
            '{allOf: [{$ref: "#/components/schemas/Pet"}, {properties: {a: {}}}]}',
            "/allOf/0",
        ),
        ('{$ref: "#/components/schemas/Pet", properties: {a: {}}}', ""),
    ],
)
def test_what_extends_or_excludes_the_parent_means_the_parent(
    resolved: Resolved, use: str, place: str
) -> None:
    """And so does who lists a child beside it."""
    document, _ = read(resolved, f"Use: {use}")

    assert document.node(f"{AT}/Use{place}").ref == PET


def test_a_mapping_says_who_the_children_are(resolved: Resolved) -> None:
    """Also those that extend nothing; who only renames the parent is none."""
    family = """\
    Pet:
      properties: {kind: {type: string}}
      discriminator:
        propertyName: kind
        mapping: {p: "#/components/schemas/Pet", d: Dog}
    PetUnion: {type: string}
    Dog: {type: object}
    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {properties: {a: {}}}]}
    Name: {allOf: [{$ref: "#/components/schemas/Pet"}], description: Another name.}
"""
    document, _ = read(resolved, "", family)
    union = document.node(f"{UNION}2")

    assert [member.ref for member in union / "oneOf"] == [
        f"{AT}/Dog",
        f"{AT}/Cat",
        PET,
    ]
    assert (union / "discriminator").get("mapping") == {
        "p": PET,
        "d": f"{AT}/Dog",
        "Cat": f"{AT}/Cat",
    }
    assert document.node(f"{AT}/Name/allOf/0").ref == f"{UNION}2"


@pytest.mark.parametrize(
    "family",
    [
        "    Pet: {discriminator: {propertyName: kind}}\n",
        "    Pet: {type: string, discriminator: {propertyName: kind}}\n"
        '    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {enum: [a]}]}\n',
        '    Pet: {properties: {a: {}}}\n    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {}]}\n',
        "    Pet: {oneOf: [{type: object}], discriminator: {propertyName: kind}}\n"
        '    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {}]}\n',
    ],
)
def test_without_children_or_what_tells_them_apart_there_is_no_union(
    resolved: Resolved, family: str
) -> None:
    """Nor beside alternatives, of which the discriminator speaks then."""
    document, _ = read(resolved, 'Use: {$ref: "#/components/schemas/Pet"}', family)

    assert document.node(f"{AT}/Use").ref == PET
    assert not document.node(UNION)


def test_what_is_wrong_with_a_parent_is_said_once(resolved: Resolved) -> None:
    """The union is nobody's writing."""
    document, diagnostics = resolved(
        "components:\n  schemas:\n    Pet: {type: object, discriminator: {propertyName: k}}\n"
        '    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {properties: {a: {}}}]}\n'
        '    Use: {$ref: "#/components/schemas/Pet"}\n'
    )
    check_meaning(document, diagnostics)

    assert document.unions == {UNION}
    assert [each.pointer for each in diagnostics.remarks] == [
        f"{PET}/discriminator/propertyName"
    ]


def test_an_error_has_the_class_of_its_schema(resolved: Resolved) -> None:
    """What its children add is left out, which is said; what it holds is a value."""
    reply = "{description: x, content: {application/json: {schema: %s}}}"
    pet = reply % '{$ref: "#/components/schemas/Pet"}'
    holds = reply % '{properties: {a: {$ref: "#/components/schemas/Pet"}}}'
    document, diagnostics = resolved(
        "paths: {/a: {get: {responses: {'200': %s, '400': %s, '404': %s, 5XX: %s}}}}\n"
        "components:\n  responses: {R: %s}\n  schemas:\n%s"
        % (pet, pet, '{$ref: "#/components/responses/R"}', holds, pet, FAMILY)
    )
    replies = document.node("#/paths/~1a/get/responses")

    def schema(node: Node) -> Node:
        return node.resolved() / "content" / "application/json" / "schema"

    assert schema(replies / "200").ref == UNION
    assert schema(replies / "400").ref == PET
    assert schema(replies / "404").ref == PET
    assert (schema(replies / "5XX") / "properties" / "a").ref == UNION
    assert [each.code for each in diagnostics.remarks] == ["discriminator-children"] * 2


def test_a_family_may_live_in_other_files(
    resolved_folder: Resolved, tmp_path: Path
) -> None:
    """The union is a component of the document, and stands where the parent does."""
    document, diagnostics = resolved_folder(
        {
            "openapi.yaml": """\
                openapi: 3.1.0
                info: {title: T, version: "1"}
                components:
                  schemas:
                    Use: {type: array, items: {$ref: "pets.yaml#/Pet"}}
                    Cat: {$ref: "pets.yaml#/Cat"}
                """,
            "pets.yaml": """\
                Pet: {type: object, discriminator: {propertyName: kind, mapping: {c: "#/Cat"}}}
                Cat: {allOf: [{$ref: "#/Pet"}]}
                """,
        }
    )

    assert document.node(f"{AT}/Use/items").ref == UNION
    assert document.node("pets.yaml#/Cat/allOf/0").ref == "pets.yaml#/Pet"
    assert [member.ref for member in document.node(UNION) / "oneOf"] == [
        "pets.yaml#/Cat",
        "pets.yaml#/Pet",
    ]
    _, place = document.sources[""].origin(UNION, False)
    assert (Path(place.name).name, place.line) == ("pets.yaml", 1)
    assert not diagnostics.remarks
