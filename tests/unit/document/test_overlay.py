"""Overlays change a document, and remarks know which file wrote a value."""

from __future__ import annotations


from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from sdkloom.diagnostics import Diagnostics, Severity
from sdkloom.document.overlay import apply_overlays
from sdkloom.document.source import Source, load, load_text

DOCUMENT = """\
openapi: 3.1.0
info: {title: T, version: "1", contact: {name: N}}
tags: [{name: a}, {name: b}, {name: c}]
paths:
  /a:
    get: {operationId: getA, tags: [a], x-internal: true}
    post: {operationId: postA, tags: [b]}
  /b:
    get: {operationId: getB, description: old}
"""
JSON = """\
{"openapi": "3.1.0",
 "info": {"title": "T", "version": "1", "contact": {"name": "N"}},
 "tags": [{"name": "a"}, {"name": "b"}, {"name": "c"}],
 "paths": {
  "/a": {
   "get": {"operationId": "getA", "tags": ["a"], "x-internal": true},
   "post": {"operationId": "postA", "tags": ["b"]}},
  "/b": {
   "get": {"operationId": "getB", "description": "old"}}}}
"""


def overlaid(
    actions: str, *, version: str = "1.0.0", text: str = DOCUMENT, strict: bool = False
) -> tuple[Source, Diagnostics]:
    diagnostics = Diagnostics()
    name = "openapi.json" if text is JSON else "openapi.yaml"
    source = load_text(text, name, diagnostics)
    head = f'overlay: {version}\ninfo: {{title: O, version: "1"}}\nactions:\n'
    overlay = load_text(
        head + (dedent(actions) if actions.strip() != "[]" else " []\n"),
        "overlay.yaml",
        diagnostics,
    )
    assert source is not None and overlay is not None
    return apply_overlays(source, [overlay], diagnostics, strict=strict), diagnostics


def value(actions: str, **chosen: Any) -> Any:
    source, diagnostics = overlaid(actions, **chosen)
    assert not diagnostics.remarks, diagnostics.remarks
    return source.value


def test_an_object_is_merged() -> None:
    """Objects recursively, lists by joining, anything else by replacing."""
    found = value("""\
        - target: $
          update:
            info: {title: New, contact: {url: U}}
            tags: [{name: d}]
            x-new: [1]
        """)

    assert found["info"] == {
        "title": "New",
        "version": "1",
        "contact": {"name": "N", "url": "U"},
    }
    assert [tag["name"] for tag in found["tags"]] == ["a", "b", "c", "d"]
    assert found["x-new"] == [1]


def test_every_match_is_updated_on_its_own() -> None:
    """The values written are not shared between them."""
    found = value("""\
        - target: $.paths.*.get
          update: {x-list: [1]}
        - target: $.paths['/a'].get
          update: {x-list: [2]}
        """)

    assert found["paths"]["/a"]["get"]["x-list"] == [1, 2]
    assert found["paths"]["/b"]["get"]["x-list"] == [1]


def test_an_array_is_appended_to() -> None:
    """In 1.0 the update is one item; in 1.1 a list is joined."""
    one = "- {target: $.tags, update: {name: d}}\n"
    many = "- {target: $.tags, update: [{name: d}, {name: e}]}\n"

    assert value(one)["tags"][3] == {"name": "d"}
    assert value(many)["tags"][3] == [{"name": "d"}, {"name": "e"}]
    assert value(one, version="1.1.0")["tags"][3] == {"name": "d"}
    assert value(many, version="1.1.0")["tags"][3:] == [{"name": "d"}, {"name": "e"}]


def test_matches_are_removed() -> None:
    """Several of one list, by a filter, and an entry inside of one that goes as well."""
    found = value("""\
        - target: $.tags[?@.name != 'b']
          remove: true
        - target: $.paths.*[?@['x-internal'] == true]
          remove: true
        - target: $..contact
          remove: true
        - target: $['paths']['/b','/a'].post
          remove: true
        """)

    assert found["tags"] == [{"name": "b"}]
    assert list(found["paths"]["/a"]) == []
    assert "contact" not in found["info"]


def test_a_single_value_is_replaced() -> None:
    """And an item of a list of strings is removed (1.1)."""
    found = value(
        """\
        - {target: "$.paths['/b'].get.description", update: new}
        - {target: "$.paths.*.*.tags[?@ == 'a']", remove: true}
        """,
        version="1.1.0",
    )

    assert found["paths"]["/b"]["get"]["description"] == "new"
    assert found["paths"]["/a"]["get"]["tags"] == []


def test_a_value_is_copied() -> None:
    """What is changed in one of the two later is not changed in the other."""
    found = value(
        """\
        - {target: $.paths, update: {/c: {}}}
        - {target: "$.paths['/c']", copy: "$.paths['/a']"}
        - {target: "$.paths['/a'].post", remove: true}
        """,
        version="1.1.0",
    )

    assert list(found["paths"]["/c"]) == ["get", "post"]
    assert list(found["paths"]["/a"]) == ["get"]


def test_actions_are_done_in_order() -> None:
    """A later one sees what an earlier one did."""
    found = value("""\
        - {target: $.info, update: {x-a: {b: 1}}}
        - {target: "$.info['x-a']", update: {b: 2}}
        """)

    assert found["info"]["x-a"] == {"b": 2}


