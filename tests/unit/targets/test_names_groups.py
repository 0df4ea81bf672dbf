"""The names of groups of methods."""

from __future__ import annotations

from sdkloom.targets.python.names_groups import name_groups

NONE: frozenset[str] = frozenset()


def classes(*paths: str, feb_2025: bool = True) -> list[str]:
    split = [tuple(path.split(".")) for path in paths]
    return [one.class_name for one in name_groups(split, "Zoo", feb_2025, NONE)]


def test_class_is_the_last_word() -> None:
    assert classes("agents", "agents.api_keys") == ["Agents", "APIKeys"]


def test_groups_of_one_word_are_told_apart_by_their_parents() -> None:
    paths = ("sources", "sources.pq", "destinations", "destinations.pq")
    assert classes(*paths) == [
        "Sources",
        "SourcesPq",
        "Destinations",
        "DestinationsPq",
    ]


def test_parents_that_all_groups_of_a_word_have_are_left_out() -> None:
    paths = ("zoos.cages", "farms.zoos.cages")
    assert classes(*paths) == ["Cages", "FarmsCages"]


def test_top_group_keeps_its_word() -> None:
    assert classes("versions", "configs.versions") == ["Versions", "ConfigsVersions"]


def test_older_rules_put_the_client_in_front_of_the_earlier_group() -> None:
    paths = ("agents.responses", "responses")
    assert classes(*paths, feb_2025=False) == ["ZooResponses", "Responses"]


def test_group_yields_to_a_component() -> None:
    (group,) = name_groups([("pets",)], "Zoo", True, frozenset({"Pets"}))
    assert (group.class_name, group.module) == ("PetsSDK", "pets_sdk")
    assert (group.attribute, group.title, group.folder) == ("pets", "Pets", "petssdk")


def test_only_a_top_group_yields_to_an_inline_word() -> None:
    paths = [("files",), ("pets",), ("pets", "toys")]
    words = frozenset({"Files", "Toys"})
    named = [one.class_name for one in name_groups(paths, "Zoo", True, NONE, words)]
    assert named == ["FilesSDK", "Pets", "Toys"]


def test_attribute_is_no_keyword() -> None:
    (group,) = name_groups([("import",)], "Zoo", True, NONE)
    assert group.attribute == "import_"
