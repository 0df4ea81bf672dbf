"""Open files and paths among other values: a file is an iterator, and no list of its lines."""

from __future__ import annotations

import os
from collections.abc import Mapping, Set
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from .unset import Unset

_PLAIN = frozenset(
    (str, int, float, bool, type(None), Unset, bytes, datetime, date, Decimal)
)
"""Types of most values: what is of one of them holds no file."""


def can_be_read(value: Any) -> bool:
    """Tell whether a value is an open file; a model may have a property called `read`."""
    return callable(getattr(value, "read", None))


def holds_file(value: Any) -> bool:
    """Tell whether a value is or holds an open file, or the path of one."""
    try:
        return _holds(value)
    except RecursionError:  # what is that deep, or inside of itself, has no JSON
        return False


def _holds(value: Any) -> bool:
    kind = type(value)
    if kind is dict:
        items = value.values()
    elif kind is list:
        items = value
    elif _is_model(value):
        further = value.__pydantic_extra__
        items = (_held(value) if further else value.__dict__).values()
    elif isinstance(value, Mapping):
        items = value.values()
    elif isinstance(value, (tuple, list, Set)):
        items = value
    else:
        return isinstance(value, os.PathLike) or can_be_read(value)
    for one in items:
        if type(one) not in _PLAIN and _holds(one):
            return True
    return False


def _is_model(value: Any) -> bool:
    return hasattr(type(value), "__pydantic_fields__")


def _held(model: Any) -> dict[str, Any]:
    return {**model.__dict__, **(model.__pydantic_extra__ or {})}


class StandIn:
    """Stands for a file: it is read like one, and is nothing that can be iterated over."""

    __slots__ = ("file",)

    def __init__(self, file: Any) -> None:
        self.file = file

    def read(self) -> Any:
        """Return the content."""
        if not isinstance(self.file, os.PathLike):
            return self.file.read()
        with open(self.file, "rb") as file:
            return file.read()


def with_stand_ins(value: Any) -> Any:
    """Return a value with something else in the place of its files.

    Only what is declared to be a file takes it then.
    """
    if type(value) in _PLAIN or not _holds(value):
        return value
    if _is_model(value):
        held = {name: with_stand_ins(one) for name, one in _held(value).items()}
        return value.model_copy(update=held)
    if isinstance(value, Mapping):
        return {name: with_stand_ins(one) for name, one in value.items()}
    if isinstance(value, (tuple, list, Set)):
        return [with_stand_ins(one) for one in value]
    return StandIn(value)
