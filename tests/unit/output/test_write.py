"""What is written, removed and left alone."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from sdkloom.files import OutputFile
from sdkloom.output.changes import Action, Change, UnsafePath, checksum, compare
from sdkloom.output.write import write


def file(path: str, text: str = "new\n", *, once: bool = False) -> OutputFile:
    return OutputFile(path=path, text=text, once=once)


def run(
    folder: Path,
    *files: OutputFile,
    tracked: Mapping[str, str] | None = None,
    force: bool = False,
) -> dict[str, Change]:
    changes = compare(files, folder, tracked or {}, force=force)
    return {change.path: change for change in write(changes, files, folder)}


def mark(text: str) -> str:
    return checksum(text.encode())


def test_a_new_file_is_written_with_its_folders(tmp_path: Path) -> None:
    """A file that is not there is new."""
    done = run(tmp_path, file("a/b/c.py"))

    assert done["a/b/c.py"].action is Action.NEW
    assert (tmp_path / "a/b/c.py").read_text() == "new\n"
    assert os.listdir(tmp_path / "a/b") == ["c.py"]


def test_an_equal_file_is_not_touched(tmp_path: Path) -> None:
    """A file that says the same already keeps its time."""
    run(tmp_path, file("a.py"))
    os.utime(tmp_path / "a.py", (1, 1))

    done = run(tmp_path, file("a.py"))

    assert done["a.py"].action is Action.UNCHANGED
    assert (tmp_path / "a.py").stat().st_mtime == 1


def test_other_line_ends_are_no_change(tmp_path: Path) -> None:
    """A checkout with CRLF is what was generated."""
    (tmp_path / "a.py").write_bytes(b"one\r\ntwo\r\n")

    assert run(tmp_path, file("a.py", "one\ntwo\n"))["a.py"].action is Action.UNCHANGED


def test_what_we_wrote_is_replaced(tmp_path: Path) -> None:
    """A file with the checksum that the lock names is ours to change."""
    (tmp_path / "a.py").write_text("old\n")
    (tmp_path / "a.py").chmod(0o755)

    done = run(tmp_path, file("a.py"), tracked={"a.py": mark("old\n")})

    assert done["a.py"].action is Action.CHANGED
    assert (tmp_path / "a.py").read_text() == "new\n"
    assert (tmp_path / "a.py").stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize(
    ("tracked", "reason"),
    [
        ({}, "not written by an earlier run"),
        ({"a.py": mark("older\n")}, "changed by hand"),
    ],
)
def test_what_is_the_users_is_left_alone(
    tmp_path: Path, tracked: Mapping[str, str], reason: str
) -> None:
    """A file that we did not write, or that was changed since, stays, and is named."""
    (tmp_path / "a.py").write_text("mine\n")

    done = run(tmp_path, file("a.py"), tracked=tracked)

    assert (done["a.py"].action, done["a.py"].reason) == (Action.KEPT, reason)
    assert (tmp_path / "a.py").read_text() == "mine\n"


def test_force_writes_over_edits(tmp_path: Path) -> None:
    """What the user gives up is replaced."""
    (tmp_path / "a.py").write_text("mine\n")

    assert run(tmp_path, file("a.py"), force=True)["a.py"].action is Action.CHANGED
    assert (tmp_path / "a.py").read_text() == "new\n"


def test_what_is_not_made_any_more_is_removed(tmp_path: Path) -> None:
    """A file of an earlier run goes, with folders that it leaves empty but for caches.

    What lies beside the SDK's own folders was left by another generator and stays.
    """
    for path in ("a/b/old.py", "a/mine.txt", "c/edited.py", "publish.sh", "d/e.sh"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("old\n")
    (tmp_path / "a/b/__pycache__").mkdir()

    done = run(
        tmp_path,
        file("a/new.py"),
        file("c/new.py"),
        tracked={
            "a/b/old.py": mark("old\n"),
            "c/edited.py": mark("other\n"),
            "c/gone.py": mark("old\n"),
            "publish.sh": mark("old\n"),
            "d/e.sh": mark("old\n"),
        },
    )

    assert {path: change.action for path, change in done.items()} == {
        "a/new.py": Action.NEW,
        "c/new.py": Action.NEW,
        "a/b/old.py": Action.REMOVED,
        "c/edited.py": Action.KEPT,
        "publish.sh": Action.KEPT,
        "d/e.sh": Action.KEPT,
    }
    assert sorted(os.listdir(tmp_path / "a")) == ["mine.txt", "new.py"]


def test_a_lock_cannot_remove_what_lies_outside(tmp_path: Path) -> None:
    """A tracked path that leaves the folder, or leads through a link, removes nothing."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.py").write_text("old\n")
    folder = tmp_path / "sdk"
    folder.mkdir()
    (folder / "link").symlink_to(outside)

    done = run(
        folder,
        tracked={
            "../outside/a.py": "",
            "link/a.py": "",
            str(outside / "a.py"): "",
        },
    )

    assert not done
    assert (outside / "a.py").exists()


