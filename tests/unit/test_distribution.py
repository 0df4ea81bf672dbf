"""What is published: the program and its templates, and nothing that is made or tested here."""

from __future__ import annotations

import tarfile
import zipfile
from pathlib import Path

from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[2]


def test_the_source_distribution_holds_what_the_wheel_is_made_of(
    tmp_path: Path,
) -> None:
    """Files of `generated/` and `tests/` that are called as those at the top are not among it."""
    [path] = SdistBuilder(str(ROOT)).build(directory=str(tmp_path))

    with tarfile.open(path) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
    tops = {name.partition("/")[0] for name in names}
    assert tops == {
        ".gitignore",
        "CHANGELOG.md",
        "LICENSE",
        "PKG-INFO",
        "README.md",
        "generator",
        "pyproject.toml",
        "templates",
    }
    assert "templates/sdkloom_templates/python/runtime/calls.py" in names


def test_the_wheel_holds_both_packages_and_says_that_they_are_typed(
    tmp_path: Path,
) -> None:
    """Type checkers read annotations of a library only where it has `py.typed` (PEP 561)."""
    path = next(WheelBuilder(str(ROOT)).build(directory=str(tmp_path)))

    names = zipfile.ZipFile(path).namelist()
    assert {"sdkloom/py.typed", "sdkloom_templates/docs/readme.md.j2"} <= set(names)
    tops = {name.partition("/")[0] for name in names if "dist-info" not in name}
    assert tops == {"sdkloom", "sdkloom_templates"}
