"""Files that we share with the user: marked sections are ours, all other text is theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from sdkloom.files import OutputFile
from sdkloom.output.regions import keeps_regions, merge_regions

_SECTION = re.compile(
    r"<!-- Start (?P<title>[^\[\]\n]+) \[(?P<key>[\w-]+)\] -->"
    r".*?<!-- End (?P=title) \[(?P=key)\] -->",
    re.DOTALL,
)
_ABSENT = re.compile(r"<!-- No (?P<title>[^\[\]\n]+) \[(?P<key>[\w-]+)\] -->")


def merge_sections(old: str, new: str) -> str:
    """Return a user's text with its marked sections as they are in the new text.

    A section that the user has removed stays removed: it comes back only where the comment
    `<!-- No TITLE [key] -->` keeps its place. A section that is no longer needed leaves such a
    comment. A text without any mark is the user's alone.
    """
    if not is_shared(old):
        return old
    made = {found["key"]: found[0] for found in _SECTION.finditer(new)}

    def current(found: re.Match[str]) -> str:
        absent = f"<!-- No {found['title']} [{found['key']}] -->"
        return made.get(found["key"], absent)

    pieces: list[str] = []
    place = 0
    for section in _SECTION.finditer(old):
        pieces.append(_ABSENT.sub(current, old[place : section.start()]))
        pieces.append(current(section))
        place = section.end()
    pieces.append(_ABSENT.sub(current, old[place:]))
    return "".join(pieces)


def keep_text(files: Iterable[OutputFile], folder: Path | None) -> list[OutputFile]:
    """Return the files with what the user has written into shared ones in the folder."""
    return [
        _kept(file, folder) if folder and (file.shared or file.regions) else file
        for file in files
    ]


def _kept(file: OutputFile, folder: Path) -> OutputFile:
    try:
        old = (folder / file.path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return file
    if file.regions:
        return replace(file, text=merge_regions(old, file.text))
    merged = merge_sections(old, file.text)
    return replace(file, text=merged) if is_shared(old) else file


def is_shared(text: str) -> bool:
    """Return whether a text has a place for a section of ours."""
    return bool(_SECTION.search(text) or _ABSENT.search(text))


def keeps_text(content: bytes, file: OutputFile) -> bool:
    """Return whether a file holds everything that is the user's in the content of a file."""
    old = content.decode("utf-8", "replace").replace("\r\n", "\n")
    if file.regions:
        return keeps_regions(old, file.text)
    return is_shared(old) and merge_sections(old, file.text) == file.text
