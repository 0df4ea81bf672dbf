"""JSON pointers as fragments: `#/a/b` in the document, `file.yaml#/a/b` in a neighbour."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote


def escape(token: str) -> str:
    """Return a key as it is written in a pointer (RFC 6901, 3)."""
    if "~" in token or "/" in token:
        return token.replace("~", "~0").replace("/", "~1")
    return token


def unescape(token: str) -> str:
    """Return the key that a pointer's token stands for."""
    if "~" in token:
        return token.replace("~1", "/").replace("~0", "~")
    return token


def join(pointer: str, *tokens: str | int) -> str:
    """Return the pointer of something below `pointer`."""
    return "/".join((pointer, *(escape(str(token)) for token in tokens)))


def split(pointer: str) -> tuple[str, tuple[str, ...]]:
    """Return the file and the keys of a pointer; the file is "" for the document itself."""
    file, _, fragment = pointer.partition("#")
    tokens = fragment.split("/")[1:]
    return file, tuple(map(unescape, tokens) if "~" in fragment else tokens)


def build(file: str, tokens: Iterable[str]) -> str:
    """Return the pointer that leads to `tokens` in `file`."""
    return join(f"{file}#", *tokens)


def decode(fragment: str) -> str:
    """Return a URI's fragment with its percent-encoding undone."""
    return unquote(fragment) if "%" in fragment else fragment


def parent(pointer: str) -> str:
    """Return the pointer one key shorter; a root is its own parent."""
    head, slash, _ = pointer.rpartition("/")
    return head if slash and "#" in head else pointer
