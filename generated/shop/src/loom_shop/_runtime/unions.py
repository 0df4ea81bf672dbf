"""Unions whose members are told apart by one property, without trying one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ForwardRef, Iterable, Mapping, Optional

from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

__all__ = ["Discriminated"]

_MISSING = object()


class Discriminated:
    """Says which member of a union each value of a property leads to.

    `members` maps the values to types, or to the names of types that are defined later. `names`
    are the property's Python names. With `unknown`, an object with a value that is in no mapping
    becomes an instance of that class, which keeps it; an object with a known value and a wrong
    body is refused as in a closed union. `default` is the member for all values in no mapping.
    With `optional` the property may be absent: such an object is of the member that it fits best.
    """

    __slots__ = ("default", "members", "names", "optional", "property", "unknown")

    def __init__(
        self,
        property: str,
        members: Mapping[Any, Any],
        *,
        names: tuple[str, ...] = (),
        unknown: Any = None,
        default: Any = None,
        optional: bool = False,
    ) -> None:
        self.property = property
        self.members = members
        self.names = names
        self.unknown = unknown
        self.default = default
        self.optional = optional

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Look the member up in pydantic's core; only what is not found comes back here."""
        places: list[list[str | int]] = [
            [name] for name in (self.property, *self.names)
        ]
        choices: list[Any] = []
        tagged = core_schema.tagged_union_schema(
            {
                value: handler.generate_schema(_named(member))
                for value, member in self.members.items()
            },
            places,
            from_attributes=True,
        )
        if self.optional:
            plain = core_schema.union_schema([*_distinct(tagged["choices"].values())])
            choices.append(
                core_schema.no_info_before_validator_function(self._untagged, plain)
            )
        if self.default is not None:
            rest = handler.generate_schema(_named(self.default))
            choices.append(
                core_schema.no_info_before_validator_function(self._other, rest)
            )
        elif self.unknown is not None:
            serializer = core_schema.plain_serializer_function_ser_schema(_raw)
            choices.append(
                core_schema.no_info_after_validator_function(
                    self._keep, core_schema.any_schema(), serialization=serializer
                )
            )
        if not choices:
            return tagged
        return core_schema.union_schema([tagged, *choices], mode="left_to_right")

    def __get_pydantic_json_schema__(
        self, schema: Any, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Show the members as alternatives: JSON Schema has no discriminators."""
        tagged = schema["choices"][0] if schema["type"] == "union" else schema
        if tagged["type"] != "tagged-union":
            return handler(schema)
        members = _distinct(tagged["choices"].values())
        return handler(core_schema.union_schema(list(members)))

    def _value(self, item: Any) -> Any:
        for name in (self.property, *self.names):
            if isinstance(item, Mapping):
                found = item.get(name, _MISSING)
            else:
                found = getattr(item, name, _MISSING)
            if found is not _MISSING:
                return found
        return _MISSING

    def _untagged(self, item: Any) -> Any:
        if self._value(item) is not _MISSING and self._value(item) is not None:
            raise PydanticCustomError(
                "other_member",
                "the value of '{property}' names no member that the object fits",
                {"property": self.property},
            )
        return item

    def _other(self, item: Any) -> Any:
        value = self._value(item)
        try:
            known = value in self.members
        except TypeError:  # no value at all: a list or an object
            known = True
        if known:
            raise PydanticCustomError(
                "known_member",
                "the value of '{property}' names a member, and the object does not fit it",
                {"property": self.property},
            )
        return item

    def _keep(self, item: Any) -> Any:
        if isinstance(item, _class(self.unknown)):
            return item
        if not isinstance(item, Mapping) or self._value(item) is _MISSING:
            raise PydanticCustomError(
                "no_member",
                "an object with the property '{property}' is needed",
                {"property": self.property},
            )
        return self.unknown(raw=self._other(item))


def _distinct(schemas: Iterable[Any]) -> Iterable[Any]:
    return {id(one): one for one in schemas}.values()


def _class(type_: Any) -> Any:
    return type_ if isinstance(type_, type) else ()


def _named(type_: Any) -> Any:
    return ForwardRef(type_) if isinstance(type_, str) else type_


def _raw(item: Any) -> Optional[Any]:
    """Send back what was received."""
    return getattr(item, "raw", item)
