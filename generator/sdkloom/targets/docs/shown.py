"""Which optional values appear in examples without being asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sdkloom.ir.api import Api
from sdkloom.ir.schemas import ObjectSchema, Schema
from sdkloom.ir.types import Json, SchemaId, Type, Value
from sdkloom.ir.walk import named_in, references


@dataclass
class Shown:
    """Knows for one API where there are examples."""

    api: Api
    rendering: str = "withExample"
    """`always`, `never` or `withExample` (`usageSnippets.optionalPropertyRendering`)."""

    def is_shown(
        self, type_: Type, examples: Sequence[Json], default: Value | None
    ) -> bool:
        """Return whether an optional value appears in examples without being asked for.

        It does if it has a default that says something, or an example of its own or anywhere
        below it. The settings may show all of them, or none.
        """
        if self.rendering != "withExample":
            return self.rendering == "always"
        if default is not None and default.json not in (None, [], {}):
            return True
        return bool(examples) or self.has_example(type_)

    def has_example(self, type_: Type) -> bool:
        """Return whether there is an example at a schema that a type names, or below it."""
        return any(schema in self._with_examples for schema in named_in((type_,)))

    @cached_property
    def _with_examples(self) -> frozenset[SchemaId]:
        users: dict[SchemaId, list[SchemaId]] = {}
        for schema in self.api.schemas.values():
            for used in references(schema):
                users.setdefault(used, []).append(schema.id)
        waiting = [one.id for one in self.api.schemas.values() if _has_own(one)]
        found: set[SchemaId] = set()
        while waiting:
            schema_id = waiting.pop()
            if schema_id not in found:
                found.add(schema_id)
                waiting.extend(users.get(schema_id, ()))
        return frozenset(found)


def _has_own(schema: Schema) -> bool:
    if schema.examples:
        return True
    return isinstance(schema, ObjectSchema) and any(
        one.examples for one in schema.properties
    )
