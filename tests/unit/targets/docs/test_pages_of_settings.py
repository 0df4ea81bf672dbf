"""What settings change about calls and replies, the pages show."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from sdkloom.pipeline import Options, generate

DOCUMENT = """
openapi: 3.1.0
info: {title: Zoo, version: '1'}
servers: [{url: 'https://zoo.example.com'}]
paths:
  /pets:
    post:
      operationId: addPet
      tags: [pets]
      requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
      responses: {'204': {description: none}}
  /pets/last:
    delete:
      operationId: dropPet
      tags: [pets]
      responses:
        '204': {description: none}
        '404': {description: no, content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}}
components:
  schemas:
    Fault: {type: object, properties: {code: {type: integer}}}
"""


def pages_of(python: dict[str, Any], folder: Path, text: str = DOCUMENT) -> Any:
    """Return the texts of all printed files by their paths."""
    spec, config = folder / "openapi.yaml", folder / "gen.yaml"
    spec.write_text(text, encoding="utf-8")
    settings = {"generation": {"sdkClassName": "Zoo"}, "python": python}
    config.write_text(yaml.safe_dump(settings), encoding="utf-8")
    result = generate(spec, Options(config=config))
    assert not result.has_errors, result.remarks
    return {file.path: file.text for file in result.files}


@pytest.mark.parametrize(
    ("arguments", "call"),
    [
        ("infer-optional-args", "add_pet()"),
        ("require-security-and-request", "add_pet(request={"),
    ],
)
def test_a_request_is_shown_where_it_is_required(
    arguments: str, call: str, tmp_path: Path
) -> None:
    """Though the document does not require the body."""
    python = {"methodArguments": arguments, "maxMethodParams": 0}
    page = pages_of(python, tmp_path)["docs/sdks/pets/README.md"]

    assert call in page


@pytest.mark.parametrize("form", ["envelope", "envelope-http"])
def test_a_fault_is_not_expected_of_a_reply(form: str, tmp_path: Path) -> None:
    """Where statuses raise nothing, an envelope has a field for it that is empty as a rule."""
    python = {"responseFormat": form, "clientServerStatusCodesAsErrors": False}
    files = pages_of(python, tmp_path)

    assert "fault" in files["src/openapi/models/droppetop.py"]
    assert "res.fault" not in files["docs/sdks/pets/README.md"]


@pytest.mark.parametrize("library", ["httpx", "httpx2"])
def test_pages_name_the_library_for_http_that_is_used(
    library: str, tmp_path: Path
) -> None:
    """A reader of them may not have the other one."""
    python = {"httpClientLibrary": library, "responseFormat": "envelope"}
    files = pages_of(python, tmp_path)
    texts = [text for path, text in files.items() if path.endswith(".md")]
    named = {word for text in texts for word in re.findall(r"httpx2?(?=\.[A-Z])", text)}

    assert named == {library}
    assert f"import {library}\n" in files["README.md"]


NODES = """
openapi: 3.1.0
info: {title: Zoo, version: '1'}
servers: [{url: 'https://zoo.example.com'}]
paths:
  /nodes:
    post:
      operationId: addNode
      tags: [nodes]
      requestBody: {required: true, content: {application/json: {schema: {oneOf: [{$ref: '#/components/schemas/Node'}, {type: string}]}}}}
      responses: {'204': {description: none}}
components:
  schemas:
    Node:
      type: object
      required: [class]
      properties: {class: {const: node}, next: {$ref: '#/components/schemas/Node'}}
"""


@pytest.mark.parametrize(
    ("casing", "name"), [("upper", "CLASS_"), ("normal", "class_")]
)
def test_a_model_is_made_by_its_attributes(
    casing: str, name: str, tmp_path: Path
) -> None:
    """A constant has another name in a model than in a dict."""
    files = pages_of({"constFieldCasing": casing}, tmp_path, NODES)

    assert f"    {name}: Annotated" in files["src/openapi/models/node.py"]
    assert f'models.Node(\n        {name}="node"' in files["docs/sdks/nodes/README.md"]


STREAM = """
openapi: 3.1.0
info: {title: Zoo, version: '1'}
servers: [{url: 'https://zoo.example.com'}]
paths:
  /news:
    get:
      operationId: follow
      tags: [news]
      responses:
        '200':
          description: ok
          headers: HEADERS
          content: {text/event-stream: {schema: {type: object, required: [data], properties: {data: {type: string}}}}}
        '204': {description: none}
"""


@pytest.mark.parametrize(
    ("headers", "value"), [("{}", "res"), ("{X-A: {schema: {}}}", "res.result")]
)
def test_a_stream_that_may_not_be_there_is_looked_at_first(
    headers: str, value: str, tmp_path: Path
) -> None:
    """A type checker would find fault with what None does not have."""
    files = pages_of({}, tmp_path, STREAM.replace("HEADERS", headers))
    page = files["docs/sdks/news/README.md"]

    assert f"assert res is not None\n\n    with {value} as event_stream:" in page
