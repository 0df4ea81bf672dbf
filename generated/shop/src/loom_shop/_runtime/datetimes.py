"""Moments in text: what an API writes and reads as `date-time`."""

from __future__ import annotations

from datetime import datetime, timezone


def parse_datetime(text: str) -> datetime:
    """Return the moment that a text names as RFC 3339 (or ISO 8601) says it.

    One that says no offset is of UTC: RFC 3339 knows no moment without any, so that none is sent.
    """
    from pydantic_core import SchemaValidator, core_schema

    moment: datetime = SchemaValidator(core_schema.datetime_schema()).validate_python(
        text
    )
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
