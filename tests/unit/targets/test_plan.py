"""The files of a package, and that each can be compiled and tells who may change it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

import pytest

Print = Callable[..., Mapping[str, str]]

DOCUMENT = """
openapi: 3.1.0
info: {title: "The \\"Zoo\\"", version: "1\\nimport os"}
servers: [{url: "https://zoo.example.com"}]
paths:
  /models:
    get:
      operationId: list
      tags: [models]
      responses:
        "200":
          description: All.
          content:
            application/json:
              schema: {type: array, items: {$ref: "#/components/schemas/Cage"}}
components:
  schemas:
    Cage: {type: object, properties: {size: {type: integer}}}
"""
PUBLIC = {
    "__init__.py",
    "_hooks/__init__.py",
    "_hooks/registration.py",
    "_hooks/sdkhooks.py",
    "_hooks/types.py",
    "_version.py",
    "basesdk.py",
    "httpclient.py",
    "py.typed",
    "sdk.py",
    "sdkconfiguration.py",
    "types/__init__.py",
    "types/basemodel.py",
    "utils/__init__.py",
    "utils/datetimes.py",
    "utils/eventstreaming.py",
    "utils/jsonl.py",
    "utils/logger.py",
    "utils/retries.py",
}


def test_users_find_what_they_import(print_package: Print) -> None:
    """The public paths are there beside groups, models and errors."""
    files = print_package(DOCUMENT)

    inside = {
        path.removeprefix("src/zoo/") for path in files if path.startswith("src/")
    }
    assert PUBLIC <= inside
    assert {"models/cage.py", "errors/zooerror.py", "models/__init__.py"} <= inside
    assert {"pyproject.toml", ".gitignore", ".gitattributes"} <= set(files)


def test_a_group_leaves_the_package_its_modules(print_package: Print) -> None:
    """A group called `models` has another module than the models."""
    files = print_package(DOCUMENT)

    assert "class Models(BaseSDK):" in files["src/zoo/models_.py"]
    assert "List[models.Cage]" in files["src/zoo/models_.py"]


def test_a_module_with_dots_is_a_path(print_package: Print) -> None:
    """The folders above the package have no files of their own."""
    files = print_package(DOCUMENT, module_name="acme.zoo")

    assert "src/acme/zoo/sdk.py" in files
    assert not any(path.startswith("src/acme/__init__") for path in files)


@pytest.mark.parametrize("mode", ["both", "split"])
def test_every_module_compiles(print_package: Print, mode: str) -> None:
    """Whatever the document says of itself, it stays text; every module has a docstring."""
    for path, text in print_package(DOCUMENT, async_mode=mode).items():
        if path.endswith(".py"):
            assert ast.get_docstring(ast.parse(text)), path


def test_the_version_is_the_settings(print_package: Print) -> None:
    """The user agent has no character that a header cannot have."""
    found: dict[str, str] = {}
    exec(print_package(DOCUMENT, version="1.2.3")["src/zoo/_version.py"], found)

    assert found["__version__"] == "1.2.3"
    assert found["__openapi_doc_version__"] == "1\nimport os"
    assert found["__user_agent__"] == "zoo/1.2.3 python (1-import-os)"


def test_streams_can_be_called_otherwise(print_package: Print) -> None:
    """The names of their classes are the user's choice."""
    text = print_package(DOCUMENT, event_stream_class="Events")[
        "src/zoo/utils/eventstreaming.py"
    ]

    assert "EventStream as Events" in text
    assert '"Events"' in text


def test_hooks_are_registered_in_a_file_of_the_users(print_package: Print) -> None:
    """It defines the function that each client calls once."""
    text = print_package(DOCUMENT)["src/zoo/_hooks/registration.py"]

    assert "def init_hooks(hooks: Hooks) -> None:" in text


def test_constants_of_a_request_object_are_found_under_their_own_names(
    print_package: Print,
) -> None:
    """The model writes them in upper case, and calls look there."""
    files = print_package(
        """\
openapi: 3.1.0
info: {title: T, version: "1"}
paths:
  /a:
    post:
      operationId: a
      parameters: [{name: kind, in: query, required: true, schema: {const: x}}]
      requestBody: {required: true, content: {application/json: {schema: {const: y}}}}
      responses: {"200": {description: ok}}
""",
        flatten_requests=False,
        max_method_params=0,
        const_field_casing="upper",
    )
    client = files["src/zoo/sdk.py"]

    assert 'argument="KIND"' in client
    assert 'argument="REQUEST_BODY"' in client
    assert "    KIND: " in files["src/zoo/models/aop.py"]
