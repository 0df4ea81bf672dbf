"""What a run would change in a folder: looked at, not touched."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from sdkloom.files import OutputFile
from sdkloom.output.ignore import ignored_in
from sdkloom.output.sections import keeps_text


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

    What is tracked and not made any more is removed where the SDK lives: in the folders that
    these files go to. What another generator has left beside them (scripts that publish, settings
    of an editor) is still in use there, and stays.
    """
    wanted = list(files)
    ground = _Ground(folder, force=force)
    changes = [ground.writing(file, tracked.get(file.path)) for file in wanted]
    stale = tracked.keys() - {file.path for file in wanted}
    rooms = {_room(file.path) for file in wanted} - {""}
    for path in sorted(stale):
        changes.extend(
            ground.removing(path, tracked[path], in_sdk=_room(path) in rooms)
        )
    return tuple(changes)


def _room(path: str) -> str:
    """Return the topmost folder of a path, "" for a file beside the folders."""
    return path.partition("/")[0] if "/" in path else ""


def checksum(content: bytes) -> str:
    """Return the mark by which we know a file as ours, whatever its line endings have become."""
    plain = content.replace(b"\r\n", b"\n")
    return "sha1:" + hashlib.sha1(plain, usedforsecurity=False).hexdigest()


def safe_path(folder: Path, path: str) -> Path:
    """Return the place of a relative path in the folder; refuse one that could lie elsewhere."""
    if any(part in {"", ".", "..", ".git"} for part in path.split("/")) or any(
        character in path for character in '\\\0:*?"<>|'
    ):
        raise UnsafePath(path)
    return folder / path


class _Ground:
    """The folder as it is: what is the user's there, and what stands in the way."""

    def __init__(self, folder: Path, *, force: bool) -> None:
        self._folder = folder
        self._force = force
        self._is_ignored = ignored_in(folder)
        self._blocked: dict[Path, str] = {folder: ""}

    def writing(self, file: OutputFile, known: str | None) -> Change:
        """Return what writing a file means."""
        place = safe_path(self._folder, file.path)
        if self._is_ignored(file.path):
            return Change(file.path, Action.KEPT, "named in .genignore", True)
        obstacle = self._obstacle(place)
        if obstacle:
            return Change(file.path, Action.KEPT, obstacle)
        try:
            content = place.read_bytes()
        except FileNotFoundError:
            return Change(file.path, Action.NEW)
        if file.once or same_text(content, file.text):
            return Change(file.path, Action.UNCHANGED)
        if (file.shared or file.regions) and keeps_text(content, file):
            return Change(file.path, Action.CHANGED)
        return self._overwriting(file.path, content, known, Action.CHANGED)

    def removing(self, path: str, known: str, *, in_sdk: bool) -> Iterator[Change]:
        """Yield the removal of a file that is no longer made; nothing if it is gone already."""
        try:
            place = safe_path(self._folder, path)
        except UnsafePath:
            return
        if self._is_ignored(path) or self._obstacle(place) or not place.is_file():
            return
        if in_sdk:
            yield self._overwriting(path, place.read_bytes(), known, Action.REMOVED)
        else:
            yield Change(path, Action.KEPT, "left by another generator", True)

    def _overwriting(
        self, path: str, content: bytes, known: str | None, action: Action
    ) -> Change:
        if self._force or known == "" or known == checksum(content):
            return Change(path, action)
        reason = "not written by an earlier run" if known is None else "changed by hand"
        return Change(path, Action.KEPT, reason)

    def _obstacle(self, place: Path) -> str:
        """Return what stands in the way of a regular file, "" if nothing does.

        A link is never followed: it could lead out of the folder.
        """
        blocked = self._blocked_folder(place.parent)
        if blocked:
            return blocked
        mode = _mode(place)
        if stat.S_ISLNK(mode):
            return "behind a link"
        return "a folder is there" if stat.S_ISDIR(mode) else ""

    def _blocked_folder(self, folder: Path) -> str:
        if folder not in self._blocked:
            reason = self._blocked_folder(folder.parent)
            mode = _mode(folder)
            if not reason and stat.S_ISLNK(mode):
                reason = "behind a link"
            elif not reason and mode and not stat.S_ISDIR(mode):
                reason = "below a file"
            self._blocked[folder] = reason
        return self._blocked[folder]


def _mode(place: Path) -> int:
    """Return what kind of thing lies at a place, 0 if nothing does."""
    try:
        return os.lstat(place).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0


def same_text(content: bytes, text: str) -> bool:
    """Whether a file holds a text, whatever its line endings have become."""
    encoded = text.encode("utf-8")
    return content == encoded or content.replace(b"\r\n", b"\n") == encoded


def is_empty(folder: Path) -> bool:
    """Whether nothing, or only Python's own cache, is left in a folder."""
    with os.scandir(folder) as entries:
        return all(entry.name == "__pycache__" for entry in entries)
