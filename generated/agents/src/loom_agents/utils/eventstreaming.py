"""Replies that are server-sent events.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from .._runtime.eventstreaming import EventStream, EventStreamAsync
from .._runtime.resuming import resumed, resumed_async

__all__ = [
    "EventStream",
    "EventStreamAsync",
    "resumed",
    "resumed_async",
]
