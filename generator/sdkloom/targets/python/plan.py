"""Which files the Python package has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sdkloom.files import OutputFile, PlannedFile
from sdkloom.ir.api import Api
from sdkloom.settings import Settings
from sdkloom.targets.python.configuration import configuration_module
from sdkloom.targets.python.models import plan_models
from sdkloom.targets.python.names_table import Names, group_key
from sdkloom.targets.python.package import package_files
from sdkloom.targets.python.package_root import package_root
from sdkloom.targets.python.reexports import reexports
from sdkloom.targets.python.resources import (
    children_by_group,
    group_module,
    operations_by_group,
)
from sdkloom.targets.python.sdk import client_module


def plan(api: Api, names: Names, settings: Settings) -> list[PlannedFile | OutputFile]:
    """Return every file of the package but the runtime's: metadata, client, groups, models."""
    folder = package_folder(settings)
    inside = [
        *_modules(api, names, settings),
        *reexports(settings),
        *package_root(api, names, settings),
    ]
    placed = [replace(file, path=f"{folder}/{file.path}") for file in inside]
    models = plan_models(api, names, settings)
    return [*package_files(settings, api), *placed, *models]


def package_folder(settings: Settings) -> str:
    """Return the folder of the package: a module name with dots is a path."""
    return f"src/{settings.python.module.replace('.', '/')}"


def _modules(api: Api, names: Names, settings: Settings) -> Iterator[PlannedFile]:
    yield PlannedFile(
        path=f"{names.client.module}.py",
        template="python/sdk.py.j2",
        view=client_module(api, names, settings),
        regions=settings.python.enable_custom_code_regions,
    )
    yield PlannedFile(
        path="sdkconfiguration.py",
        template="python/sdkconfiguration.py.j2",
        view=configuration_module(api, names, settings),
    )
    operations = operations_by_group(api, names)
    children = children_by_group(names)
    for group in names.groups:
        yield PlannedFile(
            path=f"{group.module}.py",
            template="python/group.py.j2",
            view=group_module(
                group,
                operations.get(group.words, []),
                children.get(group_key(group.words), []),
                api,
                names,
                settings,
            ),
            regions=settings.python.enable_custom_code_regions,
        )