@pytest.mark.parametrize("text", [DOCUMENT, JSON], ids=["yaml", "json"])
def test_a_value_stands_in_the_file_that_wrote_it(text: str) -> None:
    """What was there stays where it was, even behind what was removed."""
    source, _ = overlaid(
        """\
        - {target: "$.tags[0]", remove: true}
        - {target: $.info.title, remove: true}
        - target: $.paths['/a'].get
          update:
            summary: Get
            tags:
              - z
        """,
        text=text,
    )

    def place(pointer: str) -> tuple[str, int]:
        found = source.place(pointer)
        return found.name.partition(".")[0], found.line

    assert place("#/tags/1/name") == ("openapi", 3)
    assert place("#/info/contact/name") == ("openapi", 2)
    assert place("#/paths/~1b/get/description") == ("openapi", 9)
    assert place("#/paths/~1a/get/summary") == ("overlay", 8)
    assert place("#/paths/~1a/get/tags/0") == ("openapi", 6)
    assert place("#/paths/~1a/get/tags/1") == ("overlay", 10)
    owner, found = source.origin("#/paths/~1a/get/tags/1")
    assert owner.excerpt(found)[-2].endswith("- z")


def test_an_action_that_matches_nothing_is_said() -> None:
    """It is no fault, unless one asks for strictness."""
    action = "- {target: $.nothing, update: {a: 1}}\n"

    (remark,) = overlaid(action)[1].remarks
    assert (remark.severity, remark.code) == (Severity.INFO, "overlay-target")
    assert (remark.file, remark.line, remark.column) == ("overlay.yaml", 4, 12)
    assert overlaid(action, strict=True)[1].has_errors


@pytest.mark.parametrize(
    ("actions", "code", "word"),
    [
        ("- {target: '$.[', update: {}}", "overlay-target", "JSONPath"),
        ("- {target: $.info, update: [1]}", "overlay-kind", "arrays"),
        ("- {target: $.info.title, update: {a: 1}}", "overlay-kind", "single values"),
        ('- {target: \'$["info", "tags"]\', update: {a: 1}}', "overlay-kind", "alike"),
        ("- {target: $, remove: true}", "overlay-kind", "itself"),
        ("- {target: $.info, copy: $.tags.*}", "overlay-target", "3 values"),
        ("- {update: {a: 1}}", "overlay", "target"),
        ("  []", "overlay", "at least one"),
    ],
)
def test_an_action_that_cannot_be_done_is_an_error(
    actions: str, code: str, word: str
) -> None:
    """At its line of the overlay; the document stays as it was."""
    source, diagnostics = overlaid(actions + "\n", version="1.1.0")

    (remark,) = diagnostics.remarks
    assert (remark.severity, remark.code) == (Severity.ERROR, code)
    assert word in remark.message and remark.file == "overlay.yaml"
    original = load_text(DOCUMENT, "openapi.yaml", Diagnostics())
    assert original is not None and source.value == original.value


@pytest.mark.parametrize(
    ("actions", "severity", "word"),
    [
        ("{target: $.info, updates: {a: 1}}", Severity.WARNING, "'updates' is no"),
        ("{target: $.info, description: x}", Severity.INFO, "neither"),
        ("{target: $.info, remove: false}", Severity.INFO, "neither"),
    ],
)
def test_what_has_no_effect_is_said(
    actions: str, severity: Severity, word: str
) -> None:
    """A field that overlays do not have, an action that asks for nothing."""
    remarks = overlaid(f"- {actions}\n- {{target: $.info, update: {{x-a: 1}}}}\n")[1]
    found = [one for one in remarks.remarks if word in one.message]
    assert [(one.severity, one.code) for one in found] == [(severity, "overlay")]
    assert found[0].line == 4


def test_the_document_of_an_overlay(tmp_path: Path) -> None:
    """`extends` names it; an overlay made for another one is applied, and that is said."""
    path = tmp_path / "openapi.yaml"
    path.write_text(DOCUMENT, encoding="utf-8")
    for extends, count in (("openapi.yaml", 0), ("https://x.y/other.yaml", 1)):
        diagnostics = Diagnostics()
        source = load(path, diagnostics)
        text = (
            f"overlay: 1.0.0\nextends: {extends}\n"
            "actions: [{target: $.info, update: {title: O}}]\n"
        )
        overlay = load_text(text, "overlay.yaml", diagnostics)
        assert source is not None and overlay is not None
        found = apply_overlays(source, [overlay], diagnostics)
        assert found.value["info"]["title"] == "O"
        assert [one.line for one in diagnostics.remarks] == [2] * count


@pytest.mark.parametrize(
    "text",
    [
        "overlay: 1.10.0\nactions: [{}]",
        "openapi: 3.1.0",
        "overlay: 2.0.0\nactions: []",
        "[1]",
    ],
)
def test_what_is_no_overlay_is_refused(text: str) -> None:
    """A document given in its place, a version of the future."""
    diagnostics = Diagnostics()
    source = load_text(DOCUMENT, "openapi.yaml", diagnostics)
    overlay = load_text(text, "overlay.yaml", diagnostics)
    assert source is not None and overlay is not None

    apply_overlays(source, [overlay], diagnostics)

    assert [each.code for each in diagnostics.remarks] == ["overlay"]


def test_aliases_are_told_apart_before_they_are_changed() -> None:
    """An update of one does not show in the other."""
    text = "openapi: 3.1.0\ninfo: &one {title: T}\nx-info: *one\n"

    found = value("- {target: $.info, update: {title: New}}\n", text=text)

    assert found["x-info"] == {"title": "T"}
