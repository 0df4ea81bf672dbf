"""The base of every model, and values that may be absent.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from .._runtime.models import BaseModel, UnrecognizedInt, UnrecognizedStr
from .._runtime.nullable import Nullable, OptionalNullable, UNSET, Unset

__all__ = [
    "BaseModel",
    "Nullable",
    "OptionalNullable",
    "UNSET",
    "UnrecognizedInt",
    "UnrecognizedStr",
    "Unset",
]
