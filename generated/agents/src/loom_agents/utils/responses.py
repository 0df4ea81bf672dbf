"""Replies as they come, instead of what they mean.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from .._runtime.rawresponses import (
    RawResponse,
    StreamingResponse,
    StreamingResponseAsync,
    raw_response,
    raw_response_async,
    streaming_response,
    streaming_response_async,
)

__all__ = [
    "RawResponse",
    "StreamingResponse",
    "StreamingResponseAsync",
    "raw_response",
    "raw_response_async",
    "streaming_response",
    "streaming_response_async",
]
