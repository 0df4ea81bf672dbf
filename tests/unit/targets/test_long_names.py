"""What is printed with long names is as black has it, and known to be so."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import black
import pytest

from sdkloom.output.laid_out import is_laid_out

Print = Callable[..., Mapping[str, str]]

HEAD = """
openapi: 3.1.0
info: {title: Zoo, version: "1"}
servers:
  - {url: "https://zoo.example.com", x-speakeasy-server-id: production}
  - {url: "https://test.zoo.example.com", x-speakeasy-server-id: test-of-production}
paths:
"""
PATHS = """
  /%(low)s:
    get:
      operationId: get_%(low)s
      tags: ["%(low)s"]
      x-speakeasy-group: zoo.%(low)s
      parameters:
        - {name: %(low)s, in: query, schema: {$ref: "#/components/schemas/%(name)sKind"}}
      responses:
        "200":
          description: Done.
          content: {application/json: {schema: {$ref: "#/components/schemas/%(name)s"}}}
    put:
      operationId: set_%(low)s
      tags: ["%(low)s"]
      x-speakeasy-group: zoo.%(low)s
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/%(name)s"}}}
      responses:
        "200":
          description: Done.
          content:
            application/json:
              schema: {anyOf: [{$ref: "#/components/schemas/%(name)sUnion"}, {type: "null"}]}
        "204": {description: Nothing.}
"""
SCHEMAS = """
    %(name)s:
      type: object
      properties:
        kind: {$ref: "#/components/schemas/%(name)sKind"}
        union: {$ref: "#/components/schemas/%(name)sUnion"}
    %(name)sKind: {type: string, enum: [a, b]}
    %(name)sUnion:
      oneOf: [{$ref: "#/components/schemas/%(name)s"}, {type: string}]
"""


@pytest.mark.parametrize("start", range(30, 60, 10))
def test_black_has_nothing_to_do_for_long_names(
    start: int, print_package: Print
) -> None:
    """Results, types in constants, groups, aliases and classes, of lengths that are met."""
    words = [
        {"low": "a" * n, "name": "A" + "b" * (n - 1)} for n in range(start, start + 10)
    ]
    paths = "".join(PATHS % one for one in words)
    schemas = "".join(SCHEMAS % one for one in words)
    files = print_package(f"{HEAD}{paths}components:\n  schemas:\n{schemas}")
    unknown = [path for path, text in files.items() if not _is_known(path, text)]

    assert unknown == []


def _is_known(path: str, text: str) -> bool:
    """Whether a file is laid out, and known to be; a file that is no Python is."""
    return not path.endswith(".py") or (
        is_laid_out(text) and black.format_str(text, mode=black.Mode()) == text
    )
