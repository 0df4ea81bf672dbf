"""Equal error bodies are one, if the user wants that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sdkloom.ir.api import Api
from sdkloom.settings import Settings

Built = Callable[..., Api]
ERROR = "{description: no, content: {application/json: {schema: {type: object, properties: {code: {enum: [%s]}}}}}}"


def read(built: Built, *, deduplicate: bool) -> Api:
    """Two operations with an equal error body, and one with another."""
    base = Settings()
    generation = replace(base.generation, deduplicate_errors=deduplicate)
    return built(
        f"""\
        paths:
          /a: {{get: {{responses: {{'400': {ERROR % "x"}}}}}}}
          /b: {{get: {{responses: {{'400': {ERROR % "x"}}}}}}}
          /c: {{get: {{responses: {{'400': {ERROR % "y"}}}}}}}
        """,
        settings=replace(base, generation=generation),
    )


def test_equal_errors_are_the_first_of_them(built: Built) -> None:
    """Operations share the schema, and what stood in the other is gone with it."""
    api = read(built, deduplicate=True)

    first, second, third = (one.error_schemas for one in api.operations)
    assert first == second != third
    assert len(api.schemas) == 4
    assert second[0] == api.operations[1].responses[0].contents[0].type.schema  # type: ignore[union-attr]


def test_errors_are_apart_by_default(built: Built) -> None:
    """Without the setting every body is a schema of its own."""
    api = read(built, deduplicate=False)

    assert len({one.error_schemas for one in api.operations}) == 3
    assert len(api.schemas) == 6
