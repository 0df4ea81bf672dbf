"""Objects as Python: the model and its TypedDict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from unicodedata import normalize

from sdkloom.ir.schemas import ObjectSchema, OriginKind, Property
from sdkloom.ir.types import (
    Constant,
    HttpObject,
    Named,
    Nullable,
    Type,
    without_null,
)
from sdkloom.settings import Settings
from sdkloom.targets.python.annotations import (
    SUPPORT,
    Annotation,
    Scope,
    Speller,
    model_field,
    twin_field,
    twin_name,
    value,
)
from sdkloom.targets.python.defaults import default_text
from sdkloom.targets.python.docstrings import quoted
from sdkloom.targets.python.layout_statements import fold
from sdkloom.targets.python.literals import text_literal
from sdkloom.targets.python.model_views import ClassView, FieldView
from sdkloom.targets.python.names_table import Names
from sdkloom.targets.python.sheets import Sheet
from sdkloom.targets.python.wireforms import wire_form

_SECURITY = (OriginKind.SECURITY, OriginKind.OPERATION_SECURITY, OriginKind.SCHEME)
DEPRECATED = (
    "This will be removed in a future release, please migrate away from it as soon as"
    " possible."
)


def twin_class(schema: ObjectSchema, sheet: Sheet) -> ClassView:
    """Return the TypedDict of an object."""
    scope = _inside(schema, sheet.scope)
    speller = Speller(scope)
    fields = []
    for item in schema.properties:
        annotation = twin_field(
            item.type, required=item.required, default=item.default, scope=scope
        )
        sheet.imports |= annotation.imports
        statement = f"{scope.names.field(schema.id, item.name)}: {annotation.text}"
        fields.append(
            FieldView(statement=fold(statement, indent=4), docstring=_note(item))
        )
    name = twin_name(scope.names.model(schema.id).class_name, scope.settings)
    header = f"{name}({speller.use('TypedDict')})"
    sheet.imports |= speller.imports
    return _class(header, schema, tuple(fields), ())


def model_class(
    schema: ObjectSchema, sheet: Sheet, *, name: str = "", page: bool = False
) -> ClassView:
    """Return the model of an object; a `page` also holds the function that fetches the next one."""
    scope = _inside(schema, sheet.scope)
    speller = Speller(scope)
    class_name = name or scope.names.model(schema.id).class_name
    fields = [_page_field(class_name, speller, scope)] if page else []
    for item in schema.properties:
        fields.append(_model_field(schema, item, scope, sheet))
    rest: tuple[str, ...] = ()
    if schema.additional is not None:
        annotation = value(schema.additional, scope)
        sheet.imports |= annotation.imports
        values = f"{speller.use('Dict')}[{speller.use('str')}, {annotation.text}]"
        extra = f"__pydantic_extra__: {values} = {speller.use('pydantic')}.Field(init=False)"
        fields.append(FieldView(statement=fold(extra, indent=4)))
        if "additional_properties" not in _field_names(schema, scope.names):
            rest = _additional_properties(values)
    base = speller.use("BaseModel")
    header = f"{class_name}({base})"
    if schema.origin.kind in _SECURITY:
        header = f"{class_name}({base}, secret=True)"
    sheet.imports |= speller.imports
    return _class(header, schema, tuple(fields), rest)


def _class(
    header: str,
    schema: ObjectSchema,
    fields: tuple[FieldView, ...],
    rest: tuple[str, ...],
) -> ClassView:
    text = schema.description
    if schema.deprecated:
        text = f"{text}\n\n{_deprecation(schema.deprecation_message)}".strip()
    filler = "" if fields or rest or text.strip() else "pass"
    return ClassView(
        header=header, docstring=quoted(text), fields=fields, rest=rest, filler=filler
    )


def _model_field(
    schema: ObjectSchema, item: Property, scope: Scope, sheet: Sheet
) -> FieldView:
    annotation = _annotation(schema, item, scope)
    default = default_text(
        item.type, required=item.required, default=item.default, scope=scope
    )
    speller = Speller(scope)
    details = [
        *_wire_names(schema, item, speller),
        *_options(item, scope, has_default=bool(default.text)),
    ]
    form = wire_form(item.type)
    notes = [f"{speller.use(form)}()"] if form else []
    if details:
        notes.append(f"{speller.use('pydantic')}.Field({', '.join(details)})")
    text = annotation.text
    if notes:
        text = f"{speller.use('Annotated')}[{', '.join([text, *notes])}]"
    sheet.imports |= annotation.imports | default.imports | speller.imports
    if default.text:
        text += f" = {default.text}"
    name = attribute(schema, item, scope.names, scope.settings)
    return FieldView(statement=fold(f"{name}: {text}", indent=4), docstring=_note(item))


def _annotation(schema: ObjectSchema, item: Property, scope: Scope) -> Annotation:
    if schema.origin.kind is OriginKind.SCHEME and item.default is not None:
        # A credential with a default of its own is never absent: it is no `Optional`.
        return value(item.type, scope)
    return model_field(
        item.type, required=item.required, default=item.default, scope=scope
    )


def _wire_names(
    schema: ObjectSchema, item: Property, speller: Speller
) -> Iterator[str]:
    """Yield what a field's `Field` says of its names other than the attribute's."""
    scope = speller.scope
    key = scope.names.field(schema.id, item.name)
    alias = _alias(schema, item, key, scope)
    if alias is None:
        return
    yield f"alias={text_literal(alias)}"
    if key not in (attribute(schema, item, scope.names, scope.settings), alias):
        choices = f"{text_literal(alias)}, {text_literal(key)}"
        yield f"validation_alias={speller.use('pydantic')}.AliasChoices({choices})"


def _options(item: Property, scope: Scope, *, has_default: bool) -> Iterator[str]:
    if item.deprecated and not item.location:
        note = _deprecation(item.deprecation_message)
        yield f"deprecated={text_literal(note)}"
    if _is_of_http(item.type, scope):
        yield "exclude=True"
    if item.required and isinstance(item.type, Nullable) and has_default:
        # The runtime leaves out None where a default stands. Here it is one of the values.
        yield "exclude_if=lambda _: False"


def _is_of_http(type_: Type, scope: Scope) -> bool:
    """Return whether a value is the http library's, and so no part of the data."""
    schema = scope.api.schemas[type_.schema] if isinstance(type_, Named) else None
    is_meta = schema is not None and schema.origin.kind is OriginKind.HTTP_METADATA
    return is_meta or isinstance(type_, HttpObject)


