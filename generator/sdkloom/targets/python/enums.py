"""Enums as Python: a class of members, or a `Literal` of values; open or closed."""

from __future__ import annotations

from sdkloom.ir.schemas import EnumSchema
from sdkloom.ir.types import ScalarKind
from sdkloom.settings import Settings
from sdkloom.targets.python.docstrings import quoted
from sdkloom.targets.python.imports import Import
from sdkloom.targets.python.layout_statements import fold
from sdkloom.targets.python.literals import json_literal
from sdkloom.targets.python.model_views import ClassView, DefinitionView, FieldView
from sdkloom.targets.python.sheets import Sheet

_BASES = {
    ScalarKind.STRING: "str",
    ScalarKind.INTEGER: "int",
    ScalarKind.NUMBER: "float",
}
_OPEN_MODULE = "._runtime.openenums"


def is_class_enum(schema: EnumSchema, settings: Settings) -> bool:
    """Return whether an enum is a class of members.

    `Literal` has no fractions, and a class no truth values; each takes what the other cannot.
    """
    if schema.kind is ScalarKind.NUMBER:
        return any(not isinstance(one.value, int) for one in schema.members)
    if schema.kind not in _BASES:
        return False
    return (schema.format or settings.python.enum_format) == "enum"


def enum_definition(
    schema: EnumSchema, sheet: Sheet, *, is_open: bool, name: str = ""
) -> DefinitionView:
    """Return an enum's definition."""
    name = name or sheet.scope.names.model(schema.id).class_name
    if is_class_enum(schema, sheet.scope.settings):
        return _class(schema, name, is_open, sheet)
    return _alias(schema, name, is_open, sheet)


def _class(
    schema: EnumSchema, name: str, is_open: bool, sheet: Sheet
) -> DefinitionView:
    names = sheet.scope.names
    bases = f"{sheet.use(_BASES[schema.kind])}, {sheet.use('Enum')}"
    if is_open:
        sheet.imports.add(Import(_OPEN_MODULE, "OpenEnumMeta"))
        bases += ", metaclass=OpenEnumMeta"
    fields = tuple(
        FieldView(
            statement=fold(
                f"{names.enum_member(schema.id, index)} = {json_literal(member.value)}",
                indent=4,
            ),
            docstring=quoted(member.description),
        )
        for index, member in enumerate(schema.members)
    )
    return DefinitionView(
        class_=ClassView(
            header=f"{name}({bases})",
            docstring=quoted(schema.description),
            fields=fields,
            filler="" if fields or schema.description.strip() else "pass",
        )
    )


def _alias(
    schema: EnumSchema, name: str, is_open: bool, sheet: Sheet
) -> DefinitionView:
    values = ", ".join(json_literal(one.value) for one in schema.members)
    text = f"{sheet.use('Literal')}[{values}]"
    if is_open:
        word = (
            "UnrecognizedStr" if schema.kind is ScalarKind.STRING else "UnrecognizedInt"
        )
        text = f"{sheet.use('Union')}[{text}, {sheet.use(word)}]"
    return DefinitionView(
        statement=fold(f"{name} = {text}"),
        docstring=quoted(schema.description, indent=0),
    )
