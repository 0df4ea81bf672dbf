"""Reads the public surface of a package from its source; nothing is imported or run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sdkloom.surface.annotations import annotation, plain
from sdkloom.surface.values import (
    Alias,
    Argument,
    Class,
    Field,
    Function,
    Member,
    Surface,
)

_INTERNAL = {"basesdk", "sdkconfiguration", "utils", "types", "models.internal"}
_USED_ALL_THE_SAME = {
    "utils.BackoffStrategy",
    "utils.RetryConfig",
    "types.BaseModel",
    "types.Nullable",
    "types.OptionalNullable",
    "types.UNSET",
}


class NotAPackage(ValueError):
    """A folder in which no Python package is found."""


def find_package(folder: Path) -> Path:
    """Return the package in a checkout: the folder itself, or the one below it or `src`.

    Packages without an `__init__.py` of their own (namespaces) are looked into.
    """
    if (folder / "__init__.py").is_file():
        return folder
    for root in (folder / "src", folder):
        found = [
            path for path in _packages(root, 3) if path.name not in {"tests", "docs"}
        ]
        if found:
            return max(
                found, key=lambda path: (len(list(path.rglob("*.py"))), path.name)
            )
    raise NotAPackage(f"no Python package in {folder}")


def _packages(root: Path, depth: int) -> Iterator[Path]:
    if not root.is_dir() or not depth:
        return
    for path in sorted(root.iterdir()):
        if path.is_dir() and path.name.isidentifier():
            if (path / "__init__.py").is_file():
                yield path
            else:
                yield from _packages(path, depth - 1)


def read_surface(folder: Path, *, everything: bool = False) -> Surface:
    """Return what the package in a checkout offers.

    Names with a leading underscore are private. Modules that only the package itself uses are
    left out unless `everything` is asked for.
    """
    package = find_package(folder)
    modules = {
        ".".join(path.relative_to(package).with_suffix("").parts): path
        for path in sorted(package.rglob("*.py"))
    }
    trees = {
        name.removesuffix("__init__").rstrip("."): ast.parse(path.read_bytes())
        for name, path in modules.items()
    }
    definitions = {name: dict(_definitions(tree)) for name, tree in trees.items()}
    members: dict[str, Member] = {}
    for name, tree in trees.items():
        if any(part.startswith("_") for part in name.split(".")):
            continue
        home = name if modules.get(f"{name}.__init__") or "." not in name else ""
        home = home or name.rpartition(".")[0]
        handed_on = _handed_on(tree, name, definitions, trees)
        is_package = not name or _is_package(name, trees)
        offered = _offered(tree, is_package=is_package)
        known = {word: handed_on[word] for word in offered if word in handed_on}
        found = {**known, **definitions[name]}
        for word, member in found.items():
            path_of = f"{home}.{word}" if home else word
            if not word.startswith("_") and (everything or _is_used(path_of)):
                members.setdefault(path_of, member)
    return Surface(package=package.name, members=dict(sorted(members.items())))


def _offered(tree: ast.Module, *, is_package: bool) -> Iterator[str]:
    """Yield the names that a module offers of those that it imports.

    They are those in its `__all__`. A package without one offers what it imports from itself.
    """
    own: list[str] = []
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(
            node.value, (ast.List, ast.Tuple)
        ):
            if any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets):
                items = node.value.elts
                yield from (str(i.value) for i in items if isinstance(i, ast.Constant))
                return
        elif isinstance(node, ast.ImportFrom) and node.level == 1:
            own += [alias.asname or alias.name for alias in node.names]
    if is_package:
        yield from own


def _is_used(path: str) -> bool:
    return path in _USED_ALL_THE_SAME or not any(
        path == room or path.startswith(room + ".") for room in _INTERNAL
    )


def _handed_on(
    tree: ast.Module,
    module: str,
    definitions: dict[str, dict[str, Member]],
    trees: dict[str, ast.Module],
    depth: int = 4,
) -> dict[str, Member]:
    """Return what a module imports from the package's private modules."""
    found: dict[str, Member] = {}
    base = module.split(".") if module else []
    for node in tree.body:
        if not isinstance(node, ast.ImportFrom) or not node.level or not depth:
            continue
        # A package's own name counts as its first level up.
        up = node.level - (1 if _is_package(module, trees) else 0)
        parents = base[: len(base) - up] if up else base
        source = ".".join([*parents, *(node.module or "").split(".")]).strip(".")
        if source not in trees or not any(p.startswith("_") for p in source.split(".")):
            continue
        for alias in node.names:
            member = definitions[source].get(alias.name)
            if member is None:
                further = _handed_on(
                    trees[source], source, definitions, trees, depth - 1
                )
                member = further.get(alias.name)
            if member is not None:
                found[alias.asname or alias.name] = member
    return found


