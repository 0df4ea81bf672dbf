"""The pages of models and errors: fields, values, or the types of a union."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from typing_extensions import assert_never

from sdkloom.ir.schemas import (
    AliasSchema,
    EnumSchema,
    ObjectSchema,
    OriginKind,
    Property,
    Schema,
    SchemaHead,
    UnionSchema,
)
from sdkloom.ir.types import (
    Constant,
    Dictionary,
    HttpObject,
    Named,
    ScalarKind,
    SchemaId,
    Stream,
    Type,
)
from sdkloom.targets.docs import markdown
from sdkloom.targets.docs.cells import deprecation, described, examples_cell
from sdkloom.targets.docs.expressions import lay_out, needs_of
from sdkloom.targets.docs.snippets import needed_imports
from sdkloom.targets.docs.sources import enum_source, is_enum_class, source_of
from sdkloom.targets.docs.tables import mark, table
from sdkloom.targets.docs.types import (
    Shelf,
    example_annotation,
    model_of,
    page_path,
    plain_type,
    type_cell,
    up_from,
)
from sdkloom.targets.docs.values import Values
from sdkloom.targets.docs.views import MemberView, ModelView
from sdkloom.targets.python.annotations import must_be_given
from sdkloom.targets.python.literals import literal_member
from sdkloom.targets.python.names_table import ErrorName
from sdkloom.targets.python.openness import is_open_enum
from sdkloom.targets.python.usage import Usage

_HEADER = ("Field", "Type", "Required", "Description", "Example")
_OPEN = "This is an open enum. Unrecognized values will not fail type checks."
_OPEN_COMMENT = "# Open enum: unrecognized values are captured as"
# The generator's core that shows how an enum is used, and lists the values of a `Literal`.
_ENUM_USAGE = (2, 850)
# The one that says on an enum's page that it is open.
_OPEN_NOTE = (2, 920)


@dataclass(frozen=True, slots=True)
class ModelPages:
    """What the pages of models are made from; `up` leads from one to the folder of all pages."""

    shelf: Shelf
    usage: Usage
    values: Values
    up: str = ""


def model_pages(pages: ModelPages) -> Iterator[tuple[str, ModelView]]:
    """Yield the path, relative to `docs`, and the view of each model's and each error's page."""
    shelf, done = pages.shelf, set()
    for schema in shelf.api.schemas.values():
        if pages.usage.is_model(schema.id):
            model = shelf.names.model(schema.id)
            path = page_path(model)
            if path not in done:
                done.add(path)
                here = replace(pages, up=up_from(path))
                yield path, _page(schema, model.class_name, here)
    for identity, error in shelf.names.errors.items():
        path = error_path(error)
        if path not in done:
            done.add(path)
            here = replace(pages, up=up_from(path))
            yield path, _page(shelf.api.schemas[identity], error.class_name, here)


def error_path(error: ErrorName) -> str:
    """Return the page of an error, relative to `docs`, without its suffix."""
    return page_path(model_of(error))


def _page(schema: Schema, name: str, pages: ModelPages) -> ModelView:
    match schema:
        case ObjectSchema():
            return _object_page(schema, name, pages)
        case EnumSchema():
            return _enum_page(schema, name, pages)
        case UnionSchema():
            return _union_page(schema, name, _listed(schema), pages)
        case AliasSchema():
            return _union_page(schema, name, (schema.type,), pages)
    assert_never(schema)


def _title(schema: SchemaHead, name: str) -> str:
    title = markdown.literal(name)
    return f"~~{title}~~" if schema.deprecated else title


def _description(schema: SchemaHead) -> str:
    text = markdown.block(schema.description)
    if not schema.deprecated:
        return text
    warning = f"> {markdown.line(deprecation(schema.deprecation_message))}"
    return f"{text}\n\n{warning}" if text else warning


def _object_page(schema: ObjectSchema, name: str, pages: ModelPages) -> ModelView:
    # A credential's default is for the client; a scheme is given whole.
    is_scheme = schema.origin.kind is OriginKind.SCHEME
    rows = [
        _field(replace(one, default=None) if is_scheme else one, schema.id, pages)
        for one in schema.properties
    ]
    if schema.properties and schema.additional is not None:
        rows.append(_extra(schema.additional, pages))
    width = 5 if any(row[4] for row in rows) else 4
    return ModelView(
        title=_title(schema, name),
        description=_description(schema),
        fields=table(_HEADER[:width], [row[:width] for row in rows]),
    )


def _field(one: Property, owner: SchemaId, pages: ModelPages) -> tuple[str, ...]:
    shelf = pages.shelf
    field = shelf.names.field(owner, one.name)
    name = f"`{field.lower() if isinstance(one.type, Constant) else field}`"
    required = must_be_given(one.type, required=one.required, default=one.default)
    if isinstance(one.type, Constant):
        required = one.required
    return (
        f"~~{name}~~" if one.deprecated else name,
        type_cell(
            one.type,
            required=one.required,
            default=None if isinstance(one.type, Constant) else one.default,
            shelf=shelf,
            up=pages.up,
        ),
        mark(required),
        described(one),
        examples_cell(one.examples, shelf),
    )


def _extra(additional: Type, pages: ModelPages) -> tuple[str, ...]:
    type_ = type_cell(
        Dictionary(values=additional),
        required=False,
        default=None,
        shelf=pages.shelf,
        up=pages.up,
    )
    return ("`__pydantic_extra__`", type_, mark(False), "N/A", "")


def _enum_page(schema: EnumSchema, name: str, pages: ModelPages) -> ModelView:
    shelf = pages.shelf
    is_open = is_open_enum(schema, pages.usage, shelf.settings)
    shows_usage = shelf.is_since(*_ENUM_USAGE) and bool(schema.members)
    return ModelView(
        title=_title(schema, name),
        description=_description(schema),
        code=_enum_code(schema, is_open, shelf) if shows_usage else "",
        values=_enum_values(schema, shelf),
        note=_OPEN if is_open and shelf.is_since(*_OPEN_NOTE) else "",
    )


def _enum_code(schema: EnumSchema, is_open: bool, shelf: Shelf) -> str:
    model = shelf.names.model(schema.id)
    first = schema.members[0].value
    package = f"{shelf.settings.python.module}.{model.package}"
    lines = [f"from {package} import {model.class_name}", "", ""]
    if is_enum_class(schema, shelf):
        member = shelf.names.enum_member(schema.id, 0)
        lines.append(f"value = {model.class_name}.{member}")
    else:
        text = lay_out(enum_source(first, schema, shelf))
        lines.append(f"value: {model.class_name} = {text}")
    if is_open:
        is_whole = schema.kind is ScalarKind.INTEGER
        caught = "UnrecognizedInt" if is_whole else "UnrecognizedStr"
        lines += ["", f"{_OPEN_COMMENT} {caught}"]
    return "\n".join(lines)


def _enum_values(schema: EnumSchema, shelf: Shelf) -> str:
    if not is_enum_class(schema, shelf) and shelf.is_since(*_ENUM_USAGE):
        values = (markdown.code(literal_member(one.value)) for one in schema.members)
        return "\n".join(f"- {value}" for value in values)
    rows = [
        (f"`{shelf.names.enum_member(schema.id, index)}`", _enum_value(one.value))
        for index, one in enumerate(schema.members)
    ]
    return table(("Name", "Value"), rows)


def _enum_value(value: object) -> str:
    return markdown.cell(value if isinstance(value, str) else literal_member(value))


def _union_page(
    schema: SchemaHead, name: str, variants: tuple[Type, ...], pages: ModelPages
) -> ModelView:
    return ModelView(
        title=_title(schema, name),
        description=_description(schema),
        members=tuple(_member(variant, pages) for variant in variants),
    )


def _listed(schema: UnionSchema) -> tuple[Type, ...]:
    """The types of a union; one that several values of the discriminator mean is there for each."""
    marked = schema.discriminator
    if marked is None:
        return schema.variants
    counts = Counter(index for _, index in marked.mapping)
    return tuple(
        variant
        for index, variant in enumerate(schema.variants)
        for _ in range(max(1, counts[index]))
    )


def _member(variant: Type, pages: ModelPages) -> MemberView:
    shelf = pages.shelf
    heading = markdown.code(plain_type(variant, shelf))
    if isinstance(variant, (Stream, HttpObject)):
        return MemberView(heading=heading, code="")
    seed = variant.schema if isinstance(variant, Named) else heading
    value = pages.values.choose(variant, "", seed)
    written = {"value": source_of(value, variant, shelf)}
    annotation, needs = example_annotation(variant, shelf)
    text = lay_out(written["value"])
    imports = needed_imports(needs_of(written) | needs, shelf)
    statement = f"value: {annotation} = {text}"
    return MemberView(
        heading=heading,
        code="\n".join([*imports, "", "", statement]) if imports else statement,
    )
