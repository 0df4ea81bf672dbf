"""The base of every class with methods.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from ._runtime.group import BaseSDK

__all__ = [
    "BaseSDK",
]
