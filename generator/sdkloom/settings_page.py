"""The options as a page of Markdown, made from their own table."""

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

A key that is not listed here is kept and named in a warning. An option marked *no effect* is
known and read, and named in a warning when it asks for something.

This page is printed by `sdkloom settings`.
"""


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
    if not option.field:
        return ""
    value: Any = Settings()
    for step in option.field.split("."):
        value = getattr(value, step)
    return _shown(value)


def _shown(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, tuple):
        return ", ".join(value)
    return value if isinstance(value, str) else json.dumps(value)
