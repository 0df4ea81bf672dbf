"""Every one of the 62 classes of failures has a case or a test."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
FAILURES = TESTS / "conformance" / "failures"
CLASSES = 62

ELSEWHERE = {
    49: ("conformance/test_whole_packages.py", "test_d49_a_large_package"),
    50: ("runtime/test_leaks.py", "test_"),
    51: ("conformance/test_whole_packages.py", "test_d51_a_long_list"),
    55: ("conformance/test_whole_packages.py", "test_d55_the_order_of_hashes"),
    56: ("unit/test_cli.py", "test_a_renamed_schema_leaves_nothing_behind"),
    57: ("conformance/test_whole_packages.py", "test_d57_a_fault_has_its_line"),
}
"""The classes that no single call can show: the file and the beginning of a test's name."""


@pytest.mark.parametrize("number", range(1, CLASSES + 1))
def test_the_class_is_covered(number: int) -> None:
    """A document in `failures` shows it, or a test of its own."""
    if number not in ELSEWHERE:
        assert list(FAILURES.glob(f"d{number:02}_*.yaml"))
        return
    file, name = ELSEWHERE[number]
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    found = [
        item.name
        for item in tree.body
        if isinstance(item, ast.FunctionDef) and item.name.startswith(name)
    ]
    assert found
