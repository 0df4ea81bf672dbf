"""Types inside of operation constants: behind a `lambda`, so that no model is loaded early."""

from __future__ import annotations

from itertools import chain, count

from sdkloom.ir.types import Nullable, Type
from sdkloom.targets.python.annotations import (
    RUNTIME_MODELS,
    Annotation,
    Scope,
    value,
)
from sdkloom.targets.python.imports import Import
from sdkloom.targets.python.wireforms import wire_form

LIGHT_MODULE = "._runtime.nullable"
"""Where the annotations of what may be null are defined; it loads neither pydantic nor httpx."""

UNSET_MODULE = "._runtime.unset"


def light(item: Import) -> Import:
    """Return the import of the same name that does not load pydantic."""
    if item.module == RUNTIME_MODELS:
        module = UNSET_MODULE if item.name == "UNSET" else LIGHT_MODULE
        return Import(module, item.name, item.alias)
    return item


class LazyTypes:
    """Spells the types of a module's constants, and keeps the imports that they need."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.imports: set[Import] = set()
        self._shared: dict[str, str] = {}

    def share(self, word: str, source: str) -> str:
        """Return the constant that holds a value which several operations have in common.

        `word` is what the constant is called; another value of the same word gets a number.
        """
        if source not in self._shared:
            taken = set(self._shared.values())
            names = (f"{word}_{number}" for number in count(2))
            self._shared[source] = next(
                name for name in chain([word], names) if name not in taken
            )
        return self._shared[source]

    def shared_constants(self) -> tuple[str, ...]:
        """Return the assignments of the shared constants, in the order of first use."""
        return tuple(f"{name} = {source}" for source, name in self._shared.items())

    def use(self, module: str, name: str) -> str:
        """Return a name, and see to its import; a name that is taken gets an underscore."""
        alias = f"_{name}" if name in self.scope.shadowed else ""
        self.imports.add(Import(module, name, alias))
        return alias or name

    def httpx(self) -> str:
        """Return what the http library is called, and see to its import."""
        library = self.scope.settings.python.http_client_library
        self.imports.add(Import(library, "", "" if library == "httpx" else "httpx"))
        return "httpx"

    def builtin(self, name: str) -> str:
        """Return the name of a built-in class; one that means something else here is imported."""
        if name not in self.scope.shadowed:
            return name
        return self.use("builtins", name)

    def package(self, path: str) -> str:
        """Return what a package of models or errors is called, and see to its import."""
        assert self.scope.package is not None, "models are reached by their packages"
        item = self.scope.package(path)
        self.imports.add(item)
        return item.alias or item.name

    def keep(self, annotation: Annotation) -> str:
        """Return an annotation's text, and see to its imports."""
        self.imports.update(map(light, annotation.imports))
        return annotation.text

    def text(self, type_: Type) -> str:
        """Return the annotation of a value that is there."""
        return self.keep(value(type_, self.scope))

    def lazy(self, type_: Type) -> str:
        """Return a function without arguments that gives the type."""
        text = self._value(type_)
        form = wire_form(type_)
        if form:
            made = f"{self.use('._runtime.wiretypes', form)}()"
            text = f"{self.use('typing', 'Annotated')}[{text}, {made}]"
        return f"lambda: {text}"

    def _value(self, type_: Type) -> str:
        if isinstance(type_, Nullable):
            # An alias is no value for mypy when it is given arguments; `Optional` is one.
            return f"{self.use('typing', 'Optional')}[{self.text(type_.type)}]"
        return self.text(type_)
