"""Examples are laid out as Python."""

from __future__ import annotations

import pytest

from sdkloom.targets.docs.expressions import Expression, Source, lay_out, needs_of


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ([1], "[\n    1,\n]"),
        ((1,), "(\n    1,\n)"),
        ((), "()"),
        ({"a": ("b", [])}, '{\n    "a": (\n        "b",\n        [],\n    ),\n}'),
    ],
)
def test_one_entry_to_a_line(value: Expression, text: str) -> None:
    """A tuple of one has its comma."""
    assert lay_out(value) == text
    assert eval(text) == value


def test_what_is_inside_of_a_tuple_is_imported() -> None:
    """Its needs count as those of a list do."""
    value: Expression = (Source("models.A()", ("models",)),)
    assert needs_of({"request": value}) == {"models"}
