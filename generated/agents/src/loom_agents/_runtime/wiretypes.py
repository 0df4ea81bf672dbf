"""Numbers that JSON writes otherwise than pydantic does: decimals as numbers, integers as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .decimals import number

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

__all__ = ["AsNumber", "AsText"]


class _Written:
    """Replaces how a value is written to JSON, in lists and maps as well; it is read as usual."""

    __slots__ = ()

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Let the written form stand for the value in JSON, and nowhere else."""
        from pydantic_core import core_schema

        written = core_schema.plain_serializer_function_ser_schema(
            self.written, info_arg=True, when_used="json"
        )
        # Every kind of schema has the key; their union does not say so.
        return cast(
            "CoreSchema", {**cast(Any, handler(source)), "serialization": written}
        )

    def written(self, value: Any, info: Any) -> Any:
        """Return the value as JSON writes it."""
        if isinstance(value, dict):
            return {key: self.written(item, info) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.written(item, info) for item in value]
        return self.one(value, info.context)

    def one(self, value: Any, context: Any) -> Any:
        """Return a single value as JSON writes it."""
        return value


class AsNumber(_Written):
    """Writes a decimal as a number."""

    __slots__ = ()

    def one(self, value: Any, context: Any) -> Any:
        """Return an integer or a float where that is exact, else what keeps the digits."""
        return number(value, context)


class AsText(_Written):
    """Writes an integer as a string."""

    __slots__ = ()

    def one(self, value: Any, context: Any) -> Any:
        """Return the digits."""
        return str(int(value)) if isinstance(value, int) else value