def _is_package(module: str, trees: dict[str, ast.Module]) -> bool:
    prefix = f"{module}." if module else ""
    return any(name != module and name.startswith(prefix) for name in trees)


def _definitions(tree: ast.Module) -> Iterator[tuple[str, Member]]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield node.name, _class(node)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, _function(node)
        elif isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Name):
                    yield target.id, Alias(plain(node.value))


def _class(node: ast.ClassDef) -> Class:
    fields: dict[str, Field] = {}
    methods: dict[str, Function] = {}
    for statement in node.body:
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            if statement.name.startswith("_") and statement.name != "__init__":
                continue
            one = _function(statement)
            before = methods.get(statement.name)
            if _is_overload(statement) and before:
                one = replace(one, signatures=before.signatures + one.signatures)
            elif before and len(before.signatures) > 1:
                continue
            methods[statement.name] = one
        elif isinstance(statement, (ast.AnnAssign, ast.Assign)):
            found = _field(statement)
            if found and not found.name.startswith("_"):
                fields[found.name] = found
    bases = tuple(plain(base) for base in node.bases)
    return Class(bases=bases, fields=fields, methods=methods)


def _is_overload(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(plain(decorator) == "overload" for decorator in node.decorator_list)


def _field(node: ast.AnnAssign | ast.Assign) -> Field | None:
    target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
    if not isinstance(target, ast.Name) or target.id == "model_config":
        return None
    value = plain(node.value) if node.value is not None else ""
    if isinstance(node, ast.Assign):
        return Field(name=target.id, default=value)
    alias = next((_alias(part) for part in ast.walk(node) if _alias(part)), "")
    return Field(
        name=target.id,
        annotation=annotation(node.annotation),
        alias=alias,
        default=value,
    )


def _alias(node: ast.AST) -> str:
    """Return the name on the wire that a `Field(alias="...")` gives."""
    if isinstance(node, ast.Call) and plain(node.func) == "Field":
        for keyword in node.keywords:
            if keyword.arg == "alias" and isinstance(keyword.value, ast.Constant):
                return str(keyword.value.value)
    return ""


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef) -> Function:
    found = node.args
    plain_arguments = [*found.posonlyargs, *found.args]
    defaults = [None] * (len(plain_arguments) - len(found.defaults)) + found.defaults
    arguments = [
        _argument(one, "positional", default)
        for one, default in zip(plain_arguments, defaults, strict=True)
        if one.arg not in {"self", "cls"}
    ]
    if found.vararg:
        arguments.append(_argument(found.vararg, "*", None))
    for one, default in zip(found.kwonlyargs, found.kw_defaults, strict=True):
        arguments.append(_argument(one, "keyword", default))
    if found.kwarg:
        arguments.append(_argument(found.kwarg, "**", None))
    returns = annotation(node.returns)
    return Function(
        signatures=((tuple(arguments), returns),),
        is_async=isinstance(node, ast.AsyncFunctionDef),
    )


def _argument(node: ast.arg, kind: str, default: ast.expr | None) -> Argument:
    return Argument(
        name=node.arg,
        kind=kind,
        annotation=annotation(node.annotation),
        default=plain(default) if default is not None else "",
    )
