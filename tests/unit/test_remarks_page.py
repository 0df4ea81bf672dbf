"""The page of remarks and the remarks of the generator are the same list."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import sdkloom
from sdkloom.hints import HINTS

ROOT = Path(sdkloom.__file__).parent
PAGE = ROOT.parents[1] / "docs" / "remarks.md"
CODE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
CALLS = {
    "error",
    "warning",
    "unsupported",
    "degraded",
    "info",
    "Fault",
    "Refusal",
    "_Refusal",
    "_note",
}
"""Functions whose first literal word is the code of a remark."""


def codes_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        values: list[ast.expr] = [
            each.value for each in node.keywords if each.arg == "code"
        ]
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in CALLS:
            values += [each for each in node.args if isinstance(each, ast.Constant)][:1]
        for value in values:
            if isinstance(value, ast.Constant) and CODE.match(str(value.value)):
                yield str(value.value)


def test_every_code_is_documented_and_every_documented_code_is_used() -> None:
    """A code stands once in the page, and at least once in the generator."""
    used = {code for path in ROOT.rglob("*.py") for code in codes_in(path)}
    documented = re.findall(r"^\| `([^`]+)` \|", PAGE.read_text(encoding="utf-8"), re.M)

    assert sorted(documented) == sorted(used)


def test_the_page_gives_the_hints_that_a_run_gives() -> None:
    """The last column is the hint of the code; "Nothing" and "See" are no hints."""
    rows = re.findall(r"^\| `([^`]+)` \|.* \| (.+) \|$", PAGE.read_text("utf-8"), re.M)
    advice = {
        code: text.rstrip(".")
        for code, text in rows
        if not text.startswith(("Nothing", "See"))
    }

    assert advice == {code: text[:1].upper() + text[1:] for code, text in HINTS.items()}
