"""The metadata of a package: valid TOML with requirements that packaging can read."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

import pytest
from packaging.requirements import Requirement

from sdkloom.files import PlannedFile
from sdkloom.ir.api import Api, Info
from sdkloom.ir.behaviour import Pagination
from sdkloom.ir.operations import Operation
from sdkloom.output.render import render
from sdkloom.settings import Generation, Python, Settings
from sdkloom.targets.python.package import package_files
from sdkloom.targets.python.toml import requirement, specifier, toml_text

if sys.version_info >= (3, 11):
    import tomllib
else:
    tomllib = pytest.importorskip("tomli")

API = Api(
    info=Info(title="T", version="1"),
    servers=(),
    security_schemes={},
    security=(),
    operations=(),
    schemas={},
)
OPERATION = Operation(
    id="#/paths/~1a/get",
    operation_id="list",
    name="list",
    groups=((),),
    method="GET",
    path="/a",
    parameters=(),
    body=None,
    responses=(),
)


def project(api: Api = API, **python: Any) -> dict[str, Any]:
    """The metadata of a package with these settings, read as tools read it."""
    settings = Settings(
        python=Python(**python),
        generation=Generation(repo_url="https://example.com/sdk"),
    )
    planned = next(
        file for file in package_files(settings, api) if file.path == "pyproject.toml"
    )
    assert isinstance(planned, PlannedFile)
    return tomllib.loads(render(planned).text)


@pytest.mark.parametrize("manager", ["uv", "poetry"])
def test_a_package_needs_an_http_client_and_pydantic(manager: str) -> None:
    """Nothing else is required, whatever builds the package."""
    found = project(package_manager=manager, package_name="pets")

    names = [Requirement(one).name for one in found["project"]["dependencies"]]
    assert names == ["httpx", "pydantic"]
    assert found["project"]["name"] == "pets"


@pytest.mark.parametrize("manager", ["uv", "poetry"])
def test_users_add_dependencies(manager: str) -> None:
    """Theirs win over ours; extras and groups of their own are kept, in order."""
    found = project(
        package_manager=manager,
        additional_dependencies={
            "main": {"httpx": ">=0.30", "boto3": "^1.34.2"},
            "dev": {"mypy": "==1.15.0"},
            "docs": {"mkdocs": "*"},
        },
        optional_dependencies={"z": {"b": "~1.2", "a": ""}, "extra": {"rich": "13"}},
    )

    assert found["project"]["dependencies"] == [
        "httpx >=0.30",
        "pydantic >=2.12",
        "boto3 >=1.34.2,<2.0.0",
    ]
    assert found["project"]["optional-dependencies"] == {
        "extra": ["rich ==13"],
        "z": ["a", "b >=1.2,<1.3"],
    }
    groups: Any = found.get("dependency-groups")
    if manager == "poetry":
        tables = found["tool"]["poetry"]["group"]
        groups = {key: list(table["dependencies"]) for key, table in tables.items()}
        assert groups["docs"] == ["mkdocs"]
    else:
        assert "mypy ==1.15.0" in groups["dev"]
        assert groups["docs"] == ["mkdocs"]


def test_a_module_with_dots_is_a_namespace() -> None:
    """The top folder is what is packaged."""
    found = project(module_name="acme.pets", package_name="acme-pets")

    assert found["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == [
        "src/acme"
    ]


def test_tests_of_the_package_are_set_up_as_asked() -> None:
    """Warnings and a timeout bring pytest's settings, and its plug-in."""
    found = project(pytest_filter_warnings=("error",), pytest_timeout=30)

    assert found["tool"]["pytest"]["ini_options"] == {
        "filterwarnings": ["error"],
        "timeout": 30,
    }
    assert any("pytest-timeout" in one for one in found["dependency-groups"]["dev"])


@pytest.mark.parametrize(
    "text", ['a"b', "a\\", "a\nb", "\x00\x7f", "ü]\n[x]", "\ud800"]
)
def test_no_text_ends_a_string(text: str) -> None:
    """A string of TOML is read back as it was, a lone surrogate aside."""
    found = tomllib.loads(f"x = {toml_text(text)}")["x"]

    assert found == text.replace("\ud800", "\ufffd")


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("*", ""),
        ("1.2", "==1.2"),
        ("^1.2.3", ">=1.2.3,<2.0.0"),
        ("^0.2.3", ">=0.2.3,<0.3.0"),
        ("^0.0.3", ">=0.0.3,<0.0.4"),
        ("~1.2.3", ">=1.2.3,<1.3.0"),
        ("~1", ">=1,<2"),
        ("~=1.4", "~=1.4"),
        (">=1, <2", ">=1,<2"),
    ],
)
def test_ranges_of_poetry_are_spelled_out(version: str, expected: str) -> None:
    """A range means the same to packaging as it did to Poetry."""
    assert specifier(version) == expected


def test_a_requirement_may_have_extras_and_markers() -> None:
    """A table is written as PEP 508 has it."""
    said = {
        "version": "^2.0",
        "extras": ["http2"],
        "markers": "python_version < '3.12'",
    }

    found = Requirement(requirement("httpx", said))

    assert (found.name, found.extras, str(found.specifier)) == (
        "httpx",
        {"http2"},
        "<3.0,>=2.0",
    )


@pytest.mark.parametrize(
    ("path", "is_needed"),
    [("$.data.items", False), ("$['a b'][-1]", False), ("$.items[*].id", True)],
)
def test_a_package_whose_pages_need_jsonpath_has_it(path: str, is_needed: bool) -> None:
    """A way that is more than names is followed by a library."""
    operation = replace(
        OPERATION, pagination=Pagination(kind="offsetLimit", results=path)
    )
    found = project(replace(API, operations=(operation,)))

    names = [Requirement(one).name for one in found["project"]["dependencies"]]
    assert ("jsonpath-rfc9535" in names) is is_needed
