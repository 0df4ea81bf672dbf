"""Finds links of pages to one another that lead nowhere: to no file, or to no heading of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

LINK = re.compile(r"\]\(<?([^)\s>]+)>?[^)]*\)")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")
FENCE = re.compile(r"^( {0,3})```.*?^ {0,3}```", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"`[^`\n]*`")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def anchors(page: str) -> set[str]:
    """Return the names by which the headings of a page are reached; the second of two is numbered."""
    found: dict[str, int] = {}
    names = set()
    for heading in HEADING.findall(FENCE.sub("", page)):
        text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
        name = re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")
        count = found.get(name, 0)
        found[name] = count + 1
        names.add(f"{name}-{count}" if count else name)
    return names


def links(page: str) -> Iterator[str]:
    """Yield the targets of the links of a page that lead to no other site."""
    for link in LINK.findall(CODE.sub("", FENCE.sub("", page))):
        if not SCHEME.match(link):
            yield link


def broken_links(pages: Mapping[str, str]) -> list[str]:
    """Return the links that lead nowhere, of pages by their paths."""
    names = {path: anchors(text) for path, text in pages.items()}
    broken = []
    for path, text in pages.items():
        for link in links(text):
            where, _, heading = link.partition("#")
            folder = posixpath.dirname(path)
            target = (
                posixpath.normpath(posixpath.join(folder, where)) if where else path
            )
            if target not in pages or (heading and heading not in names[target]):
                broken.append(f"{path}: {link}")
    return broken
