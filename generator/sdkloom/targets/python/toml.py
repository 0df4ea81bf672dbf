"""Values as TOML: strings, lists of strings, requirements of Python packages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_PLAIN_KEY = re.compile(r"^[A-Za-z0-9_-]+$")
_CARET = re.compile(r"^\^\s*(\d+(?:\.\d+)*)(.*)$")
_TILDE = re.compile(r"^~\s*(\d+(?:\.\d+)*)(.*)$")
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def toml_text(text: str) -> str:
    """Return a string of TOML; no content can end it."""
    return f'"{"".join(map(_character, text))}"'


def _character(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    point = ord(character)
    if point < 0x20 or point == 0x7F:
        return f"\\u{point:04x}"
    # TOML knows no lone surrogates.
    return "\ufffd" if 0xD800 <= point <= 0xDFFF else character


def toml_key(key: str) -> str:
    """Return a key of TOML, in quotes where it needs them."""
    return key if _PLAIN_KEY.match(key) else toml_text(key)


def toml_list(texts: Iterable[str]) -> str:
    """Return a list of strings on one line."""
    return f"[{', '.join(map(toml_text, texts))}]"


def requirement(name: str, said: Any) -> str:
    """Return a requirement as packaging spells it (PEP 508), Poetry's `^` and `~` spelled out.

    `said` is a version range, or a table with `version`, `extras` and `markers`.
    """
    table = said if isinstance(said, Mapping) else {"version": said}
    extras = ", ".join(str(one) for one in table.get("extras") or ())
    version = specifier(str(table.get("version") or "*"))
    text = name + (f"[{extras}]" if extras else "") + (f" {version}" if version else "")
    markers = table.get("markers")
    return f"{text} ; {markers}" if markers else text


def specifier(version: str) -> str:
    """Return a version range as packaging spells it, "" for any version."""
    version = version.strip()
    if version in ("", "*"):
        return ""
    parts = (part.strip() for part in version.split(","))
    return ",".join(_part(part) for part in parts if part)


def _part(text: str) -> str:
    caret = _CARET.match(text)
    if caret:
        return f">={caret[1]}{caret[2]},<{_next(caret[1], _leading(caret[1]))}"
    tilde = _TILDE.match(text)
    if tilde and not text.startswith("~="):
        return f">={tilde[1]}{tilde[2]},<{_next(tilde[1], min(1, tilde[1].count('.')))}"
    return f"=={text}" if text[:1].isdigit() else text


def _leading(version: str) -> int:
    """Return the index of the first number that is not zero: what `^` may not change."""
    numbers = version.split(".")
    for index, number in enumerate(numbers):
        if int(number):
            return index
    return len(numbers) - 1


def _next(version: str, index: int) -> str:
    numbers = [int(number) for number in version.split(".")]
    kept = [*numbers[:index], numbers[index] + 1, *[0] * (len(numbers) - index - 1)]
    return ".".join(map(str, kept))


def dependency(name: str, said: Any) -> str:
    """Return a line of a table of Poetry's dependencies."""
    if not isinstance(said, Mapping):
        return f"{toml_key(name)} = {toml_text(str(said or '*'))}"
    inner = ", ".join(
        f"{toml_key(str(key))} = {_value(value)}" for key, value in said.items()
    )
    return f"{toml_key(name)} = {{ {inner} }}"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return toml_list(str(one) for one in value)
    return toml_text(str(value))
