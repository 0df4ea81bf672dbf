"""What the tests of this room begin with: the API that a text means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from textwrap import dedent

import pytest

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.resolve import resolve
from sdkloom.document.source import load_text
from sdkloom.graph.api import build
from sdkloom.ir.api import Api
from sdkloom.settings import Settings

Built = Callable[..., Api]

HEAD = 'openapi: {version}\ninfo: {{title: T, version: "1"}}\n'
USES = """\
paths:
  /use:
    post:
      operationId: use
      responses:
        "200": {{description: ok, content: {{application/json: {{schema: {schema}}}}}}}
"""


def api_of(
    text: str,
    *,
    version: str = "3.1.0",
    settings: Settings | None = None,
    diagnostics: Diagnostics | None = None,
) -> Api:
    """The API of a document without its head."""
    diagnostics = Diagnostics() if diagnostics is None else diagnostics
    whole = HEAD.format(version=version) + dedent(text)
    source = load_text(whole, "openapi.yaml", diagnostics)
    assert source is not None, diagnostics.remarks
    document = resolve(source, diagnostics)
    assert document is not None, diagnostics.remarks
    return build(document, settings or Settings(), diagnostics)


@pytest.fixture
def built() -> Built:
    """Read a document's paths and components to an API."""
    return api_of


@pytest.fixture
def shared() -> Built:
    """Read component schemas, the first of which is the reply of the one operation."""

    def read(schemas: str, **options: object) -> Api:
        lines = dedent(schemas)
        first = lines.partition(":")[0].strip()
        uses = USES.format(schema=f"{{$ref: '#/components/schemas/{first}'}}")
        indented = "".join(f"    {line}" for line in lines.splitlines(keepends=True))
        text = f"{uses}components:\n  schemas:\n{indented}"
        return api_of(text, **options)  # type: ignore[arg-type]

    return read


@pytest.fixture
def shallow() -> Settings:
    """The settings under which a later part of an `allOf` replaces a property."""
    base = Settings()
    generation = replace(base.generation, all_of_merge_strategy="shallowMerge")
    return replace(base, generation=generation)
