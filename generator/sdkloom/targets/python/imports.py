"""Import lines of a printed module: collected as they are used, printed in one order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

STANDARD = frozenset(
    {"builtins", "dataclasses", "datetime", "decimal", "enum", "io", "typing", "uuid"}
)


@dataclass(frozen=True, slots=True, order=True)
class Import:
    """A name that a text needs. A `module` with a leading dot starts at the package's root.

    Without `name` the module itself is meant (`import io`); `alias` is what it is called instead.
    """

    module: str
    name: str = ""
    alias: str = ""


Imports = frozenset[Import]
NO_IMPORTS: Imports = frozenset()


def import_lines(
    imports: Iterable[Import], depth: int, folder: str = ""
) -> tuple[str, ...]:
    """Return import statements: standard library, other distributions, the package itself.

    `depth` is the number of folders between the package's root and the module: 0 for a module in
    the root, 1 in `models`. `folder` (`.models`) is the one it is in; its neighbours are imported
    by their names alone. Blank lines between the three parts are empty strings.
    """
    modules: dict[str, set[Import]] = {}
    for item in imports:
        modules.setdefault(item.module, set()).add(item)
    parts: tuple[list[str], list[str], list[str]] = ([], [], [])
    for module in sorted(modules):
        items = sorted(modules[module])
        lines = parts[_part(module)]
        lines += [f"import {_aliased(module, item)}" for item in items if not item.name]
        named = [_aliased(item.name, item) for item in items if item.name]
        if named:
            path = _path(module, depth, folder)
            lines.append(f"from {path} import {', '.join(named)}")
    result: list[str] = []
    for lines in parts:
        if lines and result:
            result.append("")
        result += lines
    return tuple(result)


def _part(module: str) -> int:
    if module.startswith("."):
        return 2
    return 0 if module.partition(".")[0] in STANDARD else 1


def _path(module: str, depth: int, folder: str) -> str:
    if not module.startswith("."):
        return module
    if folder and (module == folder or module.startswith(f"{folder}.")):
        return module[len(folder) :] or "."
    parts, around = module.split(".")[1:], folder.split(".")[1:]
    common = 0
    while common < min(len(parts) - 1, len(around)) and parts[common] == around[common]:
        common += 1
    return "." * (depth - common) + "." + ".".join(parts[common:])


def _aliased(name: str, item: Import) -> str:
    return f"{name} as {item.alias}" if item.alias else name
