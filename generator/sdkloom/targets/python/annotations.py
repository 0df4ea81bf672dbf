"""Types as annotations: in a model, in its TypedDict, as an argument, as a result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from types import MappingProxyType

from typing_extensions import assert_never

from sdkloom.ir.api import Api
from sdkloom.ir.schemas import EnumSchema
from sdkloom.ir.types import (
    XML,
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
    StreamKind,
    Tuple,
    Type,
    Value,
)
from sdkloom.settings import Settings
from sdkloom.targets.python.annotations_support import RUNTIME_MODELS as RUNTIME_MODELS
from sdkloom.targets.python.annotations_support import SUPPORT as SUPPORT
from sdkloom.targets.python.event_data import handed_out
from sdkloom.targets.python.imports import NO_IMPORTS, Import, Imports
from sdkloom.targets.python.literals import literal_member
from sdkloom.targets.python.names_table import Names
from sdkloom.targets.python.packages import packages_of

_ANY_STREAM = 2, 880
"""The generator's core since which content is read from any stream, and not from files alone."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation's text, the imports of its helpers, and the schemas that it names."""

    text: str
    imports: Imports = NO_IMPORTS
    schemas: tuple[SchemaId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where annotations stand, and how names are written there.

    `model` writes the name of a model: `models.Pet` in a group, `Pet` among the models. Its
    second argument is the class name, or the name of its TypedDict. `package` imports a package
    of models by the name that `model` writes, None where that is seen to already. `shadowed`
    holds helpers' names that mean something else here; those are imported with a leading
    underscore.
    """

    api: Api
    names: Names
    settings: Settings
    model: Callable[[SchemaId, str], str]
    shadowed: frozenset[str] = frozenset()
    package: Callable[[str], Import] | None = None


def group_scope(
    api: Api,
    names: Names,
    settings: Settings,
    aliases: Mapping[str, str] = MappingProxyType({}),
) -> Scope:
    """Return the scope of a module of methods, where models are attributes of their packages.

    `aliases` are the names of packages whose own names mean something else here.
    """
    packages = packages_of(settings)

    def package(path: str) -> Import:
        return packages.imported(path, aliases.get(path, ""))

    def model(schema: SchemaId, class_name: str) -> str:
        path = names.model(schema).package
        return f"{aliases.get(path) or packages.word(path)}.{class_name}"

    return Scope(api=api, names=names, settings=settings, model=model, package=package)


class Form(Enum):
    """The spellings of a type: of a model, of a TypedDict, of an argument, of a result."""

    MODEL = "model"
    TWIN = "twin"
    INPUT = "input"
    INPUT_TWIN = "input-twin"
    RESULT = "result"


def value(type_: Type, scope: Scope) -> Annotation:
    """Return the annotation of a value that is there, as a model holds it."""
    speller = Speller(scope)
    return speller.annotation(speller.spell(type_, Form.MODEL))


def model_field(
    type_: Type, *, required: bool, default: Value | None, scope: Scope
) -> Annotation:
    """Return the annotation of a model's field: `Optional[...]` around it if it may be absent."""
    speller = Speller(scope)
    return speller.annotation(
        speller.optional(type_, Form.MODEL, required=required, default=default)
    )


def twin_field(
    type_: Type, *, required: bool, default: Value | None, scope: Scope
) -> Annotation:
    """Return the annotation of a TypedDict's key: `NotRequired[...]` if it may be absent."""
    speller = Speller(scope)
    inner = speller.spell(type_, Form.TWIN)
    is_given = must_be_given(type_, required=required, default=default)
    # As in published SDKs, whose dicts have their constants, optional ones too.
    if not (is_given or isinstance(type_, Constant)):
        inner = f"{speller.use('NotRequired')}[{inner}]"
    return speller.annotation(inner)


def argument(
    type_: Type, *, required: bool, default: Value | None, scope: Scope
) -> Annotation:
    """Return the annotation of an argument: a model or its TypedDict, any iterable for a list."""
    speller = Speller(scope)
    return speller.annotation(
        speller.optional(type_, Form.INPUT, required=required, default=default)
    )


def returned(type_: Type, scope: Scope, *, optional: bool = False) -> Annotation:
    """Return the annotation of a method's result."""
    speller = Speller(scope)
    text = speller.spell(type_, Form.RESULT)
    return speller.annotation(
        f"{speller.use('Optional')}[{text}]" if optional else text
    )


