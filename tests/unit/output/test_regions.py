"""Code of the user's in regions of our files."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdkloom.files import OutputFile
from sdkloom.output.changes import Action, compare
from sdkloom.output.regions import keeps_regions, merge_regions
from sdkloom.output.sections import keep_text

NEW = """import new

# region imports
# endregion imports


class Pets:
    # region sdk-class-body
    # endregion sdk-class-body

    def get(self): ...
"""
WRITTEN = NEW.replace(
    "    # region sdk-class-body\n",
    "    # region sdk-class-body\n    def greet(self):\n        return  1\n",
).replace("import new", "import old")


def test_what_stands_in_a_region_is_kept_to_the_byte() -> None:
    """The text around it is that of the new file, and a second time changes nothing."""
    merged = merge_regions(WRITTEN, NEW)

    assert "        return  1\n" in merged
    assert merged.startswith("import new\n")
    assert merge_regions(merged, NEW) == merged
    assert keeps_regions(WRITTEN, merged) and not keeps_regions(WRITTEN, NEW)


@pytest.mark.parametrize(
    "text",
    ["", "x = 1\n", "# region imports\nimport x\n", "# region a\nx\n# endregion b\n"],
)
def test_a_text_without_regions_gives_none(text: str) -> None:
    """Also where a region does not end, or ends under another name."""
    assert merge_regions(text, NEW) == NEW
    assert not keeps_regions(text, NEW)


def test_a_file_with_code_of_the_user_is_written_anew_around_it(tmp_path: Path) -> None:
    """Without regions in the new file it is a file that was changed by hand."""
    (tmp_path / "pets.py").write_text(WRITTEN)
    for regions, action in ((True, Action.CHANGED), (False, Action.KEPT)):
        file = OutputFile(path="pets.py", text=NEW, regions=regions)
        (kept,) = keep_text([file], tmp_path)
        (change,) = compare([kept], tmp_path, {"pets.py": "sha1:0"})

        assert ("greet" in kept.text) is regions
        assert change.action is action


def test_a_region_that_is_no_more_keeps_its_file(tmp_path: Path) -> None:
    """Code of the user's is not lost with the class it was in."""
    (tmp_path / "pets.py").write_text(WRITTEN)
    text = "# region imports\n# endregion imports\n"
    files = keep_text([OutputFile(path="pets.py", text=text, regions=True)], tmp_path)

    assert compare(files, tmp_path, {"pets.py": "sha1:0"})[0].action is Action.KEPT
