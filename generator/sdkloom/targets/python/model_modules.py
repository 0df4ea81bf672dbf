"""Which definitions stand in which module of models, in which order, and who imports whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sdkloom.ir.api import Api
from sdkloom.ir.rings import rings
from sdkloom.ir.types import SchemaId
from sdkloom.ir.walk import references
from sdkloom.targets.python.names_table import ErrorName, ModelName, Names
from sdkloom.targets.python.sheets import Home
from sdkloom.targets.python.usage import Usage


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelModule:
    """A module: its models and its errors, each after what it refers to, as far as that goes.

    `circle` holds the modules that import this one and that it imports, itself among them.
    """

    home: Home
    models: tuple[SchemaId, ...]
    errors: tuple[SchemaId, ...]
    circle: frozenset[Home] = frozenset()


def model_modules(api: Api, names: Names, usage: Usage) -> tuple[ModelModule, ...]:
    """Return the modules in the order of the document; what has one name is printed once."""
    models: dict[Home, list[SchemaId]] = {}
    errors: dict[Home, list[SchemaId]] = {}
    seen: set[ModelName | ErrorName] = set()
    for id in api.schemas:
        model = names.models.get(id)
        if model is not None and model not in seen and usage.is_model(id):
            seen.add(model)
            models.setdefault((model.package, model.module), []).append(id)
        error = names.errors.get(id)
        if error is not None and error not in seen:
            seen.add(error)
            errors.setdefault((error.package, error.module), []).append(id)
    homes = list(dict.fromkeys([*models, *errors]))
    graph = {
        home: _imported([*models.get(home, ()), *errors.get(home, ())], api, names)
        - {home}
        for home in homes
    }
    circles = {home: frozenset(ring) for ring in rings(graph) for home in ring}
    return tuple(
        ModelModule(
            home=home,
            models=_ordered(models.get(home, ()), api, names),
            errors=tuple(errors.get(home, ())),
            circle=circles[home] if len(circles[home]) > 1 else frozenset(),
        )
        for home in homes
    )


def _imported(ids: Iterable[SchemaId], api: Api, names: Names) -> set[Home]:
    found: set[Home] = set()
    for id in ids:
        for other in references(api.schemas[id]):
            model = names.models.get(other)
            if model is not None:
                found.add((model.package, model.module))
    return found


def _ordered(ids: Iterable[SchemaId], api: Api, names: Names) -> tuple[SchemaId, ...]:
    """Return schemas so that each follows those that it refers to, unless they form a ring."""
    by_name = {names.model(id): id for id in ids}
    done: dict[SchemaId, None] = {}
    open_: set[SchemaId] = set()
    for start in by_name.values():
        stack = [(start, False)]
        while stack:
            id, is_left = stack.pop()
            if is_left:
                done[id] = None
            elif id not in open_:
                open_.add(id)
                stack.append((id, True))
                inner = (
                    by_name.get(names.models[other])
                    for other in references(api.schemas[id])
                    if other in names.models
                )
                stack += [(other, False) for other in inner if other is not None][::-1]
    return tuple(done)