def test_a_link_is_never_written_through(tmp_path: Path) -> None:
    """Neither a file nor a folder that is a link is followed."""
    outside = tmp_path / "outside"
    outside.mkdir()
    folder = tmp_path / "sdk"
    folder.mkdir()
    (folder / "docs").symlink_to(outside)
    (folder / "a.py").symlink_to(outside / "a.py")

    done = run(folder, file("docs/b.md"), file("a.py"), force=True)

    assert {change.reason for change in done.values()} == {"behind a link"}
    assert not list(outside.iterdir())


@pytest.mark.parametrize(
    "path",
    ["../a", "/a", "a/../b", "", ".", "a//b", "a\\b", "c:a", "a\0", ".git/x", "a/."],
)
def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path, path: str) -> None:
    """Whatever a document says, nothing is written elsewhere."""
    with pytest.raises(UnsafePath):
        compare([file(path)], tmp_path, {})


def test_a_file_written_once_belongs_to_the_user(tmp_path: Path) -> None:
    """It is made when it is missing, and never changed."""
    assert run(tmp_path, file("a.py", once=True))["a.py"].action is Action.NEW
    (tmp_path / "a.py").write_text("mine\n")

    done = run(tmp_path, file("a.py", "newer\n", once=True), force=True)

    assert done["a.py"].action is Action.UNCHANGED
    assert (tmp_path / "a.py").read_text() == "mine\n"


def test_things_in_the_way_are_named(tmp_path: Path) -> None:
    """A folder where a file should be, or a file where a folder should be, is left alone."""
    (tmp_path / "a.py").mkdir()
    (tmp_path / "b").write_text("mine\n")

    done = run(tmp_path, file("a.py"), file("b/c.py"), force=True)

    assert [change.reason for change in done.values()] == [
        "a folder is there",
        "below a file",
    ]


def test_ignored_files_are_neither_written_nor_removed(tmp_path: Path) -> None:
    """`.genignore` works as `.gitignore` does, in any folder."""
    (tmp_path / "docs").mkdir()
    (tmp_path / ".genignore").write_text("# mine\n/README.md\n*.toml\n!keep.toml\n")
    (tmp_path / "docs/.genignore").write_text("own/\n")
    for path in ("old.toml", "docs/old.md"):
        (tmp_path / path).write_text("old\n")

    done = run(
        tmp_path,
        *map(
            file,
            [
                "README.md",
                "docs/README.md",
                "a.toml",
                "keep.toml",
                "docs/own/a.md",
                "own/a.md",
            ],
        ),
        tracked={"old.toml": mark("old\n"), "docs/old.md": mark("old\n")},
    )

    assert {path for path, change in done.items() if change.expected} == {
        "README.md",
        "a.toml",
        "docs/own/a.md",
    }
    assert (tmp_path / "old.toml").exists()
    assert not (tmp_path / "docs/old.md").exists()
    assert Counter(c.action for c in done.values())[Action.NEW] == 3


def test_a_script_can_be_run(tmp_path: Path) -> None:
    """A file that begins with `#!` is executable."""
    run(tmp_path, file("publish.sh", "#!/usr/bin/env bash\n"))

    assert (tmp_path / "publish.sh").stat().st_mode & 0o111
