"""Errors of the document as exceptions."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

import black
import pytest

from sdkloom.settings import ImportPaths

Print = Callable[..., Mapping[str, str]]
DOCUMENT = """
openapi: 3.1.0
info: {title: Zoo, version: "1"}
servers: [{url: "https://zoo.example.com"}]
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200": {description: All., content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Both"}}}}}
        "404": {description: None., content: {application/json: {schema: {$ref: "#/components/schemas/Problem"}}}}
        "409": {description: Both., content: {application/json: {schema: {$ref: "#/components/schemas/Both"}}}}
components:
  schemas:
    Problem:
      type: object
      description: What went wrong.
      required: [message]
      properties: {message: {type: string}, cause: {$ref: "#/components/schemas/Cause"}}
    Cause: {type: object, properties: {code: {type: integer}}}
    Both: {type: object, properties: {name: {type: string}}}
"""


@pytest.fixture
def errors(print_package: Print) -> Mapping[str, str]:
    """Return the Python modules of errors and models, without the package's path."""
    files = print_package(DOCUMENT)
    return {
        path.removeprefix("src/zoo/"): text
        for path, text in files.items()
        if path.endswith(".py")
    }


def _bases(text: str) -> dict[str, list[str]]:
    return {
        node.name: [ast.unparse(base) for base in node.bases]
        for node in ast.parse(text).body
        if isinstance(node, ast.ClassDef)
    }


def test_an_error_is_an_exception_and_a_model_of_its_data(
    errors: Mapping[str, str],
) -> None:
    """The exception is called as the schema, its data has a suffix."""
    text = errors["errors/problem.py"]

    assert _bases(text) == {"ProblemData": ["BaseModel"], "Problem": ["ZooError"]}
    assert "data: ProblemData = field(hash=False)" in text
    assert "super().__init__(data.message or content, raw_response, content)" in text


def test_an_error_that_is_nothing_else_is_no_model(errors: Mapping[str, str]) -> None:
    """What is inside of it is a model, and so is an error that is returned as well."""
    assert "models/problem.py" not in errors
    assert "models/cause.py" in errors
    assert "models/both.py" in errors
    assert "cause: Optional[models_cause.Cause] = None" in errors["errors/problem.py"]


def test_every_sdk_has_four_more_errors(errors: Mapping[str, str]) -> None:
    """The base, the default, and those of failed validation and connections."""
    assert _bases(errors["errors/zooerror.py"]) == {"ZooError": ["BaseError"]}
    for module in (
        "zoodefaulterror",
        "responsevalidationerror",
        "no_response_error",
    ):
        (bases,) = _bases(errors[f"errors/{module}.py"]).values()
        assert bases == ["ZooError"]
    assert "default=ZooDefaultError," in errors["errors/_classes.py"]


def test_errors_may_live_among_the_models(print_package: Print) -> None:
    """An empty path in the settings puts them there."""
    files = print_package(DOCUMENT, import_paths=ImportPaths(errors=""))

    assert "src/zoo/models/zooerror.py" in files
    assert "from .cause import Cause" in files["src/zoo/models/problem.py"]
    assert not any("/errors/" in path for path in files if "docs" not in path)


def test_errors_are_laid_out_as_black_does(errors: Mapping[str, str]) -> None:
    """Black changes nothing in a module of errors."""
    for path, text in errors.items():
        if path.startswith("errors/"):
            assert black.format_str(text, mode=black.Mode()) == text
