"""Annotations of values that may be null, and of values that may also be left out."""

from __future__ import annotations

from typing import Optional, TypeVar, Union

from .unset import UNSET, Unset

T = TypeVar("T")

Nullable = Union[T, None]
"""A value that may be null and must be given."""

OptionalNullable = Union[Optional[Nullable[T]], Unset]
"""A value that may be null and may be left out."""

__all__ = ["UNSET", "Nullable", "OptionalNullable", "Unset"]
