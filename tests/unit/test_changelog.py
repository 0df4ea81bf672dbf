"""Fragments of news become items of the changelog."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "changelog", ROOT / "tools" / "changelog.py"
    )
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_fragments_follow_what_stands_in_their_section(tool: ModuleType) -> None:
    """They are one line each, by the names of their files, in the section of their kind."""
    before = (
        "# Changelog\n\nWords.\n\n## Unreleased\n\nSoon.\n\n### Fixed\n\n- Old.\n\n"
        "## 0.1.0\n\n- First.\n"
    )
    fragments = {
        "b.fixed.md": "Second,\nin two lines.\n",
        "a.fixed.md": "First.\n",
        "c.added.md": "New.\n",
    }

    assert tool.gathered(before, fragments) == (
        "# Changelog\n\nWords.\n\n## Unreleased\n\nSoon.\n\n### Added\n\n- New.\n\n"
        "### Fixed\n\n- Old.\n- First.\n- Second, in two lines.\n\n"
        "## 0.1.0\n\n- First.\n"
    )


def test_the_section_is_made_above_all_releases(tool: ModuleType) -> None:
    """A changelog may have no unreleased changes, or no release."""
    fragment = {"one.changed.md": "Other.\n"}
    section = "## Unreleased\n\n### Changed\n\n- Other.\n"

    with_release = tool.gathered("# Log\n\n## 0.1.0\n\n- First.\n", fragment)
    without = tool.gathered("# Log\n", fragment)

    assert with_release == f"# Log\n\n{section}\n## 0.1.0\n\n- First.\n"
    assert without == f"# Log\n\n{section}"


def test_a_name_says_its_kind(tool: ModuleType) -> None:
    """What belongs to no section is not lost in silence."""
    with pytest.raises(ValueError, match="one.fix.md"):
        tool.gathered("# Log\n", {"one.fix.md": "Lost.\n"})


def test_fragments_that_lie_there_can_be_gathered(tool: ModuleType) -> None:
    """Every file of `changes/` has a kind, and one sentence or more."""
    paths = [path for path in (ROOT / "changes").glob("*.md") if path.stem != "README"]
    fragments = {path.name: path.read_text(encoding="utf-8") for path in paths}

    text = tool.gathered("", fragments)

    assert text.count("\n- ") == len(fragments)
    assert "\n- \n" not in text


def test_gathering_leaves_the_readme_alone(
    tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fragments are removed when the changelog has them, and a second run changes nothing."""
    (tmp_path / "changes").mkdir()
    (tmp_path / "changes" / "README.md").write_text("How.\n")
    (tmp_path / "changes" / "one.added.md").write_text("New.\n")
    (tmp_path / "CHANGELOG.md").write_text("# Log\n")
    monkeypatch.setattr(tool, "ROOT", tmp_path)

    tool.main()
    once = (tmp_path / "CHANGELOG.md").read_text()
    tool.main()

    assert "- New." in once
    assert (tmp_path / "CHANGELOG.md").read_text() == once
    assert [path.name for path in (tmp_path / "changes").iterdir()] == ["README.md"]
