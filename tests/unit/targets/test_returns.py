"""What the constants of operations say of their methods' results."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

import pytest

Print = Callable[..., Mapping[str, str]]

DOCUMENT = """
openapi: 3.1.0
info: {title: Zoo, version: "1"}
paths:
  /state:
    get:
      operationId: state
      responses:
        "200":
          description: Done.
          content: {application/json: {schema: SCHEMA}}
components:
  schemas:
    State: {type: string, enum: [open, closed]}
    Pet: {type: object, properties: {name: {type: string}}}
"""


@pytest.mark.parametrize(
    ("schema", "parameters"),
    [
        ("{const: yes-sir}", 'Literal["yes-sir"], Literal["yes-sir"]'),
        (
            "{type: [string, 'null'], const: yes-sir}",
            'Nullable[Literal["yes-sir"]], Nullable[Literal["yes-sir"]]',
        ),
        ("{$ref: '#/components/schemas/State'}", "models.State, models.State"),
        (
            "{title: Answer, anyOf: [{$ref: '#/components/schemas/State'}, {type: integer}]}",
            "models.Answer, models.Answer",
        ),
        ("{$ref: '#/components/schemas/Pet'}", "models.Pet"),
        ("{type: string}", "str"),
        (
            "{type: array, items: {$ref: '#/components/schemas/State'}}",
            "List[models.State]",
        ),
    ],
)
def test_literals_are_written_for_the_async_method_too(
    print_package: Print, schema: str, parameters: str
) -> None:
    """Pyright widens literals in a default of a type parameter, and there alone."""
    sdk = print_package(DOCUMENT.replace("SCHEMA", schema))["src/zoo/sdk.py"]
    constant = next(
        node for node in ast.parse(sdk).body if isinstance(node, ast.AnnAssign)
    )

    assert ast.unparse(constant.annotation) == ast.unparse(
        ast.parse(f"Operation[{parameters}]")
    )
