"""What a run would change in a folder: looked at, not touched."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath

from sdkloom.files import OutputFile
from sdkloom.output.ignore import ignored_in


class Action(Enum):
    """What happens to one path."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    KEPT = "kept"
    """We would write or remove it, and leave it, because it is the user's."""


@dataclass(frozen=True, slots=True)
class Change:
    """One path, what happens to it, and why it is kept if it is.

    `expected` says that the user has asked for it to be kept.
    """

    path: str
    action: Action
    reason: str = ""
    expected: bool = False


class UnsafePath(ValueError):
    """A path that would leave the output folder: a fault of ours, whatever the document says."""


def compare(
    files: Iterable[OutputFile],
    folder: Path,
    tracked: Mapping[str, str],
    *,
    force: bool = False,
) -> tuple[Change, ...]:
    """Return what writing these files to the folder means for each path.

    `tracked` holds the files that earlier runs wrote, with the checksum of what they wrote ("" if
    it is not known). What is on disk is ours if it is what we once wrote; anything else is the
    user's, and is only overwritten by `force`.
    """
    wanted = list(files)
    is_ignored = ignored_in(folder)
    changes = [
        _writing(file, folder, tracked.get(file.path), is_ignored, force=force)
        for file in wanted
    ]
    stale = tracked.keys() - {file.path for file in wanted}
    for path in sorted(stale):
        changes.extend(_removing(path, folder, tracked[path], is_ignored, force=force))
    return tuple(changes)


def checksum(content: bytes) -> str:
    """Return the mark by which we know a file as ours, whatever its line endings have become."""
    plain = content.replace(b"\r\n", b"\n")
    return "sha1:" + hashlib.sha1(plain, usedforsecurity=False).hexdigest()


def safe_path(folder: Path, path: str) -> Path:
    """Return the place of a relative path in the folder; refuse one that could lie elsewhere."""
    parts = PurePosixPath(path).parts
    if (
        not parts
        or path != "/".join(parts)
        or any(part in {"..", ".", "/", ".git"} for part in parts)
        or any(character in path for character in '\\\0:*?"<>|')
    ):
        raise UnsafePath(path)
    return folder.joinpath(*parts)


def _writing(
    file: OutputFile,
    folder: Path,
    known: str | None,
    is_ignored: Callable[[str], bool],
    *,
    force: bool,
) -> Change:
    place = safe_path(folder, file.path)
    if is_ignored(file.path):
        return Change(file.path, Action.KEPT, "named in .genignore", True)
    obstacle = _obstacle(folder, place)
    if obstacle:
        return Change(file.path, Action.KEPT, obstacle)
    try:
        content = place.read_bytes()
    except FileNotFoundError:
        return Change(file.path, Action.NEW)
    if file.once or _same(content, file.text):
        return Change(file.path, Action.UNCHANGED)
    return _overwriting(file.path, content, known, Action.CHANGED, force=force)


def _removing(
    path: str,
    folder: Path,
    known: str,
    is_ignored: Callable[[str], bool],
    *,
    force: bool,
) -> Iterator[Change]:
    """Yield the removal of a file that is no longer made; nothing if it is not there any more."""
    try:
        place = safe_path(folder, path)
    except UnsafePath:
        return
    if is_ignored(path) or _obstacle(folder, place) or not place.is_file():
        return
    yield _overwriting(path, place.read_bytes(), known, Action.REMOVED, force=force)


def _overwriting(
    path: str, content: bytes, known: str | None, action: Action, *, force: bool
) -> Change:
    if force or known == "" or known == checksum(content):
        return Change(path, action)
    reason = "not written by an earlier run" if known is None else "changed by hand"
    return Change(path, Action.KEPT, reason)


def _obstacle(folder: Path, place: Path) -> str:
    """Return what stands in the way of a regular file at this place, "" if nothing does.

    A link is never followed: it could lead out of the folder.
    """
    for step in (*reversed(place.relative_to(folder).parents[:-1]), None):
        current = place if step is None else folder / step
        if current.is_symlink():
            return "behind a link"
        if step is not None and current.exists() and not current.is_dir():
            return "below a file"
    return "a folder is there" if place.is_dir() else ""


def _same(content: bytes, text: str) -> bool:
    encoded = text.encode("utf-8")
    return content == encoded or content.replace(b"\r\n", b"\n") == encoded


def is_empty(folder: Path) -> bool:
    """Whether nothing, or only Python's own cache, is left in a folder."""
    with os.scandir(folder) as entries:
        return all(entry.name == "__pycache__" for entry in entries)
