"""What is told of every request and reply.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from .._runtime.logger import Logger

__all__ = [
    "Logger",
]
