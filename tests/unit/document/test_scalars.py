"""Plain scalars as YAML 1.2's core schema reads them."""

from __future__ import annotations

import math

import pytest

from sdkloom.document.scalars import plain, tagged


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # YAML 1.2.2, 10.3.2: the table of tag resolution.
        ("null", None),
        ("Null", None),
        ("~", None),
        ("", None),
        ("true", True),
        ("False", False),
        ("0", 0),
        ("-19", -19),
        ("+12", 12),
        ("014", 14),
        ("0o14", 12),
        ("0x3A", 58),
        ("0.", 0.0),
        ("-0.0", -0.0),
        (".5", 0.5),
        ("+12e03", 12000.0),
        ("-2E+05", -200000.0),
        ("1e3", 1000.0),
        (".inf", math.inf),
        ("-.Inf", -math.inf),
        # What 1.1 read otherwise is text.
        ("on", "on"),
        ("off", "off"),
        ("yes", "yes"),
        ("N", "N"),
        ("1_000", "1_000"),
        ("12:30:45", "12:30:45"),
        ("2020-01-01", "2020-01-01"),
        ("0b11", "0b11"),
        ("=", "="),
        ("<<", "<<"),
        ("-", "-"),
        (".", "."),
        ("1.2.3", "1.2.3"),
        ("nULL", "nULL"),
        ("٣", "٣"),
    ],
)
def test_a_plain_scalar_is_read_by_the_core_schema(text: str, value: object) -> None:
    """The value and its type are those of the standard's table."""
    found = plain(text)

    assert found == value
    assert type(found) is type(value)


def test_nan_is_not_a_number() -> None:
    """`.nan` is a float that differs from itself."""
    found = plain(".nan")

    assert isinstance(found, float) and math.isnan(found)


def test_a_number_too_long_to_print_is_kept_as_text() -> None:
    """Python refuses to write integers of more than 4,300 digits."""
    assert plain("9" * 5000) == "9" * 5000
    assert plain("9" * 400) == int("9" * 400)


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("str", "12", "12"),
        ("int", "12", 12),
        ("float", "12", 12.0),
        ("bool", "true", True),
        ("null", "", None),
    ],
)
def test_a_tag_decides_the_type(tag: str, text: str, value: object) -> None:
    """A tagged scalar is of its tag's type."""
    found = tagged(tag, text)

    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("tag", "text"), [("int", "x"), ("bool", "1"), ("int", "true")]
)
def test_a_tag_that_does_not_fit_is_refused(tag: str, text: str) -> None:
    """A text that is no value of its tag's type raises."""
    with pytest.raises(ValueError):
        tagged(tag, text)
