"""Names of the members of enums."""

from __future__ import annotations

from sdkloom.ir.schemas import EnumSchema
from sdkloom.ir.types import Json
from sdkloom.targets.python.casing import upper_snake
from sdkloom.targets.python.names_fields import unique


def member_names(schema: EnumSchema) -> tuple[str, ...]:
    """Return one unique name for each value of an enum."""
    taken: set[str] = set()
    return tuple(
        unique(member_name(member.name or member.value), taken)
        for member in schema.members
    )


def member_name(value: Json) -> str:
    """Return the member for a value: UPPER_CASE, `UNKNOWN` for nothing to read."""
    name = upper_snake(str(value))
    if not name:
        return "UNKNOWN"
    return name if name.isidentifier() else f"VALUE_{name}"
