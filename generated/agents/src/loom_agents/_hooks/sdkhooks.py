"""The registered hooks of a client.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from .._runtime.hooks import SDKHooks

__all__ = [
    "SDKHooks",
]
