"""All pages of a list, and all their items, one after the other.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from .._runtime.items import items, items_async
from .._runtime.pagination import pages, pages_async

__all__ = [
    "items",
    "items_async",
    "pages",
    "pages_async",
]
