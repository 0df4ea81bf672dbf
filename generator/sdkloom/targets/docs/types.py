"""A type as a page shows it: words in italics, models as links to their pages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from typing_extensions import assert_never

from sdkloom.ir.api import Api
from sdkloom.ir.types import (
    Anything,
    Array,
    Constant,
    Dictionary,
    HttpObject,
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
)
from sdkloom.settings import Settings
from sdkloom.targets.docs.markdown import cell
from sdkloom.targets.python.annotations import (
    Form,
    Scope,
    Speller,
    group_scope,
    must_be_given,
)
from sdkloom.targets.python.event_data import handed_out
from sdkloom.targets.python.keywords import DEVICE_WORDS, FIELD_WORDS
from sdkloom.targets.python.literals import literal_member
from sdkloom.targets.python.names_table import ErrorName, ModelName, Names
from sdkloom.targets.python.packages import hands_on_types, packages_of

ROOT = "."
"""What a snippet needs that calls a class by the SDK's own package."""
_PAGE_WORDS = (FIELD_WORDS | DEVICE_WORDS) - {"schema"}
"""Names that a page may not have: it gets a trailing underscore, as a module would."""
HTTP_LIBRARIES = {
    "httpx": "https://www.python-httpx.org/",
    "httpx2": "https://github.com/pydantic/httpx2",
}
"""The libraries for HTTP, and where they are described."""
_DATES = "https://docs.python.org/3/library/datetime.html"


@dataclass(frozen=True, slots=True)
class Shelf:
    """What every page needs to know: the API, its names, the settings."""

    api: Api
    names: Names
    settings: Settings
    repeats: dict[SchemaId, frozenset[str] | None] = field(default_factory=dict)
    """What is known of schemas that hold a class twice."""
    scalars: dict[tuple[ScalarKind, str, bool], str] = field(default_factory=dict)
    """How scalars are spelled."""
    faces: list[bool] = field(default_factory=list)
    """Whether the SDK's own package gives all types, once it is known."""

    def is_since(self, major: int, minor: int) -> bool:
        """Return whether the output has the form of a generator's core of this version or newer."""
        return self.settings.is_since(major, minor)

    def spelled(self, model: ModelName) -> str:
        """Return a class as code names it: `models.Pet`."""
        return f"{packages_of(self.settings).word(model.package)}.{model.class_name}"

    def called(self, model: ModelName) -> str:
        """Return a class as snippets name it, by the shortest way to it."""
        if self._hands_on():
            return f"{self.settings.python.module}.{model.class_name}"
        return self.spelled(model)

    def need_of(self, model: ModelName) -> str:
        """Return what a snippet needs that calls a class so."""
        return ROOT if self._hands_on() else need_of(model)

    def _hands_on(self) -> bool:
        if not self.faces:
            self.faces.append(hands_on_types(self.names, self.settings))
        return self.faces[0]

    def error(self, class_name: str) -> str:
        """Return one of the errors that every SDK has, as code names it."""
        packages = packages_of(self.settings)
        return f"{packages.word(packages.errors)}.{class_name}"


def model_of(error: ErrorName) -> ModelName:
    """Return the name of an exception as if it were a model."""
    return ModelName(error.class_name, error.module, error.package)


def page_path(model: ModelName) -> str:
    """Return the page of a model, relative to `docs`, without its suffix."""
    name = model.class_name.lower()
    folder = model.package.replace(".", "/")
    return f"{folder}/{name}_" if name in _PAGE_WORDS else f"{folder}/{name}"


def need_of(model: ModelName) -> str:
    """Return what a program needs that names a model: its package, with a dot in front."""
    return f".{model.package}"


def up_from(page: str) -> str:
    """Return the way from a page, relative to `docs`, to that folder."""
    return "../" * page.count("/")


def type_cell(
    type_: Type, *, required: bool, default: Value | None, shelf: Shelf, up: str
) -> str:
    """Return a value's type as a table shows it; `up` leads from the page to `docs`."""
    inner = type_.type if isinstance(type_, Nullable) else type_
    wrapper = _wrapper(type_, required=required, default=default)
    return _Cells(shelf, up).wrapped(inner, wrapper)


def linked_type(type_: Type, *, shelf: Shelf, up: str) -> str:
    """Return a type with a link on each model's name, all else as plain words."""
    return _Cells(shelf, up).linked(type_)


