"""How a snapshot is compared, and recorded anew when asked."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--record`: write what is made into `expected/` in place of comparing."""
    parser.addoption("--record", action="store_true", help="record snapshots anew")


def _read(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def _record(files: Mapping[str, str], folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


@pytest.fixture
def compare_tree(
    request: pytest.FixtureRequest,
) -> Callable[[Mapping[str, str], Path], None]:
    """Return what compares files with a folder, name by name and byte by byte."""

    def compare(files: Mapping[str, str], folder: Path) -> None:
        if request.config.getoption("record", default=False):
            _record(files, folder)
        expected = _read(folder)
        assert sorted(files) == sorted(expected)
        for name in expected:
            assert files[name] == expected[name], name

    return compare