def must_be_given(type_: Type, *, required: bool, default: Value | None) -> bool:
    """Return whether a value has to be given: it is required, and no default stands in for it.

    Only scalars stand in: null is a value that the caller gives, and lists and objects as
    defaults are left to the server.
    """
    stands_in = default is not None and not isinstance(
        default.json, (list, dict, type(None))
    )
    return required and not stands_in


def has_twin(schema: SchemaId, api: Api) -> bool:
    """Return whether a schema has a TypedDict beside its model: all but enums do."""
    return not isinstance(api.schemas.get(schema), EnumSchema)


def takes_iterables(settings: Settings) -> bool:
    """Return whether arguments take any iterable or mapping, and not lists and dicts alone.

    SDKs of an older generator (1.783, its core 2.899) keep the narrower types until it is
    raised in their lock.
    """
    return _takes_iterables(settings.generator_version)


@lru_cache(maxsize=1)
def _takes_iterables(generator_version: str) -> bool:
    words = generator_version.split(".")
    if not all(word.isdigit() for word in words[:2]) or len(words) < 2:
        return True
    major, minor = int(words[0]), int(words[1])
    return (major, minor) >= (2, 900) if major > 1 else major == 0 or minor >= 784


class Speller:
    """Spells the types of one annotation, and keeps what it needs to be imported."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.imports: set[Import] = set()
        self.schemas: list[SchemaId] = []
        self._wide = takes_iterables(scope.settings)

    def annotation(self, text: str) -> Annotation:
        """Return what was spelled with everything it needs."""
        return Annotation(
            text, frozenset(self.imports), tuple(dict.fromkeys(self.schemas))
        )

    def use(self, name: str) -> str:
        """Return the spelling of a helper's name, and see to its import."""
        item = SUPPORT[name]
        if name in self.scope.shadowed:
            self.imports.add(Import(item.module, item.name, f"_{name}"))
            return f"_{name}"
        if item.module != "builtins":
            self.imports.add(item)
        return name

    def optional(
        self, type_: Type, form: Form, *, required: bool, default: Value | None
    ) -> str:
        """Spell a type that may be absent."""
        nullable = isinstance(type_, Nullable)
        inner = self.spell(type_.type if isinstance(type_, Nullable) else type_, form)
        if isinstance(type_, Constant) and required:
            return inner
        if must_be_given(type_, required=required, default=default):
            return f"{self.use('Nullable')}[{inner}]" if nullable else inner
        return f"{self.use('OptionalNullable' if nullable else 'Optional')}[{inner}]"

    def spell(self, type_: Type, form: Form) -> str:
        """Spell a type in a form; an argument takes the model's form or its TypedDict's."""
        if form is not Form.INPUT:
            return self._spell(type_, form)
        if isinstance(type_, Nullable):
            return f"{self.use('Nullable')}[{self.spell(type_.type, form)}]"
        model = self._spell(type_, Form.INPUT)
        twin = self._spell(type_, Form.INPUT_TWIN)
        return model if model == twin else f"{self.use('Union')}[{model}, {twin}]"

    def _spell(self, type_: Type, form: Form) -> str:
        match type_:
            case Scalar():
                is_read = form is Form.RESULT and type_.format == "binary"
                return self.use("bytes") if is_read else self._scalar(type_)
            case Array():
                word = self.use("Iterable" if self._is_wide(form) else "List")
                return f"{word}[{self._spell(type_.items, form)}]"
            case Tuple():
                return self._tuple(type_, form)
            case Dictionary():
                word = self.use("Mapping" if self._is_wide(form) else "Dict")
                values = self._spell(type_.values, form)
                return f"{word}[{self.use('str')}, {values}]"
            case Constant():
                return self._constant(type_)
            case Nullable():
                return f"{self.use('Nullable')}[{self._spell(type_.type, form)}]"
            case Named():
                return self._named(type_.schema, form)
            case Stream():
                return self._stream(type_, form)
            case HttpObject():
                return self._http(type_)
            case Anything() | Nothing():
                return self.use("Any")
        assert_never(type_)

    def _is_wide(self, form: Form) -> bool:
        return self._wide and form in (Form.INPUT, Form.INPUT_TWIN)

    def _named(self, schema: SchemaId, form: Form) -> str:
        found = self.scope.names.model(schema)
        name = found.class_name
        if self.scope.package is not None:
            self.imports.add(self.scope.package(found.package))
        if form in (Form.TWIN, Form.INPUT_TWIN) and has_twin(schema, self.scope.api):
            name = twin_name(name, self.scope.settings)
        self.schemas.append(schema)
        return self.scope.model(schema, name)

    def _stream(self, type_: Stream, form: Form) -> str:
        python = self.scope.settings.python
        if type_.kind is StreamKind.EVENTS:
            module = self.use("eventstreaming")
            names = [python.event_stream_class, python.event_stream_async_class]
            names = [f"{module}.{name}" for name in names]
        elif type_.kind is StreamKind.LINES:
            module = self.use("jsonl")
            names = [f"{module}.JsonLStream", f"{module}.JsonLStreamAsync"]
        else:
            names = [self.use("PartStream"), self.use("PartStreamAsync")]
        handed = handed_out(type_, self.scope.api, self.scope.settings)
        item = self._spell(handed, form)
        streams = ", ".join(f"{name}[{item}]" for name in names)
        return f"{self.use('Union')}[{streams}]"

    def _http(self, type_: HttpObject) -> str:
        library = self.scope.settings.python.http_client_library
        alias = "" if library == "httpx" else "httpx"
        self.imports.add(Import(library, "", alias))
        return f"httpx.{type_.name}"

    def _tuple(self, type_: Tuple, form: Form) -> str:
        # prefixItems alone lets an array be shorter, or go on (JSON Schema 2020-12, 10.3.1.1).
        prefix = [self._spell(item, form) for item in type_.prefix]
        if is_exact(type_):
            return f"{self.use('Tuple')}[{', '.join(prefix)}]"
        if type_.rest is not None:
            prefix.append(self._spell(type_.rest, form))
        anything = self.use("Any")
        members = list(dict.fromkeys(prefix)) or [anything]
        if anything in members or len(members) == 1:
            items = anything if anything in members else members[0]
        else:
            items = f"{self.use('Union')}[{', '.join(members)}]"
        return f"{self.use('Iterable' if self._is_wide(form) else 'List')}[{items}]"

    def _constant(self, type_: Constant) -> str:
        if type_.value is None:
            return "None"
        if isinstance(type_.value, float):
            return self.use("float")
        return f"{self.use('Literal')}[{literal_member(type_.value)}]"

    def _scalar(self, type_: Scalar) -> str:
        match type_.kind:
            case ScalarKind.NULL:
                return "None"
            case ScalarKind.BOOLEAN:
                return self.use("bool")
            case ScalarKind.INTEGER:
                return self.use("int")
            case ScalarKind.NUMBER:
                return self.use("Decimal" if type_.format == "decimal" else "float")
            case ScalarKind.STRING:
                return self._string(type_)
        assert_never(type_.kind)

    def _string(self, type_: Scalar) -> str:
        words = {
            "date": "date",
            "date-time": "datetime",
            "decimal": "Decimal",
            "bigint": "int",
        }
        if self.scope.settings.python.uuid_format:
            words["uuid"] = "UUID"
        if self.scope.settings.python.duration_format:
            words["duration"] = "timedelta"
        if type_.format == "binary":
            binary = self.use("bytes")
            is_wide = self.scope.settings.is_since(*_ANY_STREAM)
            stream = "IOBase" if is_wide else "BufferedReader"
            text = f"{self.use('str')}, " if type_ == XML else ""
            return f"{self.use('Union')}[{text}{binary}, {self.use('IO')}[{binary}], {self.use('io')}.{stream}]"
        if type_.base64_file_input:
            return f"{self.use('Union')}[{self.use('IO')}[{self.use('bytes')}], {self.use('os')}.PathLike[{self.use('str')}]]"
        return self.use(words.get(type_.format, "str"))


def is_exact(type_: Type) -> bool:
    """Return whether a type is printed as a tuple: an array of one length."""
    if not isinstance(type_, Tuple) or type_.rest is not None:
        return False
    return 0 < len(type_.prefix) <= (type_.constraints.min_items or 0)


def twin_name(class_name: str, settings: Settings) -> str:
    """Return the name of a model's TypedDict."""
    return class_name + (settings.python.input_typed_dict_suffix or "TypedDict")
