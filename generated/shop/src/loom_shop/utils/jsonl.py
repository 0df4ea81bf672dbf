"""Replies that are JSON lines.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from .._runtime.jsonl import JsonLStream, JsonLStreamAsync

__all__ = [
    "JsonLStream",
    "JsonLStreamAsync",
]
