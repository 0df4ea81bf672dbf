"""Code of the user's inside of our files: what stands between the marks of a region is theirs."""

from __future__ import annotations

import re

_REGION = re.compile(
    r"^(?P<mark>[ \t]*# region (?P<name>[^\n]+)\n)"
    r"(?P<code>.*?)"
    r"(?P<end>^[ \t]*# endregion (?P=name)[ \t]*$)",
    re.DOTALL | re.MULTILINE,
)


def merge_regions(old: str, new: str) -> str:
    """Return the new text with the code that the user has written into regions of the old one."""
    written = {found["name"]: found["code"] for found in _REGION.finditer(old)}

    def filled(found: re.Match[str]) -> str:
        code = written.get(found["name"], found["code"])
        return f"{found['mark']}{code}{found['end']}"

    return _REGION.sub(filled, new)


def keeps_regions(old: str, new: str) -> bool:
    """Return whether the new text holds all code that stands in regions of the old one."""
    made = {found["name"]: found["code"] for found in _REGION.finditer(new)}
    found = list(_REGION.finditer(old))
    return bool(found) and all(made.get(one["name"]) == one["code"] for one in found)
