"""Each folder here is a document and the files, or the remarks, that it must become."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from sdkloom.document.remarks import format_remark
from sdkloom.pipeline import Options, generate

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/openapi.yaml"))
Compare = Callable[[Mapping[str, str], Path], None]


def made_from(case: Path) -> dict[str, str]:
    """The files of a case that `files.txt` names, and `remarks.txt` if there are remarks."""
    config = Path("gen.yaml") if (case / "gen.yaml").exists() else None
    result = generate(Path("openapi.yaml"), Options(config=config))
    wanted = case / "files.txt"
    patterns = wanted.read_text("utf-8").split() if wanted.exists() else []
    files = {
        file.path: file.text
        for file in result.files
        if any(fnmatchcase(file.path, pattern) for pattern in patterns)
    }
    said = [format_remark(remark, result.sources) for remark in result.remarks]
    return {**files, **({"remarks.txt": "\n".join(said) + "\n"} if said else {})}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_document_becomes_the_recorded_files(
    case: Path, compare_tree: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No file is missing, none is new, and none differs by a byte."""
    monkeypatch.chdir(case)

    compare_tree(made_from(case), case / "expected")
