"""UNSET: the value of what nobody gave, where None is a value of its own."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final, Literal, Optional

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class Unset:
    """The class of UNSET, its only value: false, equal to itself, the same after pickling."""

    __slots__ = ()
    _only: Optional[Unset] = None

    def __new__(cls) -> Unset:
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def __repr__(self) -> str:
        return "UNSET"

    def __bool__(self) -> Literal[False]:
        return False

    def __reduce__(self) -> str:
        return "UNSET"

    def __copy__(self) -> Unset:
        return self

    def __deepcopy__(self, memo: Any) -> Unset:
        return self

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Accept UNSET alone; in a dump that must show it, it is null."""
        from pydantic_core import PydanticSerializationUnexpectedValue, core_schema

        def null(value: Any) -> None:
            # A union asks each of its types: what is a value is another one's to write.
            if not isinstance(value, cls):
                raise PydanticSerializationUnexpectedValue("this is not UNSET")

        return core_schema.is_instance_schema(
            cls,
            serialization=core_schema.plain_serializer_function_ser_schema(
                null, when_used="json"
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        """UNSET is the absence of a value: no value fits."""
        return {"not": {}}


UNSET: Final = Unset()
