"""Python values as texts and plain data: what parameters, form fields and headers are made of."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from os import urandom
from typing import Any, Callable, Iterable, Mapping, Optional, TypeVar, Union

from .openfiles import can_be_read, holds_file, with_stand_ins
from .unset import UNSET

T = TypeVar("T")

Plain = Union[str, list[Any], dict[str, Any]]
"""A text, a list of plain values, or a dict of plain values."""


MARK = f"number {urandom(12).hex()}: "
"""Stands before the digits of a number that is written as a text on its way to JSON."""

_MARKED = MARK.encode()


class ArgumentError(ValueError):
    """An argument that cannot be sent: nothing was.

    `failure` is what is behind one that turned out bad on its way: http libraries forget causes.
    """

    failure: Optional[Exception] = None


def unfit(error: ValueError) -> ArgumentError:
    """Return the error for an item that turns out bad when it is sent."""
    made = ArgumentError(str(error))
    made.failure = error
    return made


def scalar_text(value: Any) -> Optional[str]:
    """Return a scalar as it is written outside of JSON, None if the value is no scalar."""
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, str):
        return value.removeprefix(MARK)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float):
        return _number(value, value)
    if isinstance(value, Decimal):
        return _number(value, float(value))
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (bytes, bytearray, memoryview)):
        return b64encode(value).decode("ascii")
    return None


def _number(value: Any, size: float) -> str:
    if size != size or size in (float("inf"), float("-inf")):
        raise ArgumentError(f"{value!r} is not a number that can be sent")
    return repr(value) if isinstance(value, float) else str(value)


def _moment(value: datetime) -> str:
    text = value.isoformat()
    return f"{text[:-6]}Z" if text.endswith("+00:00") else text


class Bare(str):
    """The text of what JSON writes without quotes: a number, a boolean, null."""

    __slots__ = ()


def plain(value: Any) -> Plain:
    """Return a value as texts in lists and dicts, under wire names; what is UNSET is left out."""
    if type(value) is str:
        return Bare(value[len(MARK) :]) if value.startswith(MARK) else value
    text = scalar_text(value)
    if text is not None:
        return Bare(text) if isinstance(value, (int, float, Decimal)) else text
    if value is None:
        return Bare("null")
    if isinstance(value, Mapping):
        return {
            str(scalar_text(key)): plain(item)
            for key, item in value.items()
            if item is not UNSET and item is not None
        }
    if hasattr(type(value), "__pydantic_serializer__"):
        return plain(with_files(data_of, value))
    if can_be_read(value):
        raise ArgumentError("a file can only be sent in a body")
    if isinstance(value, Iterable):
        return [plain(item) for item in value if item is not UNSET]
    return plain(_other(value))


def nested_text(value: Plain) -> str:
    """Return a plain value that a style has no form for as JSON; a text is what it is."""
    return value if isinstance(value, str) else json_text(_marked(value)).decode()


def _marked(value: Plain) -> Any:
    """Return a plain value whose numbers are marked, so that they have no quotes in JSON."""
    if isinstance(value, list):
        return [_marked(item) for item in value]
    if isinstance(value, dict):
        return {key: _marked(item) for key, item in value.items()}
    return f"{MARK}{value}" if isinstance(value, Bare) else value


def data_of(model: Any) -> dict[str, Any]:
    """Return the properties of a model under wire names, with their values as they are in JSON."""
    found: dict[str, Any] = model.__pydantic_serializer__.to_python(
        model, mode="json", by_alias=True
    )
    return found


def _other(value: Any) -> Any:
    """Return what pydantic makes of a value that only it knows: UUIDs, durations, paths..."""
    from pydantic_core import PydanticSerializationError, to_jsonable_python

    try:
        return to_jsonable_python(value, by_alias=True)
    except PydanticSerializationError as error:
        raise ArgumentError(f"a {type(value).__name__} cannot be sent") from error


def json_text(value: Any) -> bytes:
    """Return a value as compact JSON, refusing what JSON has no word for."""
    from pydantic_core import PydanticSerializationError, to_json

    def written(given: Any) -> bytes:
        return to_json(given, by_alias=True, inf_nan_mode="constants")

    try:
        content = with_files(written, value)
    except PydanticSerializationError as error:
        raise ArgumentError(f"it has no JSON: {error}") from error
    return checked_json(content)


def with_files(write: Callable[[Any], T], value: Any) -> T:
    """Return what a value is written as; ArgumentError for a file that has no place in it."""
    if not holds_file(value):
        return write(value)
    from pydantic_core import PydanticSerializationError

    try:
        return write(with_stand_ins(value))
    except PydanticSerializationError as error:
        raise ArgumentError(
            "it holds a file where there can be none: give what is in the file"
        ) from error


def field_text(value: Any) -> str:
    """Return the text of a form field: scalars as they are, everything else as JSON."""
    text = scalar_text(value)
    return json_text(value).decode() if text is None else text


def checked_json(content: bytes) -> bytes:
    """Return JSON text with its marked numbers as they are.

    One in which a number is not a number, or infinite, is refused.
    """
    if _MARKED in content:
        content = re.sub(rb'"%s([^"]*)"' % _MARKED, rb"\1", content)
    if b"NaN" in content or b"Infinity" in content:
        from pydantic_core import from_json

        try:
            from_json(content, allow_inf_nan=False)
        except ValueError as error:
            raise ArgumentError(
                "NaN and Infinity have no JSON and cannot be sent"
            ) from error
    return content
