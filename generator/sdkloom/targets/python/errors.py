"""Errors of the document as Python: an exception for each, and the model of its data."""

from __future__ import annotations

from sdkloom.ir.schemas import (
    AliasSchema,
    EnumSchema,
    ObjectSchema,
    Schema,
    UnionSchema,
)
from sdkloom.ir.types import Scalar, ScalarKind, without_null
from sdkloom.targets.python.annotations import Form
from sdkloom.targets.python.classes import model_class
from sdkloom.targets.python.docstrings import quoted
from sdkloom.targets.python.enums import enum_definition
from sdkloom.targets.python.imports import Import
from sdkloom.targets.python.layout_statements import fold
from sdkloom.targets.python.model_views import (
    ClassView,
    DefinitionView,
    FieldView,
)
from sdkloom.targets.python.names_table import ErrorName, Names
from sdkloom.targets.python.sheets import Sheet
from sdkloom.targets.python.unions import model_union, type_alias

RUNTIME_ERRORS = "._runtime.errors"
DECORATOR = "@dataclass(init=False, repr=False, eq=False)"


def error_definitions(
    schema: Schema, error: ErrorName, sheet: Sheet
) -> tuple[DefinitionView, DefinitionView]:
    """Return the type of an error's data, and the exception that carries it."""
    return _data(schema, error.data_class_name, sheet), DefinitionView(
        class_=_exception(schema, error, sheet)
    )


def _data(schema: Schema, name: str, sheet: Sheet) -> DefinitionView:
    match schema:
        case ObjectSchema():
            return DefinitionView(class_=model_class(schema, sheet, name=name))
        case UnionSchema():
            return model_union(schema, sheet, name=name)
        case EnumSchema():
            return enum_definition(schema, sheet, is_open=False, name=name)
        case AliasSchema():
            inner = schema.type

            def spell() -> str:
                return sheet.spell(inner, Form.MODEL)

            return DefinitionView(statement=type_alias(name, spell, sheet))


def _exception(schema: Schema, error: ErrorName, sheet: Sheet) -> ClassView:
    library = sheet.scope.settings.python.http_client_library
    base = sheet.scope.names.base_error
    sheet.imports |= {
        Import(f".{error.package}.{base.lower()}", base),
        Import("dataclasses", "dataclass"),
        Import("dataclasses", "field"),
        Import(library, alias="" if library == "httpx" else "httpx"),
        Import(RUNTIME_ERRORS, "text_of"),
    }
    data = error.data_class_name
    message = _message(schema, sheet.scope.names)
    text = f"{sheet.use('Optional')}[{sheet.use('str')}]"
    init = (
        "def __init__(\n"
        "    self,\n"
        f"    data: {data},\n"
        "    raw_response: httpx.Response,\n"
        f"    body: {text} = None,\n"
        ") -> None:\n"
        "    content = text_of(raw_response) if body is None else body\n"
        f"    super().__init__({message}, raw_response, content)\n"
        "    self.data = data"
    )
    return ClassView(
        decorator=DECORATOR,
        header=f"{error.class_name}({base})",
        docstring=quoted(schema.description),
        fields=(
            FieldView(statement=fold(f"data: {data} = field(hash=False)", indent=4)),
        ),
        rest=(init,),
    )


def _message(schema: Schema, names: Names) -> str:
    """Return the expression of the server's own words; without a place for them, all it sent."""
    if not isinstance(schema, ObjectSchema):
        return "content"
    for item in schema.properties:
        bare = without_null(item.type)
        is_text = isinstance(bare, Scalar) and bare.kind is ScalarKind.STRING
        plain = is_text and isinstance(bare, Scalar) and not bare.format
        if item.is_error_message or (item.name == "message" and plain):
            name = f"data.{names.field(schema.id, item.name)}"
            return f"{name} or content" if plain else f"str({name})"
    return "content"
