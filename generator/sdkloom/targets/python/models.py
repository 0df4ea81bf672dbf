"""Schemas to modules of models, and errors to modules of exceptions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from typing_extensions import assert_never

from sdkloom.files import PlannedFile
from sdkloom.ir.api import Api
from sdkloom.ir.schemas import (
    AliasSchema,
    EnumSchema,
    ObjectSchema,
    Schema,
    UnionSchema,
)
from sdkloom.settings import Settings
from sdkloom.targets.python.annotations import SUPPORT, Form, twin_name
from sdkloom.targets.python.classes import model_class, twin_class
from sdkloom.targets.python.docstrings import quoted
from sdkloom.targets.python.enums import enum_definition
from sdkloom.targets.python.errors import error_definitions
from sdkloom.targets.python.errors_standard import NOTE, standard_modules
from sdkloom.targets.python.exports import exports_view, parent_view
from sdkloom.targets.python.imports import import_lines
from sdkloom.targets.python.layout_statements import fold_import
from sdkloom.targets.python.model_modules import ModelModule, model_modules
from sdkloom.targets.python.model_views import DefinitionView, ModuleView, spaced
from sdkloom.targets.python.names_table import Names
from sdkloom.targets.python.openness import is_open_enum, is_open_union
from sdkloom.targets.python.packages import (
    INTERNAL,
    inside,
    packages_in,
    packages_of,
)
from sdkloom.targets.python.sheets import Home, Sheet
from sdkloom.targets.python.unions import (
    model_union,
    twin_union,
    type_alias,
    unknown_class,
)
from sdkloom.targets.python.usage import Usage, usage_of

_EXPORTS = {".py": "python/exports.py.j2", ".pyi": "python/exports.pyi.j2"}
_FUTURE = "from __future__ import annotations"


_Modules = dict[Home, tuple[tuple[str, ...], ModuleView]]
"""Modules by where they are, each with the names that it defines."""


def plan_models(api: Api, names: Names, settings: Settings) -> list[PlannedFile]:
    """Return the files of `models`, `errors` and all other packages of types."""
    modules = _modules(api, names, settings)
    root = f"src/{settings.python.module.replace('.', '/')}"
    files = [
        PlannedFile(
            path=f"{root}/{package.replace('.', '/')}/{module}.py",
            template="python/models.py.j2",
            view=view,
        )
        for (package, module), (_, view) in modules.items()
    ]
    packages = [one for one in packages_in(names, settings) if one != INTERNAL]
    for package in dict.fromkeys([*packages, *(home[0] for home in modules)]):
        exported = {
            module: defined
            for (where, module), (defined, _) in modules.items()
            if where == package
        }
        path = f"{root}/{package.replace('.', '/')}/__init__"
        files += _exports(package, path, exported, inside(package, packages))
    return files


def _modules(api: Api, names: Names, settings: Settings) -> _Modules:
    errors = packages_of(settings).errors
    modules: _Modules = {
        (errors, name): ((defined,), view)
        for name, (defined, view) in standard_modules(names, settings, errors).items()
    }
    usage = usage_of(api, names)
    taken = {model.class_name for model in names.models.values()}
    fields = frozenset(names.fields.values())
    for module in model_modules(api, names, usage):
        writer = _Writer(module, api, names, settings, usage, taken, fields)
        view = writer.view()
        modules[module.home] = (tuple(writer.defined), view)
    return modules


def _exports(
    package: str,
    path: str,
    exported: Mapping[str, tuple[str, ...]],
    packages: tuple[str, ...],
) -> Iterator[PlannedFile]:
    if packages:
        yield PlannedFile(
            path=f"{path}.py",
            template="python/lazy_package.py.j2",
            view=parent_view(package, exported, packages),
        )
        return
    table = exports_view(package, exported)
    for suffix, template in _EXPORTS.items():
        yield PlannedFile(path=f"{path}{suffix}", template=template, view=table)


class _Writer:
    """Writes one module: its definitions in order, then the imports that they turned out to need."""

    def __init__(
        self,
        module: ModelModule,
        api: Api,
        names: Names,
        settings: Settings,
        usage: Usage,
        taken: set[str],
        fields: frozenset[str],
    ) -> None:
        self.defined: list[str] = []
        self._module = module
        self._usage = usage
        self._taken = taken
        self._sheet = Sheet(
            module.home,
            api=api,
            names=names,
            settings=settings,
            circle=module.circle,
            shadowed=frozenset(SUPPORT.keys() & taken),
            fields=fields,
        )

    def view(self) -> ModuleView:
        """Return the module."""
        schemas = self._sheet.scope.api.schemas
        definitions: list[DefinitionView] = []
        for id in self._module.models:
            definitions += self._definitions(schemas[id])
        for id in self._module.errors:
            error = self._sheet.scope.names.error(id)
            definitions += error_definitions(schemas[id], error, self._sheet)
            self._wrote(error.data_class_name, error.class_name)
        package = self._module.home[0]
        depth, folder = package.count(".") + 1, f".{package}"
        imports = import_lines(self._sheet.imports, depth, folder)
        late = import_lines(self._sheet.late, depth, folder)
        if self._usage.pages.intersection(self._module.models):
            imports = (_FUTURE, "", *imports) if imports else (_FUTURE,)
        return ModuleView(
            docstring=NOTE,
            imports=tuple(map(fold_import, imports)),
            definitions=spaced(definitions),
            late_imports=tuple(map(fold_import, late)),
        )

    def _definitions(self, schema: Schema) -> Sequence[DefinitionView]:
        sheet = self._sheet
        name = sheet.scope.names.model(schema.id).class_name
        twin = twin_name(name, sheet.scope.settings)
        match schema:
            case EnumSchema():
                is_open = is_open_enum(schema, self._usage, sheet.scope.settings)
                view = enum_definition(schema, sheet, is_open=is_open)
                self._wrote(name)
                return (view,)
            case ObjectSchema():
                typed = DefinitionView(class_=twin_class(schema, sheet))
                self._wrote(twin)
                page = schema.id in self._usage.pages
                model = DefinitionView(class_=model_class(schema, sheet, page=page))
                self._wrote(name)
                return (typed, model)
            case UnionSchema():
                return self._union(schema, name, twin)
            case AliasSchema():
                return self._alias(schema, name, twin)
        assert_never(schema)

    def _union(
        self, schema: UnionSchema, name: str, twin: str
    ) -> Sequence[DefinitionView]:
        sheet = self._sheet
        views = [twin_union(schema, sheet)]
        self._wrote(twin)
        unknown = ""
        if is_open_union(schema, self._usage, sheet.scope.settings):
            unknown = self._free(f"Unknown{name}")
            views.append(DefinitionView(class_=unknown_class(schema, unknown, sheet)))
            self._wrote(unknown)
        views.append(model_union(schema, sheet, unknown=unknown))
        self._wrote(name)
        return views

    def _alias(
        self, schema: AliasSchema, name: str, twin: str
    ) -> Sequence[DefinitionView]:
        sheet = self._sheet
        typed = type_alias(twin, lambda: sheet.spell(schema.type, Form.TWIN), sheet)
        self._wrote(twin)
        model = type_alias(name, lambda: sheet.spell(schema.type, Form.MODEL), sheet)
        self._wrote(name)
        text = quoted(schema.description, indent=0)
        return [
            DefinitionView(statement=statement, docstring=text)
            for statement in (typed, model)
        ]

    def _free(self, name: str) -> str:
        while name in self._taken:
            name += "_"
        return name

    def _wrote(self, *defined: str) -> None:
        self._sheet.wrote(*defined)
        self.defined += defined
