"""What calls are given and give back beside models.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from .._runtime.lazy import lazy_exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import (
        datetimes,
        devicelogin,
        downloads,
        eventstreaming,
        jsonl,
        logger,
        pagination,
        responses,
        retries,
    )
    from .._runtime.datetimes import parse_datetime
    from .._runtime.logger import Logger
    from .._runtime.retries import BackoffStrategy, RetryConfig

__all__ = [
    "BackoffStrategy",
    "Logger",
    "RetryConfig",
    "datetimes",
    "devicelogin",
    "downloads",
    "eventstreaming",
    "jsonl",
    "logger",
    "pagination",
    "parse_datetime",
    "responses",
    "retries",
]

if not TYPE_CHECKING:  # a type checker must see the names above and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".._runtime.datetimes": ("parse_datetime",),
            ".._runtime.logger": ("Logger",),
            ".._runtime.retries": ("BackoffStrategy", "RetryConfig"),
        },
        {
            "datetimes": ".datetimes",
            "devicelogin": ".devicelogin",
            "downloads": ".downloads",
            "eventstreaming": ".eventstreaming",
            "jsonl": ".jsonl",
            "logger": ".logger",
            "pagination": ".pagination",
            "responses": ".responses",
            "retries": ".retries",
        },
    )
