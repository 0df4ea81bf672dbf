"""Unions as Python: an alias, its TypedDict twin, and a class for members yet unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sdkloom.ir.api import Api
from sdkloom.ir.schemas import ObjectSchema, UnionSchema
from sdkloom.ir.types import Named, SchemaId, Type
from sdkloom.targets.python.annotations import (
    Form,
    Scope,
    Speller,
    twin_name,
)
from sdkloom.targets.python.classes import attribute
from sdkloom.targets.python.docstrings import quoted
from sdkloom.targets.python.imports import Import
from sdkloom.targets.python.layout_statements import fold
from sdkloom.targets.python.literals import json_literal, text_literal
from sdkloom.targets.python.model_views import ClassView, DefinitionView, FieldView
from sdkloom.targets.python.names_fields import field_name
from sdkloom.targets.python.openness import is_discriminated
from sdkloom.targets.python.sheets import Sheet
from sdkloom.targets.python.unstable_order import sort_unstably

_UNIONS_MODULE = "._runtime.unions"


def type_alias(name: str, spell: Callable[[], str], sheet: Sheet) -> str:
    """Return the statement that gives a type a name.

    A type that names later definitions knows its module only as a `TypeAliasType`. One that goes
    round by way of aliases alone is quoted as a whole: type checkers follow it then.
    """
    sheet.quoted = sheet.circular = False
    text = spell()
    if not sheet.quoted:
        return fold(f"{name} = {text}")
    if sheet.circular:
        sheet.bare = True
        text = text_literal(spell())
        sheet.bare = False
    return fold(f"{name} = {sheet.use('TypeAliasType')}({text_literal(name)}, {text})")


def twin_union(schema: UnionSchema, sheet: Sheet) -> DefinitionView:
    """Return the alias of what a caller may give instead of a union's models."""
    scope = sheet.scope
    name = twin_name(scope.names.model(schema.id).class_name, scope.settings)
    variants = by_size(schema.variants, scope.api)
    return DefinitionView(
        statement=type_alias(name, lambda: _union(variants, Form.TWIN, sheet), sheet),
        docstring=quoted(schema.description, indent=0),
    )


def model_union(
    schema: UnionSchema, sheet: Sheet, *, name: str = "", unknown: str = ""
) -> DefinitionView:
    """Return the alias of a union; `unknown` is the class of members that are not in it yet."""

    def spell() -> str:
        return _members(schema, sheet, unknown)

    name = name or sheet.scope.names.model(schema.id).class_name
    return DefinitionView(
        statement=type_alias(name, spell, sheet),
        docstring=quoted(schema.description, indent=0),
    )


def unknown_class(schema: UnionSchema, name: str, sheet: Sheet) -> ClassView:
    """Return the class that keeps a member which the document does not name."""
    assert schema.discriminator is not None
    literal = sheet.use("Literal")
    field = field_name(schema.discriminator.property)
    lines = (
        f'{field}: {literal}["UNKNOWN"] = "UNKNOWN"',
        f"raw: {sheet.use('Any')}",
        f"is_unknown: {literal}[True] = True",
    )
    union = sheet.scope.names.model(schema.id).class_name
    text = (
        f"A member of {union} that this version does not know; `raw` is all of it, as"
        " received."
    )
    return ClassView(
        header=f"{name}({sheet.use('BaseModel')})",
        docstring=quoted(text),
        fields=tuple(FieldView(statement=line) for line in lines),
    )


def _members(schema: UnionSchema, sheet: Sheet, unknown: str) -> str:
    extra = (unknown,) if unknown else ()
    if not is_discriminated(schema) or len(schema.variants) + len(extra) < 2:
        variants = by_size(schema.variants, sheet.scope.api)
        return _union(variants, Form.MODEL, sheet, extra=extra)
    sheet.imports.add(Import(_UNIONS_MODULE, "Discriminated"))
    text = _union(_as_mapped(schema), Form.MODEL, sheet, extra=extra)
    detail = _discriminated(schema, sheet.scope, unknown)
    return f"{sheet.use('Annotated')}[{text}, {detail}]"


