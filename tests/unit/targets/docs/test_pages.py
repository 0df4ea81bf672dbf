"""Pages of a small API, printed by the whole generator."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from sdkloom.pipeline import Options, Result, generate

DOCUMENT = """
openapi: 3.1.0
info: {title: Zoo, version: '1', description: Animals.}
servers: [{url: 'https://zoo.example.com'}]
security: [{key: []}]
tags: [{name: Pets, description: All about pets.}]
paths:
  /pets:
    post:
      operationId: createPet
      tags: [Pets]
      x-speakeasy-name-override: create
      summary: Add a pet
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/NewPet'}
            examples:
              cat: {value: {name: Tom, kind: cat}}
              dog: {value: {name: Rex, kind: dog, born: '2020-01-02'}}
      responses:
        '201':
          description: The pet.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
        '404':
          description: No such thing.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Problem'}
    get:
      operationId: listPets
      tags: [Pets]
      x-speakeasy-name-override: list
      deprecated: true
      parameters:
        - {name: limit, in: query, schema: {type: integer, minimum: 5, maximum: 9}}
        - {name: after, in: query, schema: {type: string, default: first}}
        - {name: owner_id, in: query, required: true, schema: {type: string}}
        - {name: type, in: query, required: true, schema: {type: string, pattern: '^[a-c]{3}$'}}
      responses: {'204': {description: none}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    NewPet:
      type: object
      required: [name, kind]
      properties:
        name: {type: string, description: "What it | is\\ncalled."}
        kind: {type: string, enum: [cat, dog]}
        born: {type: string, format: date}
        old: {type: string, deprecated: true, x-speakeasy-deprecation-message: Use born}
    Pet:
      oneOf:
        - {$ref: '#/components/schemas/Cat'}
        - {type: array, items: {$ref: '#/components/schemas/Cat'}}
    Cat:
      type: object
      required: [lives]
      properties:
        lives: {type: integer, maximum: 9}
        since: {type: integer, format: date}
    Problem: {type: object, properties: {detail: {type: string}}}
"""
PAGE = "docs/sdks/pets/README.md"


def _generated(folder: Path, lock: str = "") -> Result:
    (folder / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    path = None
    if lock:
        path = folder / "gen.lock"
        path.write_text(lock, encoding="utf-8")
    return generate(folder / "openapi.yaml", Options(lock=path))


def _pages(result: Result) -> dict[str, str]:
    return {file.path: file.text for file in result.files if file.path.endswith(".md")}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of the API, by path."""
    return _pages(_generated(tmp_path_factory.mktemp("zoo")))


def test_each_named_example_is_a_snippet(pages: dict[str, str]) -> None:
    """Names are sorted, and the marker says which one it is."""
    page = pages[PAGE]

    assert page.index("### Example Usage: cat") < page.index("### Example Usage: dog")
    assert 'path="/pets" example="cat" -->' in page
    assert (
        'create(name="Rex", kind="dog", born=date.fromisoformat("2020-01-02"))' in page
    )


def test_what_has_a_default_is_shown_and_the_rest_is_not(pages: dict[str, str]) -> None:
    """An optional parameter without example or default stays away from the call."""
    assert 'list(owner_id="<id>", type_="aaa", after="first")' in pages[PAGE]


def test_a_method_that_is_deprecated_says_so(pages: dict[str, str]) -> None:
    """It is struck through in its heading and in the list."""
    page = pages[PAGE]

    assert "## ~~list~~" in page
    assert "* [~~list~~](#list) :warning: **Deprecated**" in page
    assert "> :warning: **DEPRECATED**" in page


def test_a_page_shows_parameters_reply_and_errors(pages: dict[str, str]) -> None:
    """Every model is linked; what a cell may not hold is escaped."""
    page = pages[PAGE]

    assert "What it \\| is<br/>called." in page
    assert ":warning: **DEPRECATED**: Use born.<br/><br/>N/A" in page
    assert "**[models.Pet](../../models/pet.md)**" in page
    assert "| errors.Problem " in page
    assert "(../../models/utils/retryconfig.md)" in page
    assert not page.endswith("\n")


def test_a_format_of_texts_says_nothing_of_numbers(pages: dict[str, str]) -> None:
    """A whole number is one, whatever format stands beside it."""
    row = next(
        line for line in pages["docs/models/cat.md"].split("\n") if "`since`" in line
    )
    assert "*Optional[int]*" in row


def test_a_union_page_shows_a_value_of_each_type(pages: dict[str, str]) -> None:
    """The values are annotated, and within what the schema allows."""
    page = pages["docs/models/pet.md"]
    scope: dict[str, object] = {}

    assert "### `models.Cat`" in page
    assert "### `List[models.Cat]`" in page
    lives = page.split('"lives": ')[1].split(",")[0]
    exec(compile(f"value = {lives}", "<page>", "exec"), scope)
    assert isinstance(scope["value"], int)
    assert scope["value"] <= 9


def test_every_block_of_every_page_is_python(pages: dict[str, str]) -> None:
    """So is the README, with the sections that this API needs."""
    for path, text in pages.items():
        for block in text.split("```python\n")[1:]:
            compile(block.split("\n```")[0], path, "exec")

    readme = pages["README.md"]
    assert "<!-- Start Authentication [security] -->" in readme
    assert "<!-- No Pagination [pagination] -->" in readme
    assert "### [Pets](docs/sdks/pets/README.md)" in readme


def test_every_link_leads_to_a_page(pages: dict[str, str]) -> None:
    """Tables link only to models that have a page."""
    for path, text in pages.items():
        for target in text.split("](../")[1:]:
            name = target.split(")")[0].replace("../", "")
            assert f"docs/{name}" in pages, f"{path}: {name}"


def test_the_lock_decides_what_it_has_values_for(tmp_path: Path) -> None:
    """A value once invented is kept, a value that does not fit any more is not."""
    kept = {"parameters": {"query": {"owner_id": "ann", "limit": "many"}}}
    lock = {"examples": {"listPets": {"speakeasy-default-list-pets": kept}}}

    result = _generated(tmp_path, yaml.safe_dump(lock))

    assert 'list(owner_id="ann", type_="aaa", after="first")' in _pages(result)[PAGE]
    entry = result.lock.examples["listPets"]["speakeasy-default-list-pets"]
    assert entry["parameters"]["query"]["owner_id"] == "ann"
    assert entry["parameters"]["query"]["limit"] == "many"


def test_an_older_lock_may_call_its_example_anything(tmp_path: Path) -> None:
    """Before there was a snippet for each name, one example stood for all."""
    kept = {"parameters": {"query": {"owner_id": "ann"}}}
    lock = {
        "management": {"generationVersion": "2.760.0"},
        "examples": {"listPets": {"mine": kept}},
    }

    result = _generated(tmp_path, yaml.safe_dump(lock))

    assert 'list(owner_id="ann", type_="aaa", after="first")' in _pages(result)[PAGE]
    assert list(result.lock.examples["listPets"]) == ["mine"]


def test_new_operations_are_written_into_the_lock(tmp_path: Path) -> None:
    """The next run prints the same values again."""
    examples = _generated(tmp_path).lock.examples

    assert examples["createPet"]["cat"]["requestBody"] == {
        "application/json": {"name": "Tom", "kind": "cat"}
    }
    assert list(examples["listPets"]) == ["speakeasy-default-list-pets"]


def test_an_example_that_is_no_example_of_itself_comes_to_an_end(
    tmp_path: Path,
) -> None:
    """A recursive schema whose example holds a string where another of its kind belongs."""
    spec = tmp_path / "openapi.yaml"
    spec.write_text(
        """\
openapi: 3.1.0
info: {title: Trees, version: '1'}
paths:
  /trees:
    get:
      operationId: list
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Tree'}}}
components:
  schemas:
    Tree:
      type: object
      required: [children]
      properties:
        children: {type: array, items: {$ref: '#/components/schemas/Tree'}}
      example: {children: [leaf, leaf]}
""",
        encoding="utf-8",
    )

    pages = {file.path: file.text for file in generate(spec, Options()).files}

    assert "docs/models/tree.md" in pages
