"""Reads a settings file (`gen.yaml`): each option is checked, and what cannot be is a remark."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sdkloom.diagnostics import Diagnostics
from sdkloom.settings import Settings, filled
from sdkloom.settings_modules import importable
from sdkloom.settings_options import GENERATION, SAME, Option
from sdkloom.settings_packages import package_path
from sdkloom.settings_python import PYTHON
from sdkloom.settings_tables import groups_of, tables_of, texts_of


def read_settings(
    value: Any, diagnostics: Diagnostics, name: str = "gen.yaml"
) -> Settings:
    """Return the settings of a parsed file; None is the absence of one: all defaults are new.

    A value of the wrong kind is an error. A key that we do not know, and an option that we know
    and do not act on, are each named once.
    """
    if value is None:
        return Settings()
    if not isinstance(value, Mapping):
        diagnostics.error("settings", f"{name}#", "the settings are not a mapping")
        return Settings()
    reader = _Reader(value, diagnostics, name)
    for section, options in (("generation", GENERATION), ("python", PYTHON)):
        for option in options:
            reader.read(section, option)
    chosen = filled(Settings(is_legacy=True), reader.chosen)
    if not importable(chosen.python.module):
        diagnostics.error(
            "settings-value",
            f"{name}#/python/packageName",
            f"python.packageName is no name that Python can import:"
            f" {chosen.python.module}",
            hint="give the package a name of its own: python.moduleName",
        )
    return replace(
        chosen,
        unknown=tuple(reader.unknown()),
        unhonoured=tuple(reader.unhonoured),
    )


class _Reader:
    """Reads one option after the other and keeps what it found."""

    def __init__(
        self, value: Mapping[str, Any], diagnostics: Diagnostics, name: str
    ) -> None:
        self.chosen: dict[str, Any] = {}
        self.unhonoured: list[str] = []
        self._value = value
        self._diagnostics = diagnostics
        self._name = name
        self._known: set[str] = {"configVersion"}

    def read(self, section: str, option: Option) -> None:
        """Read one option; what is absent gets the value that its absence has always meant."""
        key = f"{section}.{option.key}"
        self._known.add(key)
        value = _at(self._value, key.split("."))
        if value is None:
            if option.field and option.legacy is not SAME:
                self.chosen.setdefault(option.field, option.legacy)
        elif not option.field:
            self._note_unhonoured(key, option, value)
        else:
            value = self._checked(key, option, value)
            if value is not None:
                self.chosen[option.field] = value

    def unknown(self) -> Iterator[str]:
        """Yield the keys that no option has, and name each in a remark."""
        for section in ("generation", "python"):
            value = self._value.get(section)
            if value is not None and not isinstance(value, Mapping):
                self._diagnostics.error(
                    "settings-value",
                    self._pointer(section),
                    f"{section} must be a mapping",
                )
                continue
            for key in _leaves(self._value.get(section), section):
                if not any(key == k or key.startswith(k + ".") for k in self._known):
                    self._diagnostics.warning(
                        "settings-unknown",
                        self._pointer(key),
                        f"no option is called {key}; it is kept and has no effect",
                        on_key=True,
                    )
                    yield key

    def _note_unhonoured(self, key: str, option: Option, value: Any) -> None:
        if value in option.harmless:
            return
        if SAME in option.harmless:
            self._diagnostics.info(
                "settings-unhonoured",
                self._pointer(key),
                f"{key} has no effect here ({option.effect})",
            )
            return
        self.unhonoured.append(key)
        self._diagnostics.warning(
            "settings-unhonoured",
            self._pointer(key),
            f"{key} has no effect here ({option.effect})",
            on_key=True,
        )

    def _checked(self, key: str, option: Option, value: Any) -> Any:
        """Return a value as its field holds it; None, with a remark, if it is of another kind."""
        read, wanted = _CHECKS.get(option.kind, _choice)(value, option)
        if not wanted:
            return read
        self._diagnostics.error(
            "settings-value", self._pointer(key), f"{key} must be {wanted}"
        )
        return None

    def _pointer(self, key: str) -> str:
        return f"{self._name}#/" + key.replace("~", "~0").replace(".", "/")


def _at(value: Any, steps: list[str]) -> Any:
    for step in steps:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _leaves(value: Any, prefix: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, member in value.items():
            yield from _leaves(member, f"{prefix}.{key}")
    elif value is not None:
        yield prefix


# -- kinds of values: what a field holds, and what a value must be that is of another kind -------

_Checked = tuple[Any, str]


def _bool(value: Any, option: Option) -> _Checked:
    return value, "" if isinstance(value, bool) else "true or false"


def _int(value: Any, option: Option) -> _Checked:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value, "" if is_number and value >= 0 else "a whole number"


def _text(value: Any, option: Option) -> _Checked:
    text = _scalar_text(value)
    pattern = option.pattern or "(?s:.*)"
    if text is None or not re.fullmatch(pattern, text, re.ASCII):
        return text, f"a text like {option.pattern}" if option.pattern else "a text"
    if option.is_name and any(map(_is_taken, text.split("."))):
        return text, "a name that is no keyword of Python"
    return text, ""


def _package(value: Any, option: Option) -> _Checked:
    path = package_path(value) if isinstance(value, str) else None
    return path, "the path of a package that an SDK can have" * (path is None)


def _one(value: Any, option: Option) -> _Checked:
    return (value,) if value else (), "" if isinstance(value, str) else "a text"


def _texts(value: Any, option: Option) -> _Checked:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value), ""
    return None, "a list of texts"


def _any(value: Any, option: Option) -> _Checked:
    return value, ""


def _table(
    read: Callable[[Any], Any], wanted: str
) -> Callable[[Any, Option], _Checked]:
    def checked(value: Any, option: Option) -> _Checked:
        table = read(value)
        return table, wanted * (table is None)

    return checked


def _choice(value: Any, option: Option) -> _Checked:
    text = _scalar_text(value)
    choices = option.kind.split("|")
    return text, "" if text in choices else "one of " + ", ".join(choices)


_CHECKS: Mapping[str, Callable[[Any, Option], _Checked]] = {
    "bool": _bool,
    "int": _int,
    "text": _text,
    "package": _package,
    "one": _one,
    "texts": _texts,
    "any": _any,
    "groups": _table(groups_of, "a mapping of mappings"),
    "tables": _table(tables_of, "a mapping of mappings"),
    "links": _table(texts_of, "a mapping of texts"),
}


def _is_taken(name: str) -> bool:
    """Return whether a name, or the class of that name, would be a keyword."""
    return keyword.iskeyword(name) or keyword.iskeyword(name.capitalize())


def _scalar_text(value: Any) -> str | None:
    """Return a scalar as it is written in the file: `true` for True."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, (str, int, float)) else None
