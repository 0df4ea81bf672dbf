"""The Overlay Specification 1.0 and 1.1, clause by clause, on one small document."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sdkloom.diagnostics import Diagnostics, Severity
from sdkloom.document.overlay import apply_overlays
from sdkloom.document.source import load_text

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "T", "version": "1"},
    "tags": ["a", "b"],
    "paths": {
        "/a": {"get": {"tags": ["x"], "x-on": True}, "post": {"tags": ["y"]}},
        "/b": {"get": {"description": "old"}},
    },
}
BOTH = ("1.0.0", "1.1.0")


def applied(version: str, *actions: Any, **fields: Any) -> tuple[Any, list[str]]:
    """Return the document after an overlay's actions, and the codes of errors."""
    diagnostics = Diagnostics()
    overlay = {
        "overlay": version,
        "info": {"title": "O", "version": "1"},
        "actions": [*actions],
        **fields,
    }
    source = load_text(json.dumps(DOCUMENT), "openapi.json", diagnostics)
    change = load_text(json.dumps(overlay), "overlay.json", diagnostics)
    assert source is not None and change is not None
    found = apply_overlays(source, [change], diagnostics)
    errors = [one.code for one in diagnostics.of(Severity.ERROR)]
    return found.value, errors


def at(value: Any, *way: Any) -> Any:
    """Return what stands at the end of a way."""
    for key in way:
        value = value[key]
    return value


ROWS: list[tuple[str, tuple[str, ...], list[Any], tuple[Any, ...], Any]] = [
    (
        "objects are merged recursively",
        BOTH,
        [{"target": "$", "update": {"info": {"title": "N", "x-a": {"b": 1}}}}],
        ("info",),
        {"title": "N", "version": "1", "x-a": {"b": 1}},
    ),
    (
        "a list inside of an object is joined",
        BOTH,
        [{"target": "$", "update": {"tags": ["c"]}}],
        ("tags",),
        ["a", "b", "c"],
    ),
    (
        "an item is appended to a list",
        BOTH,
        [{"target": "$.tags", "update": "c"}],
        ("tags",),
        ["a", "b", "c"],
    ),
    (
        "a list is joined to a list",
        ("1.1.0",),
        [{"target": "$.tags", "update": ["c", "d"]}],
        ("tags",),
        ["a", "b", "c", "d"],
    ),
    (
        "a list is one item of a list",
        ("1.0.0",),
        [{"target": "$.tags", "update": ["c"]}],
        ("tags",),
        ["a", "b", ["c"]],
    ),
    (
        "every match is updated",
        BOTH,
        [{"target": "$.paths.*.get", "update": {"x-n": [1]}}],
        ("paths", "/b", "get"),
        {"description": "old", "x-n": [1]},
    ),
    (
        "a filter chooses",
        BOTH,
        [{"target": "$.paths.*[?@['x-on']]", "update": {"x-off": False}}],
        ("paths", "/a", "get"),
        {"tags": ["x"], "x-on": True, "x-off": False},
    ),
    (
        "descendants are found",
        BOTH,
        [{"target": "$..tags", "update": "z"}],
        ("paths", "/a", "post", "tags"),
        ["y", "z"],
    ),
    (
        "a member is removed",
        BOTH,
        [{"target": "$.paths['/a']", "remove": True}],
        ("paths",),
        {"/b": {"get": {"description": "old"}}},
    ),
    (
        "an item with a value is removed",
        BOTH,
        [{"target": "$.tags[?@ == 'a']", "remove": True}],
        ("tags",),
        ["b"],
    ),
    (
        "remove wins over update",
        BOTH,
        [{"target": "$.paths['/a']", "remove": True, "update": {"x": 1}}],
        ("paths",),
        {"/b": {"get": {"description": "old"}}},
    ),
    (
        "remove false removes nothing",
        BOTH,
        [{"target": "$.paths['/b']", "remove": False, "update": {"x-a": 1}}],
        ("paths", "/b"),
        {"get": {"description": "old"}, "x-a": 1},
    ),
    (
        "a single value is replaced",
        BOTH,
        [{"target": "$.paths['/b'].get.description", "update": "new"}],
        ("paths", "/b", "get", "description"),
        "new",
    ),
    (
        "a value is copied",
        ("1.1.0",),
        [{"target": "$.paths['/b'].get", "copy": "$.paths['/a'].get"}],
        ("paths", "/b", "get"),
        {"description": "old", "tags": ["x"], "x-on": True},
    ),
    (
        "update wins over copy",
        ("1.1.0",),
        [{"target": "$.info", "copy": "$.paths", "update": {"title": "N"}}],
        ("info",),
        {"title": "N", "version": "1"},
    ),
    (
        "a later action sees an earlier one",
        BOTH,
        [
            {"target": "$.info", "update": {"x-a": {"b": 1}}},
            {"target": "$.info['x-a'].b", "remove": True},
        ],
        ("info", "x-a"),
        {},
    ),
    (
        "nothing that matches is no fault",
        BOTH,
        [{"target": "$.nothing", "update": {"a": 1}}],
        ("info",),
        DOCUMENT["info"],
    ),
]


@pytest.mark.parametrize(
    ("version", "actions", "way", "wanted"),
    [
        pytest.param(version, actions, way, wanted, id=f"{name}, {version}")
        for name, versions, actions, way, wanted in ROWS
        for version in versions
    ],
)
def test_what_an_action_does(
    version: str, actions: list[Any], way: tuple[Any, ...], wanted: Any
) -> None:
    """The document has what the standard says, and there is no error."""
    value, errors = applied(version, *actions)
    assert errors == []
    assert at(value, *way) == wanted


@pytest.mark.parametrize(
    ("action", "code"),
    [
        ({"target": "$.info", "update": ["a"]}, "overlay-kind"),
        ({"target": "$['info', 'tags']", "update": {"a": 1}}, "overlay-kind"),
        ({"target": "$.info", "copy": "$.paths.*"}, "overlay-target"),
        ({"target": "$.info", "copy": "$.nothing"}, "overlay-target"),
        ({"target": "$.info.", "update": {"a": 1}}, "overlay-target"),
        ({"update": {"a": 1}}, "overlay"),
    ],
)
def test_what_cannot_be_done_is_an_error(action: Any, code: str) -> None:
    """And changes nothing."""
    value, errors = applied("1.1.0", action)
    assert (value, errors) == (DOCUMENT, [code])


def test_an_overlay_of_another_version_is_refused() -> None:
    """2.0, and one that is not named in full."""
    for version in ("2.0.0", "1.10.0", "1"):
        assert applied(version, {"target": "$", "remove": True})[1] == ["overlay"]
