"""The lock: read, kept whole, and written so that it reads the same again."""

from __future__ import annotations

import math
from typing import Any

import pytest

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.source import load_text
from sdkloom.lock import Lock, read_lock
from sdkloom.lock_text import lock_text


def read(value: Any) -> Lock:
    return read_lock(value, Diagnostics())


def again(lock: Lock) -> Any:
    diagnostics = Diagnostics()
    source = load_text(lock_text(lock), "gen.lock", diagnostics)
    assert source is not None, diagnostics.remarks
    return source.value


def test_no_lock_is_an_empty_one() -> None:
    """A first run has a lock without files or examples."""
    lock = read(None)

    assert (dict(lock.files), dict(lock.examples)) == ({}, {})
    assert lock_text(lock) == 'lockVersion: "2.0.0"\n'


def test_a_lock_that_is_no_mapping_is_an_error() -> None:
    """Nothing is guessed from it."""
    diagnostics = Diagnostics()

    assert not read_lock([], diagnostics).parts
    assert diagnostics.has_errors


def test_files_are_those_of_both_forms() -> None:
    """Older locks list paths, newer ones have checksums; a deleted file is none of ours."""
    lock = read(
        {
            "generatedFiles": ["old.py", 7],
            "trackedFiles": {
                "a.py": {"id": "0", "last_write_checksum": "sha1:1"},
                "b.py": {"deleted": True, "last_write_checksum": "sha1:2"},
                "c.py": None,
            },
        }
    )

    assert lock.files == {"old.py": "", "a.py": "sha1:1", "c.py": ""}


def test_examples_that_are_no_mappings_are_left_out() -> None:
    """Whatever wrote them: the others are used."""
    lock = read({"examples": {"a": ["x"], "b": {"c": 5}, "d": None}})

    assert lock.examples == {"b": {"c": 5}}
    assert read({"examples": ["a"]}).examples == {}


def test_the_other_parts_survive() -> None:
    """New checksums go in; ids, features and what we do not know stay as they were."""
    lock = read(
        {
            "lockVersion": "2.0.0",
            "id": "5c3d",
            "management": {"generationVersion": "2.900.0", "docVersion": "1.0"},
            "persistentEdits": {"generation_id": "x"},
            "features": {"python": {"core": "5.23.4"}},
            "trackedFiles": {
                "a.py": {
                    "id": "0a",
                    "last_write_checksum": "sha1:1",
                    "pristine_git_object": "f",
                },
                "b.py": {
                    "id": "0b",
                    "last_write_checksum": "sha1:2",
                    "pristine_git_object": "g",
                },
                "gone.py": {"id": "0c"},
            },
            "releaseNotes": "text\nmore",
        }
    )

    changed = lock.with_files({"b.py": "sha1:2", "a.py": "sha1:9", "c.py": "sha1:3"})

    assert again(changed) == {
        **lock.parts,
        "trackedFiles": {
            "a.py": {"id": "0a", "last_write_checksum": "sha1:9"},
            "b.py": {
                "id": "0b",
                "last_write_checksum": "sha1:2",
                "pristine_git_object": "g",
            },
            "c.py": {"last_write_checksum": "sha1:3"},
        },
    }
    assert changed.generator_version == "2.900.0"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "null",
        "yes",
        "1_000",
        "12:30:45",
        "2020-01-01",
        "1e3",
        "0x1f",
        ".5",
        "- a",
        "# no comment",
        "a: b",
        " padded ",
        "two\nlines\r\n",
        "tab\there",
        'quote " and \\',
        "{{ x }}",
        "\u2028\u2029\x85\x7f\ufeff",
        "snow ☃ and 😀",
        "x" * 3000,
        None,
        True,
        0,
        -7,
        1.5,
        1e300,
        1e-7,
        math.inf,
        -math.inf,
        [],
        {},
        [1, [2, {"a": None}], "b"],
        {"a b": {"": [{}]}, "k" * 2000: 1, "no": "on", "7": 7},
    ],
)
def test_values_come_back(value: Any) -> None:
    """Whatever an example holds is read again as it was."""
    examples = {
        "create": {
            "speakeasy-default-create": {
                "parameters": {"query": {"q": value}},
                "requestBody": {"application/json": value},
                "responses": {"200": {"application/json": value}},
            }
        }
    }
    lock = Lock(
        parts={"examples": examples, "other": value, "k" * 2000: {"a": [value]}}
    )

    assert again(lock) == lock.parts


def test_an_example_is_one_line_of_json() -> None:
    """Blocks down to the value, and the value as JSON."""
    lock = Lock(
        parts={
            "examples": {
                "create pet": {
                    "": {
                        "parameters": {"path": {"id": "<id>"}},
                        "requestBody": {"application/json": {"a": [1, {"b": "c"}]}},
                    }
                },
                "ping": {},
            }
        }
    )

    assert lock_text(lock) == (
        "examples:\n"
        "  create pet:\n"
        '    "":\n'
        "      parameters:\n"
        "        path:\n"
        '          id: "<id>"\n'
        "      requestBody:\n"
        '        application/json: {"a": [1, {"b": "c"}]}\n'
        "  ping: {}\n"
    )
