"""Moments in text.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from .._runtime.datetimes import parse_datetime

__all__ = [
    "parse_datetime",
]
