"""Which texts name a day, a moment or a span of time, under every Python alike."""

from __future__ import annotations

import pytest

from sdkloom.moments import day_of, is_uuid, span_of


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-29",
        "2024-02-29T00:00:00+0200",
        "2024-02-29 23:59:59.1234567Z",
        "2024-02-29t10:00-23:59",
    ],
)
def test_a_moment_is_of_its_day(text: str) -> None:
    """With or without offset, and with as many digits as there are."""
    assert day_of(text) == "2024-02-29"


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-29",
        "0000-01-01",
        "20240229",
        "2024-W09-4",
        "2024-02-29T25:00:00Z",
        "2024-02-29T10:00:00+99:99",
        "2024-02-29T10:00:00,5Z",
        "2024-02-29 or so",
    ],
)
def test_what_the_calendar_or_the_standard_does_not_know_is_no_day(text: str) -> None:
    """Among them forms of ISO 8601 that newer Pythons read and older ones do not."""
    assert day_of(text) is None


def test_a_span_is_what_timedelta_takes() -> None:
    """Years and months are counted in days, as models read them."""
    assert span_of("P1Y2M3DT4H5.5S") == {"days": 428, "hours": 4, "seconds": 5.5}
    assert span_of("P2W") == {"weeks": 2}
    assert span_of("P") is None
    assert span_of("PT") is None
    assert span_of("2 weeks") is None


def test_a_uuid_has_its_hyphens() -> None:
    """As documents write it; the form without hyphens is left a text."""
    assert is_uuid("018f0f4e-7b1a-7000-8000-2f4a5b6c7d8e")
    assert not is_uuid("018f0f4e7b1a700080002f4a5b6c7d8e")
