"""The example values of a schema: taken from the document where it has some, else invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import assert_never

from sdkloom.ir.api import Api
from sdkloom.ir.schemas import (
    AliasSchema,
    EnumSchema,
    ObjectSchema,
    Property,
    Schema,
    UnionSchema,
)
from sdkloom.ir.types import (
    Anything,
    Array,
    Constant,
    Dictionary,
    HttpObject,
    Json,
    Named,
    Nothing,
    Nullable,
    Scalar,
    ScalarKind,
    SchemaId,
    Stream,
    Tuple,
    Type,
    Value,
    without_null,
)
from sdkloom.targets.docs.invention import FILE_MARK, is_file_mark, scalar
from sdkloom.targets.docs.matching import fits, is_usable, same, variant_of
from sdkloom.targets.docs.members import is_apart, marks, tagged
from sdkloom.moments import is_uuid, span_of
from sdkloom.targets.docs.shown import Shown

_DEEPEST = 12
_LIST = SchemaId("~list")
"""A step into the items of a list, on the way down to a schema."""


@dataclass(slots=True)
class Values:
    """Chooses example values for one API."""

    api: Api
    shown: Shown
    typed: frozenset[str] = frozenset()
    """The formats of texts, `duration` and `uuid`, that the settings give types of their own."""

    def choose(
        self,
        type_: Type,
        name: str,
        seed: str,
        examples: Sequence[Json] = (),
        default: Value | None = None,
    ) -> Json:
        """Return a value of a type: its example, else its default, else an invented one.

        It is what `complete` leaves as it is, so that the lock gives it back unchanged.
        """
        chosen = self._choose(type_, name, seed, examples, default, ())
        return self._complete(chosen, type_, name, seed, ())

    def with_shown(
        self, value: Json, schema: ObjectSchema, seed: str
    ) -> dict[str, Json]:
        """Return an object's members with those added that are shown without being asked for."""
        found = dict(value) if isinstance(value, dict) else {}
        for one in schema.properties:
            if one.name not in found and not one.required and self._belongs(one):
                found[one.name] = self._property(one, seed, (schema.id,))
        return found

    def complete(self, value: Json, type_: Type, name: str, seed: str) -> Json:
        """Return a given value with the members added that its type requires.

        A part of it that cannot be of its type is replaced.
        """
        return self._complete(value, type_, name, seed, ())

    def _choose(
        self,
        type_: Type,
        name: str,
        seed: str,
        examples: Sequence[Json],
        default: Value | None,
        inside: tuple[SchemaId, ...],
    ) -> Json:
        for example in examples:
            may_be = example is not None or isinstance(type_, Nullable)
            if may_be and is_usable(example, type_, self.api.schemas):
                return self._complete(example, type_, name, seed, inside)
        # An empty default says less than an example further down.
        is_empty = default is not None and default.json in ([], {})
        wanted = not (is_empty and self.shown.has_example(type_))
        if default is not None and default.json is not None and wanted:
            if fits(default.json, type_, self.api.schemas):
                return self._complete(default.json, type_, name, seed, inside)
        return self._invent(type_, name, seed, inside)

    def _complete(
        self,
        value: Json,
        type_: Type,
        name: str,
        seed: str,
        inside: tuple[SchemaId, ...],
    ) -> Json:
        match type_:
            case Nullable():
                if value is None:
                    return None
                return self._complete(value, type_.type, name, seed, inside)
            case Array() if isinstance(value, list):
                inside = (*inside, _LIST)
                return [
                    self._complete(item, type_.items, name, f"{seed}.{n}", inside)
                    for n, item in enumerate(value)
                ]
            case Dictionary() if isinstance(value, dict):
                return {
                    key: self._complete(
                        item, type_.values, key, f"{seed}.{key}", inside
                    )
                    for key, item in value.items()
                }
            case Named():
                schema = self.api.schemas[type_.schema]
                return self._complete_schema(value, schema, name, seed, inside)
            case Scalar(kind=ScalarKind.INTEGER) if isinstance(value, float):
                return int(value)
            case Scalar() if not self._has_type(value, type_):
                return self._invent(type_, name, seed, inside)
            case _:
                if fits(value, type_, self.api.schemas):
                    return value
                return self._invent(type_, name, seed, inside)

    def _has_type(self, value: Json, type_: Scalar) -> bool:
        """Whether a text can be written as its format's own type, if that has one."""
        if not isinstance(value, str) or type_.format not in self.typed:
            return True
        return is_uuid(value) if type_.format == "uuid" else span_of(value) is not None

    def _complete_schema(
        self,
        value: Json,
        schema: Schema,
        name: str,
        seed: str,
        inside: tuple[SchemaId, ...],
    ) -> Json:
        match schema:
            case ObjectSchema() if isinstance(value, dict):
                return self._complete_object(value, schema, seed, inside)
            case ObjectSchema() if is_file_mark(value) and _is_file(schema):
                return value
            case UnionSchema():
                index = variant_of(value, schema, self.api.schemas)
                if index is not None:
                    variant = schema.variants[index]
                    found = self._complete(value, variant, name, seed, inside)
                    return tagged(found, value, schema, index)
            case AliasSchema():
                return self._complete(value, schema.type, name, seed, inside)
            case EnumSchema() if not isinstance(value, (dict, list)):
                if fits(value, Named(schema.id), self.api.schemas):
                    return value
        return self._invent(Named(schema.id), name, seed, inside)

    def _complete_object(
        self,
        value: dict[str, Json],
        schema: ObjectSchema,
        seed: str,
        inside: tuple[SchemaId, ...],
    ) -> Json:
        inside = (*inside, schema.id)
        declared = {one.name: one for one in schema.properties}
        found: dict[str, Json] = {}
        for name, item in value.items():
            if name in declared:
                one = declared[name]
                if self._is_left_out(one, item, inside):
                    continue
                found[name] = self._complete(
                    item, one.type, name, f"{seed}.{name}", inside
                )
            elif schema.additional is not None:
                found[name] = item
        for one in schema.properties:
            missing = one.required and one.name not in found and one.default is None
            if missing and self._reaches(one, inside):
                found[one.name] = self._property(one, seed, inside)
        return found

    def _is_left_out(
        self, one: Property, value: Json, inside: tuple[SchemaId, ...]
    ) -> bool:
        """Whether a member need not be given: it is the default, or cannot be what it should."""
        if not one.required and not is_usable(value, one.type, self.api.schemas):
            return True
        if len(inside) < 2 or inside[-2] == _LIST or one.default is None:
            return False
        return same(value, one.default.json)

    def _property(self, one: Property, seed: str, inside: tuple[SchemaId, ...]) -> Json:
        return self._choose(
            one.type, one.name, f"{seed}.{one.name}", one.examples, one.default, inside
        )

    def _invent(
        self, type_: Type, name: str, seed: str, inside: tuple[SchemaId, ...]
    ) -> Json:
        match type_:
            case Scalar():
                return scalar(type_, name, seed)
            case Constant():
                return type_.value
            case Nullable():
                return self._invent(type_.type, name, seed, inside)
            case Array():
                return self._list(type_, name, seed, inside)
            case Tuple():
                return [
                    self._invent(item, name, f"{seed}.{n}", inside)
                    for n, item in enumerate(type_.prefix)
                ]
            case Dictionary():
                if not self._can_enter(type_.values, inside):
                    return {}
                count = min(max(type_.constraints.min_properties or 1, 1), 8)
                keys = ["key", *(f"key{number}" for number in range(2, count + 1))]
                return {
                    key: self._invent(type_.values, "", f"{seed}.{key}", inside)
                    for key in keys
                }
            case Anything():
                return "<value>"
            case Nothing() | HttpObject():
                return None
            case Stream():
                return self._invent(type_.item, name, seed, inside)
            case Named():
                schema = self.api.schemas[type_.schema]
                return self._invent_schema(schema, name, seed, inside)
        assert_never(type_)

    def _list(
        self, type_: Array, name: str, seed: str, inside: tuple[SchemaId, ...]
    ) -> Json:
        least = type_.constraints.min_items or 0
        if not self._can_enter(type_.items, inside):
            return []
        if isinstance(type_.items, Scalar) or least:
            count = min(max(least, 1), 8)
        else:
            count = 1 if len(inside) < 3 or self.shown.has_example(type_.items) else 0
        items = [
            self._invent(type_.items, name, f"{seed}.{n}", inside) for n in range(count)
        ]
        if all(item == "<value>" for item in items):
            return [f"<value {n + 1}>" for n in range(count)]
        return items

    def _can_enter(self, type_: Type, inside: tuple[SchemaId, ...]) -> bool:
        inner = type_.type if isinstance(type_, Nullable) else type_
        if len(inside) >= _DEEPEST:
            return False
        return not (isinstance(inner, Named) and inner.schema in inside)

    def _reaches(self, one: Property, inside: tuple[SchemaId, ...]) -> bool:
        return isinstance(one.type, (Array, Dictionary)) or self._can_enter(
            one.type, inside
        )

    def _invent_schema(
        self, schema: Schema, name: str, seed: str, inside: tuple[SchemaId, ...]
    ) -> Json:
        deeper = (*inside, schema.id)
        # An example that has to be mended with itself would never be complete.
        examples = schema.examples if schema.id not in inside else ()
        schemas = self.api.schemas
        for example in examples:
            if example is not None and is_usable(example, Named(schema.id), schemas):
                return self._complete_schema(example, schema, name, seed, inside)
        match schema:
            case EnumSchema():
                return schema.members[0].value if schema.members else "<value>"
            case AliasSchema():
                return self._invent(schema.type, name, seed, deeper)
            case UnionSchema():
                return self._invent_union(schema, name, seed, deeper)
            case ObjectSchema() if _is_file(schema):
                return FILE_MARK
            case ObjectSchema():
                found = {
                    one.name: self._property(one, seed, deeper)
                    for one in schema.properties
                    if self._belongs(one) and self._reaches(one, deeper)
                }
                return self._enough(found, schema, schema.min_properties, seed, deeper)
        assert_never(schema)

    def not_empty(self, value: Json, type_: Type, seed: str) -> Json:
        """Return an object with a member: without one, nothing of it would be sent."""
        inner = without_null(type_)
        schema = self.api.schemas[inner.schema] if isinstance(inner, Named) else None
        if value != {} or not isinstance(schema, ObjectSchema):
            return value
        return self._enough({}, schema, 1, seed, (schema.id,))

    def _enough(
        self,
        found: dict[str, Json],
        schema: ObjectSchema,
        least: int,
        seed: str,
        inside: tuple[SchemaId, ...],
    ) -> dict[str, Json]:
        """An object with as many members as it needs, those first that the caller may set."""
        for one in sorted(schema.properties, key=lambda one: one.read_only):
            if len(found) >= least:
                break
            if one.name not in found and self._reaches(one, inside):
                found[one.name] = self._property(one, seed, inside)
        return found

    def _invent_union(
        self, schema: UnionSchema, name: str, seed: str, inside: tuple[SchemaId, ...]
    ) -> Json:
        open_ = [one for one in schema.variants if self._can_enter(one, inside)]
        if not open_:
            return None
        value = self._invent(open_[0], name, seed, inside)
        if not isinstance(value, dict):
            return value
        index = schema.variants.index(open_[0])
        marked = schema.discriminator
        if marked is None:
            return self._apart(value, schema, index, seed, inside)
        words = [word for word, number in marked.mapping if number == index]
        if words and value.get(marked.property) not in words:
            value = {marked.property: words[0], **value, marked.property: words[0]}
        return value

    def _apart(
        self,
        value: dict[str, Json],
        union: UnionSchema,
        index: int,
        seed: str,
        inside: tuple[SchemaId, ...],
    ) -> Json:
        """A value of one member of a union, with a property more if others would take it too."""
        schemas = self.api.schemas
        variant = without_null(union.variants[index])
        if isinstance(variant, Named) and not is_apart(value, union, index, schemas):
            inside = (*inside, variant.schema)
            for one in marks(value, union, index, schemas):
                if self._reaches(one, inside):
                    longer = {**value, one.name: self._property(one, seed, inside)}
                    if is_apart(longer, union, index, schemas):
                        return longer
        return value

    def _belongs(self, one: Property) -> bool:
        if one.required:
            return True
        if one.read_only or one.deprecated:
            return False
        return self.shown.is_shown(one.type, one.examples, one.default)


def _is_file(schema: ObjectSchema) -> bool:
    """Whether a schema is a file of a multipart body, of which nothing else has to be said."""
    return any(
        isinstance(one.type, Scalar) and one.type.format == "binary"
        for one in schema.properties
    ) and all(isinstance(one.type, Scalar) for one in schema.properties if one.required)
