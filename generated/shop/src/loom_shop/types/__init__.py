"""What models are made of.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from .._runtime.lazy import lazy_exports

TYPE_CHECKING = False
if TYPE_CHECKING:
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

if not TYPE_CHECKING:  # a type checker must see the names above and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".._runtime.models": ("BaseModel", "UnrecognizedInt", "UnrecognizedStr"),
            ".._runtime.nullable": ("Nullable", "OptionalNullable", "UNSET", "Unset"),
        },
    )
