"""Invented scalars: placeholders that say what is wanted, and are valid for their schema."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from sdkloom.ir.types import Constraints, Json, Scalar, ScalarKind
from sdkloom.targets.docs.patterns import match_of
from sdkloom.targets.python.casing import snake

FILE = "example.file"
FILE_MARK = f"x-file: {FILE}"
"""How the lock writes a file's content."""

_WORDS = (
    "amber bridge candle delta ember field garden harbor island jungle kettle lantern meadow"
    " north orchard pebble quartz river summit timber umbrella valley willow yellow zephyr"
).split()
_NAMES = (
    "Ada_Moss",
    "Ben.Hale",
    "Cleo32",
    "Dana_Roe",
    "Eli.Park",
    "Finn87",
    "Gia_Wood",
)
_BY_FORMAT = {
    "email": "user@example.com",
    "idn-email": "user@example.com",
    "hostname": "example.com",
    "idn-hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "time": "12:30:00Z",
    "duration": "PT30M",
    "ulid": "<id>",
    "byte": "ZXhhbXBsZQ==",
    "json-pointer": "/example",
    "regex": "^[a-z]+$",
    "decimal": "1.5",
    "bigint": "1024",
}


def is_file_mark(value: Json) -> bool:
    """Return whether a value stands for the content of a file."""
    return isinstance(value, str) and value.startswith("x-file: ")


def scalar(type_: Scalar, name: str, seed: str) -> Json:
    """Return a value for a scalar; the same name and seed always give the same value."""
    match type_.kind:
        case ScalarKind.NULL:
            return None
        case ScalarKind.BOOLEAN:
            only = type_.constraints.only
            return _number(seed) % 2 == 0 if only is None else only
        case ScalarKind.INTEGER:
            return _integer(type_, seed)
        case ScalarKind.NUMBER:
            return _decimal(type_.constraints, seed)
        case ScalarKind.STRING:
            return _string(type_, name, seed)


def pick(options: Sequence[Json], seed: str) -> Json:
    """Return one of several values, always the same one for a seed."""
    return options[_number(seed) % len(options)]


def _string(type_: Scalar, name: str, seed: str) -> str:
    limits = type_.constraints
    shortest, longest = limits.min_length or 0, limits.max_length
    if type_.format == "binary" or type_.base64_file_input:
        return FILE_MARK
    if limits.pattern:
        found = match_of(limits.pattern, shortest, longest)
        if found is not None:
            return found
    text = _by_format(type_.format, seed) or _by_name(name, seed)
    if longest is not None and len(text) > longest:
        text = "example"[:longest]
    filler = "-example"
    while len(text) < min(shortest, 4096):
        text = (text + filler)[: max(shortest, len(text) + 1)]
    return text


def _by_format(format_: str, seed: str) -> str:
    match format_:
        case "date-time":
            return f"{_date(seed)}T{_clock(seed)}.{_number(seed) % 1000:03d}Z"
        case "date":
            return _date(seed)
        case "uuid":
            return _uuid(seed)
        case "uri" | "url" | "iri":
            return _url(seed)
        case "uri-reference" | "iri-reference":
            return "/example"
    return _BY_FORMAT.get(format_, "")


def _by_name(name: str, seed: str) -> str:
    words = snake(name).split("_")
    if words[-1] == "id":
        return "<id>"
    match "_".join(words):
        case "key":
            return "<key>"
        case "description":
            return " ".join(
                _WORDS[_number(f"{seed}{n}") % len(_WORDS)] for n in range(5)
            )
        case "display_name" | "username" | "user":
            return str(pick(_NAMES, seed))
        case "created_at" | "updated_at":
            return str(1700000000000 + _number(seed) % 80000000000)
        case "file_name" | "filename":
            return FILE
        case "domain" | "hostname":
            return "example.com"
        case "path":
            return "/etc/example"
        case "date":
            return _date(seed)
        case "email":
            return "user@example.com"
    if words[-1] in ("url", "uri"):
        return _url(seed)
    return "<value>"


def _integer(type_: Scalar, seed: str) -> int:
    limits = type_.constraints
    whole = _number(seed) % (900000 if type_.format else 9000)
    value = whole + (100000 if type_.format else 1000)
    low, high = _bounds(limits, 1)
    step = int(limits.multiple_of or 1) or 1
    if high is not None and value > high:
        value = int(high) if low is None else int(low + (high - low) // 2)
    if low is not None and value < low:
        value = -int(-low // 1)
    if value % step:
        lower = value - value % step
        value = lower if low is None or lower >= low else lower + step
    return value


def _decimal(limits: Constraints, seed: str) -> float | int:
    value: float = (_number(seed) % 1000000) / 100
    low, high = _bounds(limits, 0.01)
    if high is not None and value > high:
        value = high if low is None else low + (high - low) / 2
    if low is not None and value < low:
        value = low
    if limits.multiple_of:
        value = round(value // limits.multiple_of * limits.multiple_of, 10)
        if low is not None and value < low:
            value += limits.multiple_of
    return round(value, 6)


def _bounds(limits: Constraints, step: float) -> tuple[float | None, float | None]:
    lows = [limits.minimum] if limits.minimum is not None else []
    if limits.exclusive_minimum is not None:
        lows.append(limits.exclusive_minimum + step)
    highs = [limits.maximum] if limits.maximum is not None else []
    if limits.exclusive_maximum is not None:
        highs.append(limits.exclusive_maximum - step)
    return (max(lows) if lows else None), (min(highs) if highs else None)


def _date(seed: str) -> str:
    number = _number(seed)
    return f"2025-{number % 12 + 1:02d}-{number // 12 % 28 + 1:02d}"


def _clock(seed: str) -> str:
    number = _number(seed)
    return f"{number % 24:02d}:{number // 24 % 60:02d}:{number // 1440 % 60:02d}"


def _uuid(seed: str) -> str:
    digits = "".join(f"{_number(f'{seed}{n}'):08x}" for n in range(4))
    return (
        f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"
    )


def _url(seed: str) -> str:
    return f"https://{pick(_WORDS, seed)}-{pick(_WORDS, seed + '.')}.example.com"


def _number(seed: str) -> int:
    return zlib.crc32(seed.encode("utf-8", "replace"))
