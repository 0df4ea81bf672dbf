"""The base of all printed models, and the types of their fields that pydantic does not have."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from pydantic import BaseModel as PydanticModel
from pydantic import ConfigDict
from pydantic_core import core_schema

from .lazy import undisturbed
from .nullable import UNSET, Nullable, OptionalNullable, Unset

if TYPE_CHECKING:
    from pydantic import Field, GetCoreSchemaHandler
    from pydantic_core import CoreSchema
    from typing_extensions import Unpack

__all__ = [
    "UNSET",
    "BaseModel",
    "Nullable",
    "OptionalNullable",
    "UnrecognizedInt",
    "UnrecognizedStr",
    "Unset",
]

_BARE = ConfigDict(arbitrary_types_allowed=True, ser_json_inf_nan="constants")
"""What types that are no models need of the configuration of models.

Files are none of pydantic's types, and what is no number must not become null unseen.
"""
_AROUND = {"default": "schema", "list": "items_schema", "nullable": "schema"}
"""Schemas around others, and where those are in them."""


class BaseModel(PydanticModel):
    """The base of models.

    Fields are given by their Python names or by their wire names. A field that holds None or UNSET
    because nobody gave it is not sent; properties that the document does not name are kept, and
    sent back.
    """

    model_config = ConfigDict(
        extra="allow",
        defer_build=True,
        populate_by_name=True,
        arbitrary_types_allowed=True,
        protected_namespaces=(),
        ser_json_inf_nan="constants",
    )
    if TYPE_CHECKING:
        # A model whose document types further properties says so with a type of its own.
        __pydantic_extra__: Any = Field(init=False)

    def __init_subclass__(
        cls, secret: bool = False, **config: Unpack[ConfigDict]
    ) -> None:
        """Show none of the values in the repr, or in a message, of a class that is `secret`.

        The value that a class gives the type of its further properties is for type checkers. Left
        there it would hide the slot that they belong in, and unions would not know the model.
        """
        super().__init_subclass__(**config)
        if "__pydantic_extra__" in cls.__dict__:
            del cls.__pydantic_extra__
        if secret:
            cls.model_config = {**cls.model_config, "hide_input_in_errors": True}
            setattr(cls, "__repr_args__", _redacted)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        """Let the serializer leave out what was not given, in its own code."""
        schema = handler(source)
        fields = _model_fields(handler.resolve_ref_schema(schema))
        for name, field in fields.items():
            declared = cls.__pydantic_fields__.get(name)
            if declared is None:
                continue
            members = get_args(declared.annotation)
            _take_files(field["schema"], declared.annotation)
            if _is_callable(field["schema"]):
                field["serialization_exclude"] = True
            if declared.is_required() or declared.exclude_if:
                continue
            if Unset in members:
                field["serialization_exclude_if"] = _is_unset
            elif type(None) in members:
                field["serialization_exclude_if"] = _is_none
        return schema


def _redacted(model: BaseModel) -> list[tuple[str, Any]]:
    """Return what the repr of credentials shows: which there are."""
    return [
        (name, value if value is None else "[redacted]")
        for name, value in model.__dict__.items()
    ]


def _take_files(schema: dict[str, Any], annotation: Any) -> None:
    """Let a property that is annotated with file objects and paths take them."""
    while schema["type"] in _AROUND:
        schema = schema.get(_AROUND[schema["type"]]) or {"type": "any"}
    if schema["type"] == "union" and "PathLike" in str(annotation):
        from .base64files import encode_files

        encode_files(schema)


def _is_callable(schema: Any) -> bool:
    """Tell whether a field holds what fetches the next page, and no data."""
    if schema["type"] == "union":
        return all(_is_callable(one) for one in schema["choices"])
    return bool(schema["type"] == "callable")


def _is_none(value: Any) -> bool:
    return value is None


def _is_unset(value: Any) -> bool:
    return value is UNSET


def _model_fields(schema: Any) -> dict[str, Any]:
    """Return the fields of a model's schema, however validators wrap it."""
    while schema["type"] != "model-fields":
        if "schema" not in schema:
            return {}
        schema = schema["schema"]
    fields: dict[str, Any] = schema["fields"]
    return fields


class UnrecognizedStr(str):
    """A string that an open enum does not name: a value that the server has learnt since."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Take what no other member of a union takes."""
        return _unrecognized(cls, core_schema.str_schema())


class UnrecognizedInt(int):
    """An integer that an open enum does not name."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Take what no other member of a union takes."""
        return _unrecognized(cls, core_schema.int_schema())


def _unrecognized(cls: type, base: CoreSchema) -> CoreSchema:
    """Return a schema that fits in a union's second, lax round only: known values win."""
    lax = core_schema.no_info_after_validator_function(cls, base)
    return core_schema.lax_or_strict_schema(
        lax, core_schema.is_instance_schema(cls), serialization=None
    )


class Adapter:
    """The reader and writer of one type, as bound functions of pydantic's core."""

    __slots__ = (
        "dump_json",
        "dump_python",
        "restored",
        "type",
        "validate_json",
        "validate_python",
    )

    def __init__(self, type_: Any) -> None:
        self.type = type_
        validator: Any
        serializer: Any
        if isinstance(type_, type) and issubclass(type_, PydanticModel):
            if not type_.__pydantic_complete__:
                type_.model_rebuild()
            validator = type_.__pydantic_validator__
            serializer = type_.__pydantic_serializer__
        else:
            from pydantic import TypeAdapter

            inner = get_args(type_)[0] if get_origin(type_) is Annotated else type_
            is_model = isinstance(inner, type) and issubclass(inner, PydanticModel)
            config = None if is_model else _BARE
            adapter: TypeAdapter[Any] = TypeAdapter(type_, config=config)
            validator, serializer = adapter.validator, adapter.serializer
        self.validate_json = validator.validate_json
        self.validate_python = validator.validate_python
        self.dump_json = serializer.to_json
        self.dump_python = serializer.to_python
        self.restored: Any = None
        decimals = sys.modules.get(f"{__package__}.decimals")
        if decimals is not None:  # the SDK has some
            decimals.keep_digits(self)


_ADAPTERS: dict[Any, Adapter] = {}


def adapter_for(type_: Any) -> Adapter:
    """Return the adapter of a type, the same one for equal types."""
    try:
        adapter = _ADAPTERS.get(type_)
    except TypeError:  # an annotation around something that has no hash
        return Adapter(type_)
    if adapter is None:
        with undisturbed:
            adapter = _ADAPTERS[type_] = Adapter(type_)
    return adapter
