"""The package that each kind of type lives in, and what a package is called where it is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sdkloom.ir.api import Api
from sdkloom.ir.schemas import OriginKind, Schema
from sdkloom.ir.types import SchemaId
from sdkloom.settings import ImportPaths, Settings
from sdkloom.targets.python.annotations_support import SUPPORT
from sdkloom.targets.python.imports import Import
from sdkloom.targets.python.keywords import BUILTINS
from sdkloom.targets.python.names_table import Names

MODELS = "models"
INTERNAL = "models.internal"
"""Where the object of all global parameters is, whatever the settings say."""


_TAKEN = SUPPORT.keys() | BUILTINS | {"deprecated", "httpx", "overload", "utils"}


@dataclass(frozen=True, slots=True)
class Packages:
    """The packages of an SDK by what they hold, each with dots; two kinds may share one."""

    shared: str
    operations: str
    errors: str
    callbacks: str
    webhooks: str

    @property
    def of_types(self) -> frozenset[str]:
        """The packages that hold what programs name."""
        return self.of_models - {INTERNAL} | {self.errors}

    @property
    def of_models(self) -> frozenset[str]:
        """The packages that hold more than errors."""
        return frozenset(
            (self.shared, self.operations, self.callbacks, self.webhooks, INTERNAL)
        )

    @property
    def every(self) -> tuple[str, ...]:
        """All packages and those around them, `models` in any case, parents first."""
        named = (self.shared, self.operations, self.callbacks, self.webhooks)
        return with_parents((*named, self.errors))

    def word(self, package: str) -> str:
        """Return what a package is called where its types are used: its last word.

        Where another has the same last word, or something else is imported by it, the words of
        the whole path stand together.
        """
        return _word(self, package)

    def imported(self, package: str, alias: str = "") -> Import:
        """Return the import of a package, under another name if `alias` is one."""
        parent, _, last = package.rpartition(".")
        called = alias or self.word(package)
        return Import(f".{parent}", last, "" if called == last else called)


def packages_of(settings: Settings) -> Packages:
    """Return the packages that settings name; a path that is empty is `models`."""
    return _packages(settings.python.import_paths)


@lru_cache
def _packages(paths: ImportPaths) -> Packages:
    return Packages(
        shared=paths.shared or MODELS,
        operations=paths.operations or MODELS,
        errors=paths.errors or MODELS,
        callbacks=paths.callbacks or MODELS,
        webhooks=paths.webhooks or MODELS,
    )


def request_packages(api: Api, packages: Packages) -> dict[str, str]:
    """Return the package of what stands in each request, by its operation's identity."""
    found = {one.id: packages.operations for one in api.operations}
    for hook in api.webhooks:
        is_webhook = hook.operation.id.startswith("#/webhooks/")
        package = packages.webhooks if is_webhook else packages.callbacks
        found.setdefault(hook.operation.id, package)
    return found


def schema_packages(api: Api, settings: Settings) -> Mapping[SchemaId, str]:
    """Return the package in whose names each schema takes part.

    What stands in an operation, or is made for one, belongs to operations; all else is shared.
    """
    packages = packages_of(settings)
    owners = request_packages(api, packages)
    return {
        id: owners.get(schema.origin.owner, packages.shared)
        for id, schema in api.schemas.items()
    }


def home_of(schema: Schema, package: str) -> str:
    """Return where a schema of a package is: global parameters are for nobody's use."""
    return INTERNAL if schema.origin.kind is OriginKind.GLOBALS else package


@lru_cache
def _word(packages: Packages, package: str) -> str:
    last = package.rpartition(".")[2]
    homes = {*packages.of_models, packages.errors}
    words = Counter(one.rpartition(".")[2] for one in homes)
    if words[last] == 1 and last not in _TAKEN:
        return last
    whole = package.replace(".", "_")
    return f"{whole}_" if whole in _TAKEN else whole


def packages_in(names: Names, settings: Settings) -> tuple[str, ...]:
    """Return the packages that an SDK has: of those for models only the ones with something in."""
    models = {model.package for model in names.models.values()}
    return with_parents({*models, packages_of(settings).errors})


def hands_on_types(names: Names, settings: Settings) -> bool:
    """Return whether the SDK's own package gives all types, beside `models`.

    So it does where no kind of type has a path, unless one is called as something else there.
    """
    paths = settings.python.import_paths
    if paths != ImportPaths(errors=""):
        return False
    client = names.client.class_name
    taken = {client, f"Async{client}", "SDKConfiguration"}
    return taken.isdisjoint(model.class_name for model in names.models.values())


def with_parents(packages: Iterable[str]) -> tuple[str, ...]:
    """Return packages and those around them, `models` in any case, parents first."""
    found = {MODELS}
    for package in packages:
        parts = package.split(".")
        found |= {".".join(parts[:depth]) for depth in range(1, len(parts) + 1)}
    return tuple(sorted(found))


def inside(package: str, packages: Iterable[str]) -> tuple[str, ...]:
    """Return the names of those packages that stand in one; in "", of those at the top."""
    head = f"{package}." if package else ""
    names = (one.removeprefix(head) for one in packages if one.startswith(head))
    return tuple(name for name in names if "." not in name)
