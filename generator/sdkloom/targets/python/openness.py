"""Which enums and unions let through values that the document does not name."""

from __future__ import annotations

from sdkloom.ir.schemas import EnumSchema, UnionSchema
from sdkloom.ir.types import ScalarKind
from sdkloom.settings import Settings
from sdkloom.targets.python.usage import Usage


def is_open_enum(schema: EnumSchema, usage: Usage, settings: Settings) -> bool:
    """Return whether an enum is open: the document says so, or a response may bring new values."""
    if schema.kind not in (ScalarKind.STRING, ScalarKind.INTEGER):
        return False
    if schema.open is not None:
        return schema.open
    by_default = settings.python.forward_compatible_enums_by_default
    return by_default and schema.id in usage.responses


def is_open_union(schema: UnionSchema, usage: Usage, settings: Settings) -> bool:
    """Return whether a union is open; only one with a discriminator can tell what is new."""
    if not is_discriminated(schema):
        return False
    if schema.open is not None:
        return schema.open
    by_default = settings.python.forward_compatible_unions_by_default
    return by_default == "tagged-only" and schema.id in usage.responses


def is_discriminated(schema: UnionSchema) -> bool:
    """Return whether each member of a union has a value of the discriminator that leads to it."""
    if schema.discriminator is None:
        return False
    led_to = {index for _, index in schema.discriminator.mapping}
    if schema.discriminator.default is not None:
        led_to.add(schema.discriminator.default)
    return led_to == set(range(len(schema.variants)))
