"""JSONPath (RFC 9535): targets of overlays, and the ways to what pages hold."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any, Final

from sdkloom.document.yaml_events import MAX_DEPTH

_PLAIN: Final = re.compile(
    r"\$?(?:\.?[A-Za-z_][\w-]*|\[-?\d+\]|\['[^']*'\]|\[\"[^\"]*\"\])*\Z"
).match
_STEP: Final = re.compile(
    r"\.?([A-Za-z_][\w-]*)|\[(-?\d+)\]|\['([^']*)'\]|\[\"([^\"]*)\"\]"
)


def find(path: str, value: Any) -> list[tuple[Any, ...]]:
    """Return where a path leads, each place by its keys; ValueError if it is no path."""
    # Loaded only where there is such a path: that takes a while.
    library = import_module("jsonpath_rfc9535")
    environment = library.JSONPathEnvironment()
    # Documents are read as deep as this.
    environment.max_recursion_depth = MAX_DEPTH + 1
    try:
        return [tuple(node.location) for node in environment.find(path, value)]
    except library.JSONPathError as fault:
        raise ValueError(str(fault).splitlines()[0]) from None


def path_fault(path: str) -> str:
    """Return why a text is no JSONPath, "" if it is one, or a plain path without its `$`."""
    if _PLAIN(path):
        return ""
    try:
        find(path, None)
    except ValueError as fault:
        return str(fault)
    return ""


def plain_steps(path: str) -> list[str | int] | None:
    """Return the names and indices of a path that has nothing else, None for any other.

    An SDK follows such a path by itself.
    """
    if not _PLAIN(path):
        return None
    found: list[str | int] = []
    for name, index, single, double in _STEP.findall(path.removeprefix("$")):
        found.append(int(index) if index else name or single or double)
    return found
