"""Decimals with more digits than a float has: read and written digit for digit.

pydantic reads and writes the numbers of JSON as floats. Where a reply has a long number, it is read
once more for its decimals; where a request has one, its digits are written as a marked text, from
which `values.py` takes the mark. Only SDKs with decimals load this.
"""

from __future__ import annotations

import json
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, Callable, Union

from .values import MARK

if TYPE_CHECKING:
    from .models import Adapter

_LONG = b"0" * 17
"""A number of fewer characters is the same as a float."""

_DIGITS = bytes(48 if byte in b"0123456789." else 32 for byte in range(256))
_MOST_DIGITS = 40


class _Exact:
    """The context of a dump whose marks are taken out afterwards."""


EXACT = _Exact()


def number(value: Any, context: Any) -> Any:
    """Return what stands for a decimal in a dump: an int or a float if that is the same number.

    Otherwise it is the nearest float, and in our own dumps a mark with all the digits.
    """
    if not isinstance(value, Decimal):
        return value
    if not value.is_finite():
        raise ValueError(f"{value} is no number of JSON")
    if value.adjusted() < _MOST_DIGITS and value == value.to_integral_value():
        return int(value)
    nearest = float(value)
    if context is not EXACT or Decimal(repr(nearest)) == value:
        return nearest
    return f"{MARK}{value}"


def keep_digits(adapter: Adapter) -> None:
    """Make the reader and the writer of a type exact."""
    adapter.validate_json = _reading(adapter.validate_json)
    adapter.dump_json = partial(adapter.dump_json, context=EXACT)
    adapter.dump_python = partial(adapter.dump_python, context=EXACT)
    adapter.restored = restored


def _reading(validate: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda content: restored(validate(content), content)


def restored(value: Any, content: Union[bytes, str]) -> Any:
    """Return a value that was read from JSON, with the digits that its decimals have there."""
    if isinstance(content, str):
        content = content.encode()
    if _LONG not in content.translate(_DIGITS):
        return value
    try:
        raw = json.loads(content, parse_float=Decimal)
    except (ValueError, RecursionError):
        return value
    return _restored(value, raw)


def _restored(value: Any, raw: Any) -> Any:
    if isinstance(value, Decimal):
        return raw if isinstance(raw, Decimal) else value
    if isinstance(raw, list) and isinstance(value, list):
        value[:] = [_restored(one, other) for one, other in zip(value, raw)]
    elif isinstance(raw, dict):
        if isinstance(value, dict):
            _restore(value, {name: name for name in value}, raw)
        fields = getattr(type(value), "__pydantic_fields__", None)
        if fields is not None:
            wires = {name: field.alias or name for name, field in fields.items()}
            _restore(value.__dict__, wires, raw)
            further = getattr(value, "__pydantic_extra__", None) or {}
            _restore(further, {name: name for name in further}, raw)
    return value


def _restore(
    values: dict[str, Any], wires: dict[str, str], raw: dict[str, Any]
) -> None:
    for name, wire in wires.items():
        if wire in raw and name in values:
            values[name] = _restored(values[name], raw[wire])
