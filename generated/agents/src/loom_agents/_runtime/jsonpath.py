"""JSONPath into replies: plain paths here, the rest by a library that SDKs with such paths need."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any, Optional

_PLAIN = re.compile(r"\$?(?:\.?[A-Za-z_][\w-]*|\[-?\d+\]|\['[^']*'\]|\[\"[^\"]*\"\])*")
_STEP = re.compile(r"\.?([A-Za-z_][\w-]*)|\[(-?\d+)\]|\['([^']*)'\]|\[\"([^\"]*)\"\]")

_READ: dict[str, Optional[list[Any]]] = {}


def find(path: str, value: Any) -> Any:
    """Return what a path leads to, None if it leads nowhere; a list where it leads to many."""
    if path not in _READ:
        _READ[path] = plain_steps(path)
    steps = _READ[path]
    if steps is None:
        return _by_library(path, value)
    for step in steps:
        if isinstance(step, int):
            if not isinstance(value, list) or not -len(value) <= step < len(value):
                return None
            value = value[step]
        elif isinstance(value, dict):
            value = value.get(step)
        else:
            return None
    return value


def plain_steps(path: str) -> Optional[list[Any]]:
    """Return the names and indices of a plain path, None for any other."""
    if not _PLAIN.fullmatch(path):
        return None
    found: list[Any] = []
    for name, index, single, double in _STEP.findall(path.removeprefix("$")):
        found.append(int(index) if index else name or single or double)
    return found


def _by_library(path: str, value: Any) -> Any:
    try:
        library = import_module("jsonpath_rfc9535")
    except ImportError as error:
        raise RuntimeError(
            f"the path {path!r} needs the package jsonpath-rfc9535"
        ) from error
    found = [node.value for node in library.find(path, value)]
    return found[0] if len(found) == 1 else found or None
