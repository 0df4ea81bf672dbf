"""The pass that writes: only what has changed, each file in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from sdkloom.files import OutputFile
from sdkloom.output.changes import Action, Change, is_empty, safe_path


def write(
    changes: Iterable[Change], files: Iterable[OutputFile], folder: Path
) -> Iterator[Change]:
    """Carry out the changes one by one, and yield each when it is done.

    A reader of the folder sees a file as it was or as it will be, never half of it.
    """
    texts = {file.path: file.text for file in files}
    made: set[Path] = set()
    for change in changes:
        place = safe_path(folder, change.path)
        if change.action in {Action.NEW, Action.CHANGED}:
            if place.parent not in made:
                place.parent.mkdir(parents=True, exist_ok=True)
                made.add(place.parent)
            write_file(place, texts[change.path])
        elif change.action is Action.REMOVED:
            place.unlink(missing_ok=True)
            _remove_empty_folders(place.parent, folder)
        yield change


def write_file(place: Path, text: str) -> None:
    """Replace a file in one step; what was executable stays so, and a script becomes it."""
    target = os.fspath(place)
    folder, name = os.path.split(target)
    temporary = os.path.join(folder, f".{name[:80]}.{os.getpid()}.tmp")
    try:
        with open(temporary, "xb") as stream:
            stream.write(text.encode("utf-8"))
        try:
            os.chmod(temporary, os.stat(target).st_mode)
        except FileNotFoundError:
            if text.startswith("#!"):
                os.chmod(temporary, os.stat(temporary).st_mode | 0o111)
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _remove_empty_folders(folder: Path, root: Path) -> None:
    while folder != root and folder.is_dir() and is_empty(folder):
        shutil.rmtree(folder)
        folder = folder.parent
