"""How calls are retried.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from .._runtime.retries import BackoffStrategy, RetryConfig

__all__ = [
    "BackoffStrategy",
    "RetryConfig",
]