def plain_type(type_: Type, shelf: Shelf) -> str:
    """Return a type as Python writes it: `List[models.Pet]`."""
    if isinstance(type_, Scalar):
        key = (type_.kind, type_.format, type_.base64_file_input)
        if key not in shelf.scalars:
            shelf.scalars[key] = _spelled(type_, shelf)
        return shelf.scalars[key]
    return _spelled(type_, shelf)


def _spelled(type_: Type, shelf: Shelf) -> str:
    return Speller(_scope(shelf)).spell(type_, Form.MODEL)


def _scope(shelf: Shelf) -> Scope:
    scope = group_scope(shelf.api, shelf.names, shelf.settings)
    return replace(scope, package=None)


def example_annotation(type_: Type, shelf: Shelf) -> tuple[str, frozenset[str]]:
    """Return the annotation of a value written as dicts and lists, and the names it needs."""
    speller = Speller(_scope(shelf))
    text = speller.spell(type_, Form.TWIN)
    needs = {one.name or one.module for one in speller.imports}
    needs |= {need_of(shelf.names.model(id)) for id in speller.schemas}
    return text, frozenset(needs)


def _wrapper(type_: Type, *, required: bool, default: Value | None) -> str:
    nullable = isinstance(type_, Nullable)
    if must_be_given(type_, required=required, default=default):
        return "Nullable" if nullable else ""
    return "OptionalNullable" if nullable else "Optional"


class _Cells:
    """Writes the types of one page."""

    def __init__(self, shelf: Shelf, up: str) -> None:
        self._shelf = shelf
        self._up = up

    def wrapped(self, type_: Type, wrapper: str) -> str:
        """Return a type in a wrapper; lists, maps and dates show no wrapper."""
        match type_:
            case Array():
                return f"List[{self.inner(type_.items)}]"
            case Dictionary():
                return f"Dict[str, {self.inner(type_.values)}]"
            case Named():
                return self._link(type_, wrapper)
            case Anything() | Nothing():
                optional = wrapper.startswith("Optional")
                return "*Optional[Any]*" if optional else "*Any*"
            case Scalar(kind=ScalarKind.STRING, format="date-time"):
                return f"[datetime]({_DATES}#datetime-objects)"
            case Scalar(kind=ScalarKind.STRING, format="date"):
                return f"[date]({_DATES}#date-objects)"
            case Constant():
                text = cell(self._plain(type_))
            case HttpObject():
                text = self._plain(type_)
                text = f"{wrapper}[{text}]" if wrapper else text
                library = self._shelf.settings.python.http_client_library
                heading = f"api/#{type_.name.lower()}" if library == "httpx" else ""
                return f"[{text}]({HTTP_LIBRARIES[library]}{heading})"
            case Scalar() | Tuple() | Nullable() | Stream():
                text = self._plain(type_)
            case _:
                assert_never(type_)
        return f"*{wrapper}[{text}]*" if wrapper else f"*{text}*"

    def inner(self, type_: Type) -> str:
        """Return the type of a list's items or a map's values."""
        if isinstance(type_, Nullable):
            return self.wrapped(type_.type, "Nullable")
        return self.wrapped(type_, "")

    def linked(self, type_: Type) -> str:
        """Return a type in plain words with a link on each model's name."""
        match type_:
            case Array():
                return f"List[{self.linked(type_.items)}]"
            case Dictionary():
                return f"Dict[str, {self.linked(type_.values)}]"
            case Nullable():
                return f"Nullable[{self.linked(type_.type)}]"
            case Named():
                return self._link(type_, "")
            case Stream():
                return self._stream(type_)
            case _:
                return cell(self._plain(type_))

    def _link(self, type_: Named, wrapper: str) -> str:
        model = self._shelf.names.model(type_.schema)
        name = self._shelf.spelled(model)
        text = f"{wrapper}[{name}]" if wrapper else name
        return f"[{text}]({self._up}{page_path(model)}.md)"

    def _stream(self, type_: Stream) -> str:
        whole = self._plain(type_)
        handed = handed_out(type_, self._shelf.api, self._shelf.settings)
        item = self._plain(handed)
        return whole.replace(f"[{item}]", f"[{self.linked(handed)}]")

    def _plain(self, type_: Type) -> str:
        if isinstance(type_, HttpObject):
            return f"{self._shelf.settings.python.http_client_library}.{type_.name}"
        if isinstance(type_, Constant) and isinstance(type_.value, str):
            return f"Literal[{literal_member(type_.value)}]"
        return plain_type(type_, self._shelf)
