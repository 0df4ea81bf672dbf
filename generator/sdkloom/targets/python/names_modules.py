"""Names of the modules that models stand in: their component's, or that of their operation."""

from __future__ import annotations

from collections.abc import Mapping

from sdkloom.ir.api import Api
from sdkloom.ir.schemas import OriginKind, Schema
from sdkloom.targets.python.casing import module_of
from sdkloom.targets.python.keywords import KEYWORDS
from sdkloom.targets.python.packages import Packages, inside

_LONGEST = 112
"""The longest name of a class or module: that of its file must fit on every disk."""


def cut(name: str) -> str:
    """Return a name that is short enough for a file's, counted in bytes."""
    return name.encode()[:_LONGEST].decode(errors="ignore")


def modules_of_operations(api: Api, packages: Packages) -> dict[str, str]:
    """Return the module of what stands in each operation, by the operation's identity.

    Where components stand beside it, it ends in `op`. What webhooks and callbacks hold goes by
    its own words there, and by the operation's in a package of its own.
    """
    suffix = "op" if packages.operations == packages.shared else ""
    found = {
        one.id: module_name(f"{one.operation_id}{suffix}") for one in api.operations
    }
    for hook in api.webhooks:
        id = hook.operation.id
        if packages.of_hook(id) != packages.shared:
            found.setdefault(id, module_name(hook.operation.operation_id))
    return found


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
    if name in KEYWORDS or name == "internal":
        return f"{name}_"
    return name if name.isidentifier() else f"model_{name}"
