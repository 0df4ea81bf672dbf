"""A cursor knows its value, its pointer and its way on."""

from __future__ import annotations

from sdkloom.document.node import Node, find

ROOTS = {
    "": {
        "paths": {"/a": {"get": {"tags": ["x", "y"]}}},
        "components": {
            "schemas": {
                "A": {"$ref": "#/components/schemas/B", "description": "mine"},
                "B": {"$ref": "other.yaml#/C"},
                "Loop": {"$ref": "#/components/schemas/Loop"},
                "Odd": {"properties": {"$ref": {"type": "string"}}},
                "Nothing": None,
            }
        },
    },
    "other.yaml": {"C": {"type": "object"}},
}


def node(pointer: str) -> Node:
    return find(ROOTS, pointer)


def test_a_child_knows_its_pointer() -> None:
    """Keys are escaped; the key itself is kept as it is written."""
    child = node("#") / "paths" / "/a" / "get" / "tags" / 1

    assert child.value == "y"
    assert child.pointer == "#/paths/~1a/get/tags/1"
    assert (child / "x").exists is False
    assert (node("#") / "paths" / "/a").key == "/a"


def test_what_is_missing_is_a_false_node() -> None:
    """One may go on from it; null is there."""
    missing = node("#") / "paths" / "/b" / "get" / 3

    assert not missing
    assert missing.value is None
    assert missing.pointer == "#/paths/~1b/get/3"
    assert list(missing.items()) == [] and list(missing) == []
    assert missing.get("x", 5) == 5
    assert node("#/components/schemas/Nothing")


def test_an_index_is_a_plain_number() -> None:
    """No leading zero, no sign, nothing behind the end (RFC 6901, 4)."""
    tags = node("#/paths/~1a/get/tags")

    assert (tags / "0").value == "x"
    assert [bool(tags / key) for key in ("00", "01", "-1", "2", "٠", "9" * 20)] == [
        False
    ] * 6


def test_items_come_in_the_order_of_the_document() -> None:
    """Mappings yield keys and nodes, sequences nodes."""
    schemas = node("#/components/schemas")

    assert [key for key, _ in schemas.items()] == ["A", "B", "Loop", "Odd", "Nothing"]
    assert [each.pointer for each in node("#/paths/~1a/get/tags")] == [
        "#/paths/~1a/get/tags/0",
        "#/paths/~1a/get/tags/1",
    ]
    assert len(schemas) == 5 and "A" in schemas and "C" not in schemas


def test_references_are_followed_to_the_definition() -> None:
    """Siblings stay where they are written."""
    first = node("#/components/schemas/A")

    assert first.ref == "#/components/schemas/B"
    assert first.resolved().pointer == "other.yaml#/C"
    assert first.get("description") == "mine"
    assert (first.resolved() / "type").value == "object"


def test_a_node_without_reference_is_its_own_definition() -> None:
    """A property called `$ref` is no reference."""
    odd = node("#/components/schemas/Odd/properties")

    assert odd.ref == ""
    assert odd.resolved() is odd


def test_a_reference_to_itself_ends() -> None:
    """The node itself is returned."""
    assert node("#/components/schemas/Loop").resolved().key == "Loop"


def test_nodes_are_equal_where_they_stand() -> None:
    """A node can be a key."""
    assert node("#/paths") == node("#") / "paths"
    assert len({node("#/paths"), node("#") / "paths"}) == 1