def attribute(
    schema: ObjectSchema, item: Property, names: Names, settings: Settings
) -> str:
    """Return the attribute of a model for a property: as in its TypedDict, but for constants.

    `constFieldCasing: upper` writes those as Python writes constants.
    """
    name = names.field(schema.id, item.name)
    is_constant = isinstance(without_null(item.type), Constant)
    if not is_constant or settings.python.const_field_casing != "upper":
        return name
    return name if name.upper() in _field_names(schema, names) else name.upper()


def _alias(schema: ObjectSchema, item: Property, name: str, scope: Scope) -> str | None:
    """Return the wire name of a field if it has to be said.

    The parts of a request wrapper go by their parameter's name. Where two parts share one, the
    wrapper of arguments that are given together takes them by their Python names alone.
    """
    if item.location == "body" or schema.origin.kind in _SECURITY:
        return None
    wire = item.parameter or item.name
    if item.location and not scope.settings.python.flatten_requests:
        wires = [one.parameter or one.name for one in schema.properties]
        if wires.count(wire) > 1 or wire in _field_names(schema, scope.names) - {name}:
            return None
    is_constant = isinstance(without_null(item.type), Constant)
    # Python reads identifiers in their compatible form (PEP 3131), and pydantic knows only that.
    return wire if wire != normalize("NFKC", name) or is_constant else None


def _field_names(schema: ObjectSchema, names: Names) -> set[str]:
    return {names.field(schema.id, item.name) for item in schema.properties}


def _inside(schema: ObjectSchema, scope: Scope) -> Scope:
    """Return the scope of the class: its own fields hide what has the same name."""
    hidden = _field_names(schema, scope.names) & SUPPORT.keys()
    return replace(scope, shadowed=scope.shadowed | hidden) if hidden else scope


def _page_field(class_name: str, speller: Speller, scope: Scope) -> FieldView:
    """The field that asks for the next page; asynchronous pages may have to wait for it."""
    call = speller.use("Callable")
    page = f"{speller.use('Optional')}[{class_name}]"
    annotation = f"{call}[[], {page}]"
    if scope.settings.python.fix_flags.async_pagination_sep_2025:
        later = f"{speller.use('Awaitable')}[{page}]"
        annotation = f"{speller.use('Union')}[{annotation}, {call}[[], {later}]]"
    return FieldView(statement=fold(f"next: {annotation}", indent=4))


def _additional_properties(values: str) -> tuple[str, ...]:
    return (
        "@property\n"
        f"def additional_properties(self) -> {values}:\n"
        "    return self.__pydantic_extra__\n"
        "\n"
        "@additional_properties.setter\n"
        f"def additional_properties(self, value: {values}) -> None:\n"
        "    self.__pydantic_extra__ = value",
    )


def _note(item: Property) -> str:
    text = item.description
    if item.deprecated:
        text = f"{_deprecation(item.deprecation_message)}\n\n{text}".strip()
    return quoted(text)


def _deprecation(message: str) -> str:
    return f"Deprecated: {message or DEPRECATED}"
