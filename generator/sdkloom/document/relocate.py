"""Rewrites references of a document that moves into another folder, or gives parts other names."""

from __future__ import annotations

import os.path
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sdkloom.document.neighbours import is_url
from sdkloom.document.pointer import build, decode, split
from sdkloom.document.source import Source


def relocate(value: Any, source: Source, target: Source) -> None:
    """Rewrite, in place, the references to files that a value of one document makes.

    They then count from the target's folder. One to the document itself stays within it.
    """
    if source.path is None or target.path is None:
        return
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            ref = each.get("$ref")
            if isinstance(ref, str) and not ref.startswith("#") and not is_url(ref):
                each["$ref"] = _moved(ref, source.path, target.path)
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)


def _moved(ref: str, source: Path, target: Path) -> str:
    name, _, fragment = ref.partition("#")
    path = source.parent / name
    if os.path.normpath(path) == os.path.normpath(source):
        return f"#{fragment}"
    relative = Path(os.path.relpath(path, target.parent)).as_posix()
    return f"{relative}#{fragment}" if fragment else relative


def redirect(value: Any, renamed: Mapping[tuple[str, ...], str]) -> None:
    """Rewrite, in place, the references that a document makes to parts with a new last name.

    `renamed` maps the way to a part, `("paths", "/a")`, to what its last key has become.
    """
    waiting = [value] if renamed else []
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            for key in ("$ref", "operationRef"):
                ref = each.get(key)
                if isinstance(ref, str) and ref.startswith("#/"):
                    each[key] = _renamed(ref, renamed)
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)


def _renamed(ref: str, renamed: Mapping[tuple[str, ...], str]) -> str:
    _, tokens = split(f"#{decode(ref[1:])}")
    for way, name in renamed.items():
        if tokens[: len(way)] == way:
            pointer = build("", (*way[:-1], name, *tokens[len(way) :]))
            return f"#{quote(pointer[1:], safe='/~$@:,;=+!*()')}"
    return ref
