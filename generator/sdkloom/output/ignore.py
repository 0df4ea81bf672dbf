"""What the user keeps for himself: `.genignore`, in gitignore's syntax, in any folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from pathspec import GitIgnoreSpec

FILE_NAME = ".genignore"


def ignored_in(folder: Path) -> Callable[[str], bool]:
    """Return whether a path of this folder (relative, with `/`) belongs to the user.

    As in git, the file nearest to the path has the last word, and a pattern is read relative to
    the folder of its file.
    """
    specs = _read_specs(folder)
    if not specs:
        return lambda path: False

    def is_ignored(path: str) -> bool:
        parts = PurePosixPath(path).parts
        for depth in range(len(parts) - 1, -1, -1):
            spec = specs.get("/".join(parts[:depth]))
            verdict = spec and spec.check_file("/".join(parts[depth:])).include
            if verdict is not None:
                return bool(verdict)
        return False

    return is_ignored


def ignore_files(folder: Path) -> dict[str, bytes]:
    """Return what each `.genignore` below a folder holds, by the path of the folder it is in."""
    found: dict[str, bytes] = {}
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in _NEVER_OURS]
        if FILE_NAME in names:
            where = Path(root).relative_to(folder).as_posix()
            key = "" if where == "." else where
            found[key] = (Path(root) / FILE_NAME).read_bytes()
    return found


def _read_specs(folder: Path) -> dict[str, GitIgnoreSpec]:
    return {
        where: GitIgnoreSpec.from_lines(content.decode("utf-8", "replace").splitlines())
        for where, content in ignore_files(folder).items()
    }


_NEVER_OURS = {".git", ".venv", "venv", "node_modules", "__pycache__"}
