"""Names of the modules that models stand in: their component's, or that of their operation."""

from __future__ import annotations

from collections.abc import Mapping

from sdkloom.ir.api import Api
from sdkloom.ir.schemas import OriginKind, Schema
from sdkloom.targets.python.casing import module_of
from sdkloom.targets.python.keywords import DEVICE_WORDS, KEYWORDS
from sdkloom.targets.python.names_places import requests_of
from sdkloom.targets.python.packages import Packages, inside, request_packages

_LONGEST = 112
"""The longest name of a class or module: that of its file must fit on every disk."""


def cut(name: str) -> str:
    """Return a name that is short enough for a file's, counted in bytes."""
    return name.encode()[:_LONGEST].decode(errors="ignore")


def modules_of_operations(api: Api, packages: Packages) -> dict[str, str]:
    """Return the module of what stands in each request, by its operation's identity.

    It is called as the operation, and ends in `op` where components stand beside it.
    """
    homes = request_packages(api, packages)
    suffixes = {id: "op" * (home == packages.shared) for id, home in homes.items()}
    return {
        one.id: module_name(f"{one.operation_id}{suffixes[one.id]}")
        for one in requests_of(api)
    }


def module_in(
    package: str, schema: Schema, operations: Mapping[str, str], packages: Packages
) -> str:
    """Return the module of a schema, called like none of the packages beside it."""
    name = _module(schema, operations)
    return f"{name}_" if name in inside(package, packages.every) else name


def _module(schema: Schema, operations: Mapping[str, str]) -> str:
    origin = schema.origin
    if origin.owner in operations:
        return operations[origin.owner]
    if origin.kind is OriginKind.GLOBALS:
        return "globals"
    if origin.kind is OriginKind.SECURITY:
        return "security"
    if origin.kind is OriginKind.SCHEME:
        return module_name(f"scheme{origin.word}")
    return module_name(origin.component or origin.word)


def module_name(text: str) -> str:
    """Return a text as the name of a module that can be imported, and fits on a disk."""
    name = cut(module_of(text)) or "model"
    if name in KEYWORDS | DEVICE_WORDS or name == "internal":
        return f"{name}_"
    return name if name.isidentifier() else f"model_{name}"
