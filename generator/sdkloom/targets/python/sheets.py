"""A module of models while it is written: how it names models, and what it imports."""

from __future__ import annotations

from collections.abc import Collection

from sdkloom.ir.api import Api
from sdkloom.ir.schemas import AliasSchema, UnionSchema
from sdkloom.ir.types import SchemaId, Type
from sdkloom.settings import Settings
from sdkloom.targets.python.annotations import Form, Scope, Speller
from sdkloom.targets.python.imports import Import
from sdkloom.targets.python.names_table import ModelName, Names
from sdkloom.targets.python.packages import packages_of

Home = tuple[str, str]
"""A package (`models`, `errors`, `models.internal`) and a module in it."""


class Sheet:
    """One module on its way to text.

    `circle` holds the modules that import this one, directly or not: their names are imported
    below the definitions, and quoted until then, as those of definitions still to come.
    `shadowed` are the helpers whose names models have taken.
    `fields` are the names of all fields, which would hide a module of the same name.
    """

    def __init__(
        self,
        home: Home,
        *,
        api: Api,
        names: Names,
        settings: Settings,
        circle: Collection[Home] = (),
        shadowed: frozenset[str] = frozenset(),
        fields: Collection[str] = (),
    ) -> None:
        self.home = home
        self.imports: set[Import] = set()
        self.late: set[Import] = set()
        self.quoted = False
        """Whether what was spelled since this was last cleared names later definitions."""
        self.circular = False
        """Whether one of those is an alias: then the quotes belong around the whole."""
        self.bare = False
        """Leave the quotes away, as inside of quotes."""
        self._circle = circle
        self._fields = fields
        self._modules: dict[str, str] = {}
        self._written: set[str] = set()
        self.scope = Scope(
            api=api,
            names=names,
            settings=settings,
            model=self._model,
            shadowed=shadowed,
        )

    def use(self, name: str) -> str:
        """Return a helper's name, and see to its import."""
        speller = Speller(self.scope)
        text = speller.use(name)
        self.imports |= speller.imports
        return text

    def spell(self, type_: Type, form: Form) -> str:
        """Return a type's annotation, and see to its imports."""
        speller = Speller(self.scope)
        text = speller.spell(type_, form)
        self.imports |= speller.imports
        return text

    def wrote(self, *class_names: str) -> None:
        """Take note that names are defined from here on."""
        self._written.update(class_names)

    def _model(self, schema: SchemaId, class_name: str) -> str:
        model = self.scope.names.model(schema)
        home = (model.package, model.module)
        if home == self.home:
            return self._local(schema, class_name)
        package = f".{model.package}"
        if model.package != self.home[0]:
            return self._elsewhere(schema, class_name, model)
        module = f"{package}.{model.module}"
        if home in self._circle:
            self.late.add(Import(module, class_name))
            return self._quoted(schema, class_name)
        self.imports.add(Import(module, class_name))
        return class_name

    def _elsewhere(self, schema: SchemaId, class_name: str, model: ModelName) -> str:
        """Return the name of a model in another package, as an attribute of its module."""
        path = f".{model.package}"
        word = packages_of(self.scope.settings).word(model.package)
        alias = f"{word}_{model.module}"
        whole = f"{path}.{model.module}"
        while alias in self._fields or self._modules.setdefault(alias, whole) != whole:
            alias += "_"
        item = Import(path, model.module, alias)
        if (model.package, model.module) in self._circle:
            self.late.add(item)
            return self._quoted(schema, f"{alias}.{class_name}")
        self.imports.add(item)
        return f"{alias}.{class_name}"

    def _local(self, schema: SchemaId, class_name: str) -> str:
        if class_name in self._written:
            return class_name
        return self._quoted(schema, class_name)

    def _quoted(self, schema: SchemaId, class_name: str) -> str:
        self.quoted = True
        found = self.scope.api.schemas.get(schema)
        self.circular |= isinstance(found, (AliasSchema, UnionSchema))
        return class_name if self.bare else f'"{class_name}"'
