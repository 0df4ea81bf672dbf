"""The names of an SDK's own errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sdkloom.ir.types import SchemaId
from sdkloom.settings import Generation, Python, Settings
from sdkloom.targets.python.names_errors import own_errors

Name = Callable[..., Any]


@pytest.mark.parametrize(
    "base, default, names",
    [
        ("", "", ("SdkError", "SdkDefaultError")),
        ("", "SDKError", ("SdkBaseError", "SDKError")),
        ("ApiError", "APIError", ("ApiError", "ApiErrorDefault")),
        ("ApiError", "", ("ApiError", "SdkDefaultError")),
    ],
)
def test_the_two_errors_never_share_a_module(
    base: str, default: str, names: tuple[str, str]
) -> None:
    """Names that differ only by case would be one file: the one nobody chose yields."""
    settings = Settings(
        generation=Generation(sdk_class_name="Sdk"),
        python=Python(base_error_name=base, default_error_name=default),
    )

    assert own_errors(settings) == names


ONE_OF_BOTH = """
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200":
          description: Pets.
          content: {application/json: {schema: {$ref: "#/components/schemas/Report"}}}
        "400":
          description: No.
          content: {application/json: {schema: {$ref: "#/components/schemas/Fault"}}}
components:
  schemas:
    Fault: {type: object, properties: {message: {type: string}}}
    Report:
      type: object
      properties: {faults: {type: array, items: {$ref: "#/components/schemas/Fault"}}}
"""


@pytest.mark.parametrize("package, name", [("errors", "Fault"), ("", "FaultError")])
def test_an_exception_beside_a_model_of_its_name_ends_in_error(
    name_document: Name, package: str, name: str
) -> None:
    """Among the models two classes cannot have one name; in a package of its own it may."""
    named = name_document(ONE_OF_BOTH, errors=package)

    error = named.names.error(SchemaId("#/components/schemas/Fault"))

    assert named.at("#/components/schemas/Fault") == "Fault"
    assert error.class_name == name


INLINE = """
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "404": {$ref: "#/components/responses/NoPet"}
    put:
      operationId: putPet
      responses:
        "404": {$ref: "#/components/responses/NoPet"}
        "409":
          description: Taken.
          content:
            application/json:
              schema: {title: Name clash, type: object, properties: {name: {type: string}}}
        "418":
          description: Odd.
          content:
            application/json:
              schema: {type: object, properties: {pot: {type: string}}}
components:
  responses:
    NoPet:
      description: None.
      content:
        application/json:
          schema:
            type: object
            properties: {where: {type: object, properties: {x: {type: integer}}}}
"""


def test_inline_errors_are_named_by_response_title_or_status(
    name_document: Name,
) -> None:
    """One that operations share has a module of its own, and what is inline in it as well."""
    named = name_document(INLINE, name_resolution_feb_2025=True)

    found = {
        (error.class_name, error.data_class_name, error.module)
        for error in named.names.errors.values()
    }
    assert found == {
        ("NoPetError", "NoPetErrorData", "nopet_error"),
        ("NameClashError", "NameClashErrorData", "putpetop"),
        ("IMATeapotError", "IMATeapotErrorData", "putpetop"),
    }
    modules = {one.class_name: one.module for one in named.names.models.values()}
    assert modules["Where"] == "nopet_error"
