"""Invented values: the same every time, and valid for their schema."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkloom.ir.types import Constraints, Scalar, ScalarKind
from sdkloom.targets.docs.invention import scalar
from sdkloom.targets.docs.patterns import match_of


def _string(format_: str = "", **limits: object) -> Scalar:
    constraints = Constraints(**limits)  # type: ignore[arg-type]
    return Scalar(kind=ScalarKind.STRING, format=format_, constraints=constraints)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", "<id>"),
        ("petId", "<id>"),
        ("owner_id", "<id>"),
        ("key", "<key>"),
        ("api_key", "<value>"),
        ("fileName", "example.file"),
        ("status", "<value>"),
    ],
)
def test_a_text_without_a_format_goes_by_its_name(name: str, value: str) -> None:
    """Names that end in an id, and a few well-known ones, have placeholders of their own."""
    assert scalar(_string(), name, "seed") == value


def test_the_same_seed_gives_the_same_value() -> None:
    """Nothing is random, and different places differ."""
    date = _string("date-time")

    assert scalar(date, "at", "a.b") == scalar(date, "at", "a.b")
    assert scalar(date, "at", "a.b") != scalar(date, "at", "a.c")


@pytest.mark.parametrize(
    ("format_", "pattern"),
    [
        ("date-time", r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"),
        ("date", r"\d{4}-\d\d-\d\d"),
        ("uuid", r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}"),
        ("uri", r"https://[a-z-]+\.example\.com"),
        ("email", r"[a-z]+@example\.com"),
        ("binary", r"x-file: example\.file"),
    ],
)
def test_a_format_is_kept(format_: str, pattern: str) -> None:
    """A text of a known format is one."""
    assert re.fullmatch(pattern, str(scalar(_string(format_), "x", "seed")))


@given(
    low=st.integers(-1000, 1000),
    width=st.integers(0, 50),
    seed=st.text(max_size=5),
)
def test_an_integer_lies_within_its_bounds(low: int, width: int, seed: str) -> None:
    """Both bounds are kept, however close they are."""
    limits = Constraints(minimum=low, maximum=low + width)
    type_ = Scalar(kind=ScalarKind.INTEGER, constraints=limits)

    assert low <= scalar(type_, "n", seed) <= low + width


@given(low=st.integers(0, 40), extra=st.integers(0, 40), name=st.sampled_from("ab"))
def test_a_text_keeps_its_length(low: int, extra: int, name: str) -> None:
    """A placeholder is cut or filled until it fits."""
    type_ = _string(min_length=low, max_length=low + extra)

    assert low <= len(str(scalar(type_, name, "seed"))) <= low + extra


@pytest.mark.parametrize(
    "pattern",
    [
        r"^[a-z]{3,8}$",
        r"^\d{4}-\d{2}$",
        r"^(foo|bar)-[A-Z0-9_]+$",
        r"^ns_[a-zA-Z0-9]+$",
        r"^\+?[1-9]\d{1,14}$",
        r"[^/]+/[^/]+",
        r"^#[0-9A-Fa-f]{6}$",
        r"^(?!admin$)(?=[a-z])[a-z-]{2,9}$",
        r"^(?P<year>\d{4})Q[1-4]$",
    ],
)
def test_a_simple_pattern_is_matched(pattern: str) -> None:
    """The text is found by the pattern that it was made for."""
    text = match_of(pattern)

    assert text is not None
    assert re.search(pattern, text)


@pytest.mark.parametrize("pattern", [r"(?>a)b", r"(?=a)b", r"(a", r"a{99999}", r"\1"])
def test_a_pattern_that_is_too_hard_gives_nothing(pattern: str) -> None:
    """Nothing is made up, and nothing runs for ever."""
    assert match_of(pattern) is None
