"""Pages where types are in packages by their kind: where they lie, and how they lead on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from sdkloom.pipeline import Options, generate

DOCUMENT = """
openapi: 3.1.0
info: {title: Zoo, version: '1'}
servers: [{url: 'https://zoo.example.com'}]
security: [{one: []}, {other: []}]
x-speakeasy-globals:
  parameters:
    - {name: zone, in: query, schema: {$ref: '#/components/schemas/Zone'}}
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      parameters:
        - {name: zone, in: query, schema: {$ref: '#/components/schemas/Zone'}}
        - {name: sort, in: query, required: true, schema: {enum: [up, down]}}
      responses:
        '200':
          description: All.
          content:
            application/json:
              schema:
                type: object
                properties: {pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}}
        '404':
          description: None.
          content: {application/json: {schema: {$ref: '#/components/schemas/Lost'}}}
components:
  securitySchemes:
    one: {type: http, scheme: bearer}
    other: {type: apiKey, in: header, name: X-Key}
  schemas:
    Zone: {type: string, enum: [north, south]}
    Pet: {oneOf: [{type: string}, {$ref: '#/components/schemas/Cat'}]}
    Cat: {type: object, properties: {zone: {$ref: '#/components/schemas/Zone'}}}
    Lost: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}}}
"""
SPLIT = {
    "errors": "models/errors",
    "operations": "models/operations",
    "shared": "models/components",
}


def pages_of(folder: Path, paths: Mapping[str, str]) -> dict[str, str]:
    """Print the pages of the document with its types in these packages."""
    (folder / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    settings = {
        "generation": {
            "sdkClassName": "Zoo",
            "fixes": {"nameResolutionFeb2025": True},
        },
        "python": {
            "packageName": "zoo",
            "enumFormat": "enum",
            "imports": {"paths": dict(paths)},
        },
    }
    config = folder / "gen.yaml"
    config.write_text(yaml.safe_dump(settings), encoding="utf-8")
    result = generate(folder / "openapi.yaml", Options(config=config, only_pages=True))
    return {file.path: file.text for file in result.files}


def squeezed(text: str) -> str:
    """Return a table without the spaces that fill its cells."""
    return " ".join(text.split())


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of the usual packages."""
    return pages_of(tmp_path_factory.mktemp("zoo"), SPLIT)


def test_pages_lie_as_packages_do(pages: Mapping[str, str]) -> None:
    found = {path for path in pages if path.startswith("docs/models/")}

    assert found == {
        "docs/models/components/cat.md",
        "docs/models/components/pet.md",
        "docs/models/components/security.md",
        "docs/models/components/zone.md",
        "docs/models/errors/lost.md",
        "docs/models/internal/globals.md",
        "docs/models/operations/listpetsglobals.md",
        "docs/models/operations/listpetsrequest.md",
        "docs/models/operations/listpetsresponse.md",
        "docs/models/operations/sort.md",
        "docs/models/utils/retryconfig.md",
    }


def test_links_lead_from_folder_to_folder(pages: Mapping[str, str]) -> None:
    """Each type is named by the last word of its package."""
    group = squeezed(pages["docs/sdks/pets/README.md"])
    reply = pages["docs/models/operations/listpetsresponse.md"]

    assert "[operations.Sort](../../models/operations/sort.md)" in group
    assert "[Optional[components.Zone]](../../models/components/zone.md)" in group
    assert "**[operations.ListPetsResponse](../../models/operations" in group
    assert "| errors.Lost | 404 |" in group
    assert "| errors.SDKError | 4XX, 5XX |" in group
    assert "List[[components.Pet](../../models/components/pet.md)]" in reply


@pytest.mark.parametrize("paths", [SPLIT, {}])
def test_the_page_of_globals_leads_to_models(
    paths: Mapping[str, str], tmp_path: Path
) -> None:
    """It lies one folder deeper than others, whatever the paths are."""
    folder = "models/components" if paths else "models"

    page = pages_of(tmp_path, paths)["docs/models/internal/globals.md"]

    assert f"](../../{folder}/zone.md)" in page


def test_examples_import_the_packages_that_they_use(pages: Mapping[str, str]) -> None:
    """Sorted, and none that is not used."""
    group = pages["docs/sdks/pets/README.md"]

    assert (
        "from zoo import Zoo\nfrom zoo.models import components, operations\n" in group
    )
    assert "security=components.Security(" in group
    assert "sort=operations.Sort.UP" in group
    assert (
        "from zoo.models.components import Zone\n"
        in pages["docs/models/components/zone.md"]
    )
    assert (
        "from zoo.models import components\n" in pages["docs/models/components/pet.md"]
    )
    assert (
        "value: components.CatTypedDict = {" in pages["docs/models/components/pet.md"]
    )


def test_the_readme_catches_errors_of_their_package(pages: Mapping[str, str]) -> None:
    readme = pages["README.md"]

    assert "from zoo.models import components, errors, operations\n" in readme
    assert "except errors.ZooError as e:" in readme
    assert "isinstance(e, errors.Lost)" in readme
    assert "(docs/models/errors/lost.md)" in readme


def test_packages_that_end_alike_have_other_names(tmp_path: Path) -> None:
    """Examples import them under these."""
    paths = {"shared": "a/types", "operations": "b/types", "errors": ""}

    pages = pages_of(tmp_path, paths)

    group = pages["docs/sdks/pets/README.md"]
    assert "from zoo.a import types as a_types\n" in group
    assert "from zoo.b import types as b_types\n" in group
    assert "sort=b_types.Sort.UP" in group
    assert "[b_types.Sort](../../b/types/sort.md)" in squeezed(group)
    assert "| models.Lost | 404 |" in squeezed(group)


def test_snippets_take_the_shortest_way_to_a_type(tmp_path: Path) -> None:
    """Without any paths that is the package itself; tables keep to `models`."""
    page = pages_of(tmp_path, {"errors": ""})["docs/sdks/pets/README.md"]

    assert "import zoo\nfrom zoo import Zoo\n" in page
    assert "sort=zoo.Sort.UP" in page
    assert "[models.Sort](../../models/sort.md)" in page
