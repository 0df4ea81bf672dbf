"""Enum classes that let through values which the document does not name."""

from __future__ import annotations

from enum import EnumMeta
from typing import TYPE_CHECKING, Any

from .models import UnrecognizedInt, UnrecognizedStr

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

__all__ = ["OpenEnumMeta"]


class OpenEnumMeta(EnumMeta):
    """The metaclass of open enums: `Color("teal")` is an `UnrecognizedStr`, and not an error.

    Text and numbers alone are let through; anything else is refused as usual.
    """

    def __call__(cls, value: Any, *args: Any, **kwargs: Any) -> Any:
        """Return the member, or the value itself if there is none."""
        if args or kwargs:
            return super().__call__(value, *args, **kwargs)
        try:
            return super().__call__(value)
        except ValueError:
            if isinstance(value, str) and issubclass(cls, str):
                return UnrecognizedStr(value)
            is_number = isinstance(value, int) and not isinstance(value, bool)
            if is_number and issubclass(cls, int):
                return UnrecognizedInt(value)
            raise

    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Take members by their values, and in a lax round every other value."""
        from pydantic_core import core_schema

        fallback = UnrecognizedStr if issubclass(cls, str) else UnrecognizedInt
        return core_schema.union_schema(
            [handler(source), handler.generate_schema(fallback)]
        )