def by_size(variants: Sequence[Type], api: Api) -> tuple[Type, ...]:
    """Return a union's members with objects first, the one with fewest properties leading.

    Where nothing tells members apart, the first that fits is taken. Of more than twelve members,
    those of one size are in the order that published SDKs have them in.
    """

    def size(type_: Type) -> tuple[int, int]:
        schema = api.schemas.get(type_.schema) if isinstance(type_, Named) else None
        if isinstance(schema, ObjectSchema):
            return (0, len(schema.properties))
        return (1, 0)

    return tuple(sort_unstably(variants, size))


def _as_mapped(schema: UnionSchema) -> tuple[Type, ...]:
    """Return a union's members in the order of the discriminator's values, once for each."""
    assert schema.discriminator is not None
    indexes = [index for _, index in schema.discriminator.mapping]
    rest = [index for index in range(len(schema.variants)) if index not in indexes]
    return tuple(schema.variants[index] for index in (*indexes, *rest))


def _union(
    variants: Sequence[Type], form: Form, sheet: Sheet, *, extra: tuple[str, ...] = ()
) -> str:
    speller = Speller(sheet.scope)
    members = [*(speller.spell(item, form) for item in variants), *extra]
    text = ", ".join(members)
    if len(members) > 1:
        text = f"{speller.use('Union')}[{text}]"
    sheet.imports |= speller.imports
    return text


def _discriminated(schema: UnionSchema, scope: Scope, unknown: str) -> str:
    discriminator = schema.discriminator
    assert discriminator is not None
    speller = Speller(scope)
    members = [speller.spell(item, Form.MODEL) for item in schema.variants]
    pairs = ", ".join(
        f"{json_literal(value)}: {members[index]}"
        for value, index in discriminator.mapping
    )
    items = [text_literal(discriminator.property), f"{{{pairs}}}"]
    names = _python_names(schema, scope)
    if names:
        comma = "," if len(names) == 1 else ""
        items.append(f"names=({', '.join(map(text_literal, names))}{comma})")
    if discriminator.default is not None:
        items.append(f"default={members[discriminator.default]}")
    else:
        if _may_lack(schema, discriminator.property, scope.api):
            items.append("optional=True")
        if unknown:
            items.append(f"unknown={unknown}")
    return f"Discriminated({', '.join(items)})"


def _may_lack(schema: UnionSchema, name: str, api: Api) -> bool:
    """Return whether a value of a union may come without the property that tells its kind."""
    return not all(
        any(one.required for one in member.properties if one.name == name)
        for member in _objects_of(schema, api)
    )


def _python_names(schema: UnionSchema, scope: Scope) -> tuple[str, ...]:
    """Return what the discriminator is called in the members, where that is not its wire name."""
    assert schema.discriminator is not None
    wire = schema.discriminator.property
    found: dict[str, None] = {}
    for member in _objects_of(schema, scope.api):
        for item in member.properties:
            if item.name == wire:
                found[scope.names.field(member.id, wire)] = None
                found[attribute(member, item, scope.names, scope.settings)] = None
    return tuple(name for name in found if name != wire)


def _objects_of(schema: UnionSchema, api: Api) -> Iterator[ObjectSchema]:
    """Yield the objects among a union's members, and among those of the unions in it."""
    found: dict[SchemaId, None] = {schema.id: None}
    waiting = [schema.id]
    for id in waiting:
        member = api.schemas.get(id)
        if isinstance(member, ObjectSchema):
            yield member
        elif isinstance(member, UnionSchema):
            inner = [x.schema for x in member.variants if isinstance(x, Named)]
            waiting += [one for one in dict.fromkeys(inner) if one not in found]
            found.update(dict.fromkeys(inner))
