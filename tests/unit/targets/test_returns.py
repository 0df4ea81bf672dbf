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
          content: CONTENT
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
    content = f"{{application/json: {{schema: {schema}}}}}"

    assert _annotation(print_package, content) == _code(f"Operation[{parameters}]")


def test_two_ways_to_write_one_type_are_no_union(print_package: Print) -> None:
    """Text as JSON and text alone are both `str`, and a union of one is none."""
    content = "{application/json: {schema: {type: string}}, text/plain: {}}"

    assert _annotation(print_package, content) == "Operation[str]"


def _annotation(print_package: Print, content: str) -> str:
    """Return the annotation of the operation's constant."""
    sdk = print_package(DOCUMENT.replace("CONTENT", content))["src/zoo/sdk.py"]
    constants = (
        node for node in ast.parse(sdk).body if isinstance(node, ast.AnnAssign)
    )
    return ast.unparse(next(constants).annotation)


def _code(text: str) -> str:
    """Return code as `ast` writes it."""
    return ast.unparse(ast.parse(text))
