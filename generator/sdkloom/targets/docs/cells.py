"""The cells that tables of parameters and of fields have in common."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Protocol

from sdkloom.ir.types import Json
from sdkloom.targets.docs.markdown import cell
from sdkloom.targets.docs.types import Shelf

_REMOVED = "This will be removed in a future release, please migrate away from it as soon as possible"
# The generator's core that shows every example of a field, not the first alone.
_ALL_EXAMPLES = (2, 850)


class Described(Protocol):
    """What has a description and may be deprecated: an argument, a property, a schema."""

    @property
    def description(self) -> str:
        """The author's text."""

    @property
    def deprecated(self) -> bool:
        """Whether it should not be used any more."""

    @property
    def deprecation_message(self) -> str:
        """What to do instead."""


def deprecation(message: str, replacement: str = "") -> str:
    """Return the warning on what is deprecated; `replacement` is what to use instead."""
    instead = f" Use {replacement} instead." if replacement else ""
    return f":warning: **DEPRECATED**: {message.strip() or _REMOVED}.{instead}"


def described(value: Described) -> str:
    """Return the description of a parameter or field, `N/A` without one."""
    text = cell(value.description) if value.description.strip() else "N/A"
    if not value.deprecated:
        return text
    return f"{cell(deprecation(value.deprecation_message))}<br/><br/>{text}"


def examples_cell(examples: Sequence[Json], shelf: Shelf) -> str:
    """Return the examples of a value; several are numbered."""
    given = [one for one in examples if one is not None]
    if not given:
        return ""
    if len(given) == 1 or not shelf.is_since(*_ALL_EXAMPLES):
        return cell(_example(given[0]))
    return "<br/>".join(
        f"**Example {number}:** {cell(_example(one))}"
        for number, one in enumerate(given, 1)
    )


def _example(value: Json) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, (dict, list)):
        lines = json.dumps(value, indent=1, ensure_ascii=False).split("\n")
        return "\n".join(line.strip() for line in lines)
    return json.dumps(value)
