"""Rewrites relative references for a document that moves into another folder."""

from __future__ import annotations

import os.path
from pathlib import Path
from typing import Any

from sdkloom.document.neighbours import is_url
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
