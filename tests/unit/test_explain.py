"""Every name of an SDK is explained: whence it comes, and by which rule."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdkloom.explain import explain
from sdkloom.pipeline import Options, Result, generate

SPECS = Path(__file__).resolve().parents[2] / "specs"
MODELS = ("models", "models.internal", "errors")


@pytest.mark.parametrize("name", ["agents", "shop"])
def test_every_public_name_has_a_place_and_a_rule(name: str) -> None:
    """Classes, fields, members of enums, exceptions, methods and groups of our own SDKs."""
    folder = SPECS / name
    result = generate(
        folder / "openapi.yaml", Options(config=folder / "gen.yaml", lock=None)
    )
    assert result.api is not None and result.names is not None
    public = sorted({*_public(result)})

    unexplained = []
    for one in public:
        found = explain(one, result.api, result.names, result.settings)
        is_whole = all(item.reason and item.reason.rule for item in found)
        if (
            not found
            or not is_whole
            or not all(_has_place(p.pointer, result) for p in found)
        ):
            unexplained.append(one)

    assert len(public) > 200
    assert unexplained == []


def test_arguments_are_explained_behind_their_method() -> None:
    """A whole body, a parameter, a field of a body, and what the client takes."""
    folder = SPECS / "agents"
    result = generate(folder / "openapi.yaml", Options(config=folder / "gen.yaml"))
    assert result.api is not None and result.names is not None

    for argument in result.names.arguments.values():
        found = explain(argument, result.api, result.names, result.settings)
        assert [one for one in found if one.kind == "argument" and one.reason]
    for argument in result.names.security_fields.values():
        full = f"Agents.{argument}"
        (one,) = explain(full, result.api, result.names, result.settings)
        assert one.pointer.startswith("#/components/securitySchemes/")


def _has_place(pointer: str, result: Result) -> bool:
    source = next(iter(result.sources.values()))
    return pointer.startswith("#") and source.place(pointer) is not None


def _public(result: Result) -> Iterator[str]:
    root = f"src/{result.settings.python.module}/"
    for file in result.files:
        place = file.path.removeprefix(root)
        if place == file.path or not place.endswith(".py") or place.startswith("_"):
            continue
        package = place.rpartition("/")[0].replace("/", ".")
        if "/_" in place or package not in ("", *MODELS):
            continue
        for node in ast.parse(file.text).body:
            yield from _names(node, package)


def _names(node: ast.stmt, package: str) -> Iterator[str]:
    """Yield the names of a statement, as users write them; twins belong to their models."""
    name = _name(node)
    if not name or name.startswith("_") or name.endswith("TypedDict"):
        return
    if isinstance(node, ast.ClassDef):
        full = f"{package}.{name}".lstrip(".")
        yield full
        for member in node.body:
            inner = _name(member)
            is_method = isinstance(member, ast.FunctionDef)
            if inner and is_method is not bool(package) and inner != "__init__":
                if not is_method or not inner.startswith("_"):
                    yield f"{full}.{inner}"
    elif package and isinstance(node, ast.Assign):
        yield f"{package}.{name}"


def _name(node: ast.stmt) -> str:
    if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
        return node.name
    target = node.target if isinstance(node, ast.AnnAssign) else None
    if isinstance(node, ast.Assign):
        target = node.targets[0]
    return target.id if isinstance(target, ast.Name) else ""
