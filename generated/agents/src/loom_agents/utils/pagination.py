"""All pages of a list, one after the other.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from .._runtime.pagination import pages, pages_async

__all__ = [
    "pages",
    "pages_async",
]
