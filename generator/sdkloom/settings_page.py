"""The options as people read and write them: a page of Markdown, and the file of a new SDK."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sdkloom.settings import Settings
from sdkloom.settings_options import GENERATION, SAME, Option
from sdkloom.settings_python import PYTHON

_INTRODUCTION = """\
# Settings

`sdkloom` reads `.speakeasy/gen.yaml` or `gen.yaml`, beside the document or in the folder of the
SDK, or the file that `--config` names. Without any, the defaults of a new SDK hold, and class
and package are called as the document's title.

*New* is the value where there is no settings file. *Absent* is the value where there is one that
lacks the key: what its absence has meant so far, so that a new option never changes an old SDK.
A file for a new SDK should therefore begin as `sdkloom settings --new` prints it.

A key that is not listed here is kept and named in a warning. An option marked *no effect* is
known and read, and named in a warning when it asks for something.

This page is printed by `sdkloom settings`.
"""
_NAMES = ("sdkClassName", "version", "packageName")


def settings_page() -> str:
    """Return the page: every option with its values, its defaults and its effect."""
    lines = [_INTRODUCTION]
    for section, options in (("generation", GENERATION), ("python", PYTHON)):
        lines.append(f"## `{section}`\n")
        lines.append("| Option | Values | New | Absent | Effect |")
        lines.append("| --- | --- | --- | --- | --- |")
        lines.extend(_rows(options))
        lines.append("")
    return "\n".join(lines)


def new_settings() -> str:
    """Return the settings file of a new SDK, to be changed.

    It has the names of the SDK, and every option whose absence would mean something older.
    """
    lines = ["configVersion: 2.0.0"]
    for section, options in (("generation", GENERATION), ("python", PYTHON)):
        listed = {
            option.field: option
            for option in reversed(options)  # of two spellings the first
            if option.legacy is not SAME or option.key in _NAMES
        }
        tree: dict[str, Any] = {}
        for option in reversed(listed.values()):
            *way, key = option.key.split(".")
            around = tree
            for step in way:
                around = around.setdefault(step, {})
            around[key] = _new(option)
        lines += [f"{section}:", *_block(tree, "  ")]
    return "\n".join(lines) + "\n"


def _block(tree: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _block(value, f"{indent}  ")
        else:
            is_plain = isinstance(value, str) and value
            yield f"{indent}{key}: {value if is_plain else json.dumps(value)}"


def _rows(options: tuple[Option, ...]) -> Iterator[str]:
    for option in options:
        new = _default(option)
        absent = new if option.legacy is SAME else _shown(option.legacy)
        effect = option.effect if option.field else f"*no effect*: {option.effect}"
        cells = (f"`{option.key}`", _values(option), new, absent, effect)
        yield "| " + " | ".join(cells) + " |"


def _values(option: Option) -> str:
    words = {
        "bool": "true, false",
        "int": "a number",
        "text": "a text",
        "texts": "a list of texts",
        "package": "a path",
        "one": "a text",
        "groups": "a mapping",
        "tables": "a mapping",
        "links": "a mapping",
        "any": "any",
    }
    return words.get(option.kind) or ", ".join(option.kind.split("|"))


def _default(option: Option) -> str:
    return _shown(_new(option)) if option.field else ""


def _new(option: Option) -> Any:
    """Return what an option is where there is no settings file."""
    value: Any = Settings()
    for step in option.field.split("."):
        value = getattr(value, step)
    return value


def _shown(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, tuple):
        return ", ".join(value)
    return value if isinstance(value, str) else json.dumps(value)
