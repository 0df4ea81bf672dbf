"""Overloads by the class of a body: which are never reached."""

from __future__ import annotations

import pytest

from sdkloom.targets.python.variants import covers

Signature = dict[str, tuple[str, bool]]


@pytest.mark.parametrize(
    ("broad", "one", "expected"),
    [
        ({"a": ("str", False)}, {"a": ("str", False)}, True),
        ({"a": ("Optional[str]", True)}, {"a": ("str", False)}, True),
        ({"a": ("str", False)}, {"a": ("Optional[str]", True)}, False),
        ({"a": ("str", False)}, {"a": ('Literal["x"]', False)}, True),
        ({"a": ('Literal["x"]', False)}, {"a": ('Literal["y"]', False)}, False),
        ({"a": ("Union[str, List[str]]", False)}, {"a": ("List[str]", False)}, True),
        ({"a": ("List[str]", False)}, {"a": ("List[int]", False)}, False),
        ({"a": ("Any", False)}, {"a": ("models.Pet", False)}, True),
        ({"a": ("str", False), "b": ("int", True)}, {"a": ("str", False)}, True),
        ({"a": ("str", False), "b": ("int", False)}, {"a": ("str", False)}, False),
        ({"a": ("str", False)}, {"a": ("str", False), "b": ("int", True)}, False),
    ],
)
def test_an_overload_that_is_never_reached(
    broad: Signature, one: Signature, expected: bool
) -> None:
    """All its calls fit one before it."""
    assert covers(broad, one) is expected
