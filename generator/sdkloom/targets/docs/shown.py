"""Which optional values appear in examples without being asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sdkloom.ir.api import Api
from sdkloom.ir.schemas import AliasSchema, ObjectSchema, UnionSchema
from sdkloom.ir.types import (
    Array,
    Dictionary,
    Json,
    Named,
    Nullable,
    SchemaId,
    Tuple,
    Type,
    Value,
)


@dataclass(slots=True)
class Shown:
    """Knows for one API where there are examples; what it found out about a schema it remembers."""

    api: Api
    _known: dict[SchemaId, bool] = field(default_factory=dict)

    def is_shown(
        self, type_: Type, examples: Sequence[Json], default: Value | None
    ) -> bool:
        """Return whether an optional value appears in examples without being asked for.

        It does if it has a default that says something, or an example of its own or anywhere
        below it.
        """
        if default is not None and default.json not in (None, [], {}):
            return True
        return bool(examples) or self._has_example(type_)

    def _has_example(self, type_: Type) -> bool:
        match type_:
            case Nullable():
                return self._has_example(type_.type)
            case Array():
                return self._has_example(type_.items)
            case Dictionary():
                return self._has_example(type_.values)
            case Tuple():
                return any(map(self._has_example, type_.prefix))
            case Named():
                return self._schema_has_example(type_.schema)
            case _:
                return False

    def _schema_has_example(self, identity: SchemaId) -> bool:
        if identity in self._known:
            return self._known[identity]
        self._known[identity] = False  # a ring adds nothing to itself
        schema = self.api.schemas[identity]
        found = bool(schema.examples)
        if not found and isinstance(schema, ObjectSchema):
            found = any(
                one.examples or self._has_example(one.type) for one in schema.properties
            )
        elif not found and isinstance(schema, UnionSchema):
            found = any(map(self._has_example, schema.variants))
        elif not found and isinstance(schema, AliasSchema):
            found = self._has_example(schema.type)
        self._known[identity] = found
        return found
