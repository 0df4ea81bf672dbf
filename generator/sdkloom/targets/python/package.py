"""The files around the package: `pyproject.toml`, and what tools read beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sdkloom.document.jsonpath import plain_steps
from sdkloom.files import OutputFile, PlannedFile
from sdkloom.ir.api import Api
from sdkloom.settings import Settings
from sdkloom.targets.python.devcontainer import devcontainer_file
from sdkloom.targets.python.package_views import ProjectView
from sdkloom.targets.python.toml import (
    dependency,
    requirement,
    toml_key,
    toml_list,
    toml_text,
)

_LIBRARIES = {"httpx": ">=0.28.1", "httpx2": ">=2.10.0"}
_PYDANTIC = ">=2.12"
_JSONPATH = ">=1.0"
_DEVELOPMENT = {"mypy": ">=1.15", "pyright": ">=1.1.400"}
_OLD_PYRIGHT = "==1.1.398"
"""What SDKs have that were made before pyright's newer rules."""
_TESTING = {"pytest": ">=8.3", "pytest-asyncio": ">=0.26"}
_IGNORED = (
    "*.egg-info/",
    ".mypy_cache/",
    ".pytest_cache/",
    ".ruff_cache/",
    ".venv/",
    "__pycache__/",
    "build/",
    "dist/",
    "venv/",
)


def package_files(settings: Settings, api: Api) -> Iterator[PlannedFile | OutputFile]:
    """Yield the files around the package."""
    yield PlannedFile(
        path="pyproject.toml",
        template="python/pyproject.toml.j2",
        view=_project(settings, api),
    )
    yield OutputFile(path=".gitignore", text="\n".join(_IGNORED) + "\n", once=True)
    yield OutputFile(
        path=".gitattributes", text="*.py text eol=lf\n*.md text eol=lf\n", once=True
    )
    if settings.generation.dev_containers:
        yield devcontainer_file(settings)
    folder = settings.python.module.replace(".", "/")
    yield OutputFile(path=f"src/{folder}/py.typed", text="")


def dependencies(settings: Settings, api: Api) -> dict[str, Any]:
    """Return what the SDK needs: an http client, pydantic, and what the user adds.

    Ways to what pages hold are followed by a library where they are more than names.
    """
    library = settings.python.http_client_library
    needed: dict[str, Any] = {
        library: _LIBRARIES.get(library, "*"),
        "pydantic": _PYDANTIC,
    }
    pages = (one.pagination for one in api.operations if one.pagination is not None)
    if any(plain_steps(path) is None for one in pages for path in one.paths):
        needed["jsonpath-rfc9535"] = _JSONPATH
    needed.update(settings.python.additional_dependencies.get("main", {}))
    return needed


def _development(settings: Settings) -> dict[str, Any]:
    needed: dict[str, Any] = dict(_DEVELOPMENT)
    python = settings.python
    if python.legacy_pyright:
        needed["pyright"] = _OLD_PYRIGHT
    if python.pytest_filter_warnings or python.pytest_timeout:
        needed.update(_TESTING)
    if python.pytest_timeout:
        needed["pytest-timeout"] = ">=2.3"
    needed.update(python.additional_dependencies.get("dev", {}))
    return needed


def _project(settings: Settings, api: Api) -> ProjectView:
    python = settings.python
    is_poetry = python.package_manager == "poetry"
    top = python.module.partition(".")[0]
    other = {
        name: table
        for name, table in python.additional_dependencies.items()
        if name not in ("main", "dev")
    }
    groups = {"dev": _development(settings), **other}
    return ProjectView(
        name=toml_text(python.package_name),
        version=toml_text(python.version),
        description=toml_text(" ".join(python.description.split())),
        authors=tuple(f"{{ name = {toml_text(one)} }}" for one in python.authors),
        license=toml_text(python.license) if python.license else "",
        urls=tuple(_urls(settings)),
        dependencies=tuple(
            toml_text(requirement(name, said))
            for name, said in dependencies(settings, api).items()
        ),
        optional=tuple(
            f"{toml_key(name)} = {toml_list(requirement(*one) for one in sorted(table.items()))}"
            for name, table in sorted(python.optional_dependencies.items())
        ),
        groups=tuple(_poetry_groups(groups) if is_poetry else [_groups(groups)]),
        build=_poetry_build(top) if is_poetry else _build(top),
        pytest=tuple(_pytest(settings)),
    )


def _groups(groups: Mapping[str, Mapping[str, Any]]) -> str:
    lines = ["[dependency-groups]"]
    for name, table in groups.items():
        lines.append(f"{toml_key(name)} = [")
        for key, said in sorted(table.items()):
            lines.append(f"    {toml_text(requirement(key, said))},")
        lines.append("]")
    return "\n".join(lines)


def _poetry_groups(groups: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for name, table in groups.items():
        head = f"[tool.poetry.group.{toml_key(name)}.dependencies]"
        lines = [dependency(key, said) for key, said in sorted(table.items())]
        yield "\n".join([head, *lines])


def _build(top: str) -> tuple[str, ...]:
    return (
        "[build-system]",
        'requires = ["hatchling"]',
        'build-backend = "hatchling.build"',
        "",
        "[tool.hatch.build.targets.wheel]",
        f"packages = [{toml_text(f'src/{top}')}]",
        "",
        "[tool.hatch.build.targets.sdist]",
        'include = ["src", "README.md", "pyproject.toml"]',
    )


def _poetry_build(top: str) -> tuple[str, ...]:
    return (
        "[tool.poetry]",
        f'packages = [{{ include = {toml_text(top)}, from = "src" }}]',
        "",
        "[build-system]",
        'requires = ["poetry-core>=2.0"]',
        'build-backend = "poetry.core.masonry.api"',
    )


def _urls(settings: Settings) -> Iterator[str]:
    python, generation = settings.python, settings.generation
    named = {
        "Homepage": python.homepage,
        "Documentation": python.documentation_url,
        "Repository": generation.repo_url,
    }
    for name, url in (_given(python.project_urls) | _given(named)).items():
        yield f"{toml_key(name)} = {toml_text(url)}"


def _given(texts: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text}


def _pytest(settings: Settings) -> Iterator[str]:
    python = settings.python
    if python.pytest_filter_warnings:
        yield f"filterwarnings = {toml_list(python.pytest_filter_warnings)}"
    if python.pytest_timeout:
        yield f"timeout = {python.pytest_timeout}"
