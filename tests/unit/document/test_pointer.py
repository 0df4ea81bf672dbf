"""JSON pointers, split and put together."""

from __future__ import annotations

import pytest

from sdkloom.document.pointer import (
    build,
    decode,
    escape,
    join,
    parent,
    split,
    unescape,
)


@pytest.mark.parametrize(
    ("key", "token"),
    [
        ("a", "a"),
        ("a/b", "a~1b"),
        ("m~n", "m~0n"),
        ("~1", "~01"),
        ("", ""),
        ("/", "~1"),
    ],
)
def test_a_key_survives_its_token(key: str, token: str) -> None:
    """RFC 6901, 3 and 4."""
    assert escape(key) == token
    assert unescape(token) == key


@pytest.mark.parametrize(
    ("pointer", "file", "tokens"),
    [
        ("#", "", ()),
        ("#/", "", ("",)),
        ("#/paths/~1a~1{b}/get", "", ("paths", "/a/{b}", "get")),
        ("folder/a.yaml#/x/0", "folder/a.yaml", ("x", "0")),
        ("a.yaml#", "a.yaml", ()),
    ],
)
def test_a_pointer_is_a_file_and_keys(
    pointer: str, file: str, tokens: tuple[str, ...]
) -> None:
    """Splitting and building undo each other."""
    assert split(pointer) == (file, tokens)
    assert build(file, tokens) == pointer


def test_a_pointer_grows_and_shrinks() -> None:
    """A root is its own parent."""
    assert join("#/a", "b/c", 0) == "#/a/b~1c/0"
    assert parent("#/a/b~1c") == "#/a"
    assert parent("a/b.yaml#/x") == "a/b.yaml#"
    assert parent("#") == "#"
    assert parent("a/b.yaml#") == "a/b.yaml#"


def test_a_fragment_is_percent_decoded() -> None:
    """Braces and spaces of a path come back."""
    assert decode("/paths/~1a~1%7Bid%7D") == "/paths/~1a~1{id}"
