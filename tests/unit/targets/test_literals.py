"""JSON values as Python source."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkloom.targets.python.literals import json_literal, text_literal

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON)
def test_a_json_value_reads_back_as_itself(value: object) -> None:
    """The printed expression evaluates to the value it was printed from."""
    assert ast.literal_eval(json_literal(value)) == value


@given(st.text(st.characters()))
def test_a_text_is_printable_source(text: str) -> None:
    """No control, separator or mark of direction stands in a printed string."""
    literal = text_literal(text)

    assert ast.literal_eval(literal) == text
    assert literal.isprintable()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", '"plain"'),
        ('say "hi"', "'say \"hi\"'"),
        ("both \" and '", '"both \\" and \'"'),
        ("a\nb\\c", '"a\\nb\\\\c"'),
        ("\u202eabc\u2028", '"\\u202eabc\\u2028"'),
        ("\ud800", '"\\ud800"'),
    ],
)
def test_quotes_are_those_that_black_prefers(text: str, expected: str) -> None:
    """Double quotes, unless only double quotes are inside; what is hidden is escaped."""
    assert text_literal(text) == expected


def test_numbers_that_json_cannot_say_are_calls() -> None:
    """Infinity has no literal in Python."""
    assert json_literal(float("inf")) == 'float("inf")'


def test_a_number_of_ten_thousand_digits_can_be_compiled() -> None:
    """Python reads no decimal integers of more than 4,300 digits."""
    number = 10**10_000

    assert eval(json_literal(number)) == number
