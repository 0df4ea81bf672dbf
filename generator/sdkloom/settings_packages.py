"""Paths of packages that a settings file names: which of them a package can have."""

from __future__ import annotations

import keyword
import re
from typing import Final

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_OWN: Final = frozenset(
    "basesdk httpclient py sdk sdkconfiguration types utils".split()
)
"""What stands in every package beside its models."""
_OWN_MODELS: Final = ("models.internal", "models.utils")
"""What stands among the models of every package, or among their pages."""


def package_path(text: str) -> str | None:
    """Return a path, written with slashes or dots, as it is imported; "" is the package `models`.

    None is a path that cannot be had: a part of it is no name in Python, or it is taken by what
    every package has.
    """
    if not text:
        return ""
    parts = re.split(r"[./]", text)
    if not all(_WORD.fullmatch(part) and not keyword.iskeyword(part) for part in parts):
        return None
    path = ".".join(parts)
    is_taken = parts[0] in _OWN or any(
        path == own or path.startswith(f"{own}.") for own in _OWN_MODELS
    )
    return None if is_taken else path
