"""Downloads that are saved as they come.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from .._runtime.downloads import save, save_async

__all__ = [
    "save",
    "save_async",
]
