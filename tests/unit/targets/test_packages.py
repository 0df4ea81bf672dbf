"""Packages of types: where each kind lives, and how it is reached from elsewhere."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any

import pytest

from sdkloom.settings import Generation, ImportPaths, Python, Settings
from sdkloom.targets.python.names import client_name
from sdkloom.targets.python.packages import Packages, inside, with_parents

from .conftest import Name, Print

SPLIT = ImportPaths(
    callbacks="models.callbacks",
    errors="models.errors",
    operations="models.operations",
    shared="models.components",
    webhooks="models.webhooks",
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Zoo, version: "1"}
security: [{one: []}, {other: []}]
x-speakeasy-globals:
  parameters: [{name: zone, in: query, schema: {type: string}}]
paths:
  /pets/{id}:
    put:
      tags: [pets]
      operationId: setPet
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      requestBody:
        content:
          application/json:
            schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}
      responses:
        "200":
          description: OK
          content:
            application/json:
              schema:
                type: object
                properties:
                  pet: {type: object, properties: {was: {$ref: "#/components/schemas/Pet"}}}
        "404":
          description: None
          content: {application/json: {schema: {$ref: "#/components/schemas/Lost"}}}
webhooks:
  petSold:
    post:
      operationId: onSold
      requestBody:
        content:
          application/json:
            schema: {type: object, properties: {price: {$ref: "#/components/schemas/Price"}}}
      responses: {"200": {description: OK}}
components:
  securitySchemes:
    one: {type: http, scheme: bearer}
    other: {type: apiKey, in: header, name: X-Key}
  schemas:
    Pet: {type: object, properties: {name: {type: string}, kind: {enum: [cat, dog]}}}
    Price: {enum: [low, high]}
    Lost: {type: object, properties: {message: {type: string}, pet: {$ref: "#/components/schemas/Pet"}}}
"""


@pytest.fixture
def split(print_package: Print) -> Mapping[str, str]:
    files = print_package(DOCUMENT, import_paths=SPLIT)
    return {path.removeprefix("src/zoo/"): text for path, text in files.items()}


def _classes(text: str) -> set[str]:
    return {one.name for one in ast.parse(text).body if isinstance(one, ast.ClassDef)}


def test_each_kind_of_type_has_a_package(split: Mapping[str, str]) -> None:
    """Operations' modules are called as the operations, without a suffix."""
    assert "Pet" in _classes(split["models/components/pet.py"])
    assert "Security" in _classes(split["models/components/security.py"])
    assert "SetPetRequest" in _classes(split["models/operations/setpet.py"])
    assert "Lost" in _classes(split["models/errors/lost.py"])
    assert "OnSoldRequest" in _classes(split["models/webhooks/onsold.py"])
    assert "Globals" in _classes(split["models/internal/globals.py"])
    assert not any(path.startswith("models/callbacks") for path in split)


def test_names_of_different_packages_do_not_meet(split: Mapping[str, str]) -> None:
    """A component and an inline schema may both be `Pet`."""
    assert "Pet" in _classes(split["models/operations/setpet.py"])
    text = split["models/operations/setpet.py"]
    assert "was: Optional[components_pet.Pet] = None" in text
    assert "body: Optional[List[components_pet.Pet]] = None" in text
    assert "from ..components import pet as components_pet" in text


def test_errors_hold_components(split: Mapping[str, str]) -> None:
    """The data of an exception names its parts by their module."""
    text = split["models/errors/lost.py"]

    assert "pet: Optional[components_pet.Pet] = None" in text
    assert "from .zooerror import ZooError" in text


def test_methods_name_types_by_their_packages(split: Mapping[str, str]) -> None:
    """Each package is imported by its last word, and only if it is used."""
    text = split["pets.py"]

    assert "from .models import components, errors, operations\n" in text
    assert "Iterable[components.PetTypedDict]" in text
    assert "-> operations.SetPetResponse:" in text
    assert "error=lambda: errors.Lost" in text
    assert "models." not in text.replace(".models ", "")


def test_the_client_finds_errors_and_security(split: Mapping[str, str]) -> None:
    text = split["sdkconfiguration.py"]

    assert "    from .models import errors\n" in text
    assert "        base=errors.ZooError,\n" in text
    assert "    from .models import components\n" in text
    assert "    return components.Security\n" in text
    assert "from .models import components\n" in split["sdk.py"]


def test_the_package_of_all_hands_on_the_others(split: Mapping[str, str]) -> None:
    """`models` is there, and loads what it holds when it is asked for."""
    text = split["models/__init__.py"]

    assert "from . import components, errors, operations, webhooks\n" in text
    assert '"components": ".components",' in text
    assert "models/__init__.pyi" not in split
    assert "models/components/__init__.pyi" in split
    assert '"models": ".models",' in split["__init__.py"]
    assert "errors" not in split["__init__.py"]


@pytest.mark.parametrize(
    ("paths", "homes", "imported"),
    [
        (
            {"operations": "api"},
            {"pet": "models", "setpet": "api", "lost": "errors"},
            "from . import api, errors, models, utils",
        ),
        (
            {"shared": "models.shared", "errors": "sdkerrors"},
            {"pet": "models.shared", "setpet": "models", "lost": "sdkerrors"},
            "from . import models, sdkerrors, utils",
        ),
        (
            {"shared": "types_.a", "operations": "types_.a", "errors": ""},
            {"pet": "types_.a", "setpetop": "types_.a", "lost": "models"},
            "from . import models, utils",
        ),
        (
            {"shared": "a.data", "operations": "b.data", "errors": "b.data"},
            {"pet": "a.data", "setpet": "b.data", "lost": "b.data"},
            "from .a import data as a_data",
        ),
        (
            {"shared": "models.date"},
            {"pet": "models.date", "setpet": "models"},
            "from .models import date as models_date",
        ),
    ],
)
def test_any_path_may_be_set(
    paths: Mapping[str, str],
    homes: Mapping[str, str],
    imported: str,
    print_package: Print,
) -> None:
    """Kinds of one path share a package; an empty one is `models`."""
    files = print_package(DOCUMENT, import_paths=ImportPaths(**paths))

    for module, package in homes.items():
        assert f"src/zoo/{package.replace('.', '/')}/{module}.py" in files
    assert f"{imported}\n" in files["src/zoo/pets.py"]


def test_a_package_may_hold_types_and_packages(print_package: Print) -> None:
    """A component that is called as a package beside it has another module."""
    text = DOCUMENT.replace("Pet", "Operations")
    paths = ImportPaths(operations="models.operations")

    files = print_package(text, import_paths=paths)

    assert "src/zoo/models/operations_.py" in files
    assert "src/zoo/models/operations/setoperations.py" in files
    handed_on = files["src/zoo/models/__init__.py"]
    assert "from .operations_ import Operations as Operations" in handed_on
    assert "from . import operations\n" in handed_on


def test_a_group_yields_to_a_package(print_package: Print) -> None:
    """Its module does; its attribute and its class stay."""
    text = DOCUMENT.replace("tags: [pets]", "tags: [api]")

    files = print_package(text, import_paths=ImportPaths(operations="api"))

    assert "class API(BaseSDK)" in files["src/zoo/api_.py"]
    assert "src/zoo/api/setpet.py" in files
    assert "from . import api, errors, models, utils\n" in files["src/zoo/api_.py"]


def test_an_argument_may_be_called_as_a_package(print_package: Print) -> None:
    """The package goes by another name there."""
    text = DOCUMENT.replace("name: id,", "name: components,")
    text = text.replace("/pets/{id}", "/pets/{components}")

    files = print_package(text, import_paths=SPLIT)

    printed = files["src/zoo/pets.py"]
    assert (
        "from .models import components as components_, errors, operations" in printed
    )
    assert "Iterable[components_.Pet]" in printed


def test_a_field_may_be_called_as_a_module(print_package: Print) -> None:
    """The module goes by another name there, or the field would hide it."""
    text = DOCUMENT.replace("{was:", "{components_pet:")

    files = print_package(text, import_paths=SPLIT)

    printed = files["src/zoo/models/operations/setpet.py"]
    assert "components_pet: Optional[components_pet_.Pet] = None" in printed


def test_a_ring_across_packages_is_imported_late(print_package: Print) -> None:
    """A component may refer to what stands in an operation, which refers to the component."""
    place = "#/paths/~1pets~1{id}/put/responses/200/content/application~1json/schema"
    text = DOCUMENT.replace("kind: {enum: [cat, dog]}", f'last: {{$ref: "{place}"}}')

    files = print_package(text, import_paths=SPLIT)

    for module, other in (
        ("components/pet", "operations_setpet.SetPetResponse"),
        ("operations/setpet", "components_pet.Pet"),
    ):
        printed = files[f"src/zoo/models/{module}.py"]
        assert f'Optional["{other}"]' in printed
        head, _, tail = printed.partition("class ")
        assert f" as {other.partition('.')[0]}" not in head
        assert f" as {other.partition('.')[0]}\n" in tail


def test_inline_schemas_share_names_only_where_they_share_a_package(
    name_document: Name,
) -> None:
    """The rules of names hold in each package for itself."""
    text = """
    paths:
      /a:
        get:
          operationId: getA
          parameters: [{name: size, in: query, schema: {enum: [x]}}]
          responses: {"204": {description: None}}
    components:
      schemas:
        Size: {type: object, x-speakeasy-include: true, properties: {a: {type: string}}}
    """
    place = "#/paths/~1a/get/parameters/0/schema"

    together = name_document(text)
    apart = name_document(text, paths=SPLIT)
    older = name_document(text, paths=SPLIT, name_resolution_feb_2025=False)

    assert together.at(place) == "GetASize"
    assert apart.at(place) == older.at(place) == "Size"


def test_packages_are_listed_with_those_around_them() -> None:
    packages = with_parents(["a.b.c", "d"])

    assert packages == ("a", "a.b", "a.b.c", "d", "models")
    assert inside("", packages) == ("a", "d", "models")
    assert inside("a", packages) == ("b",)


@pytest.mark.parametrize(
    ("kinds", "package", "word"),
    [
        ({}, "models.components", "components"),
        ({"operations": "b.components"}, "models.components", "models_components"),
        ({"errors": "x.Any"}, "x.Any", "x_Any"),
        ({"errors": "date"}, "date", "date_"),
        ({}, "models.internal", "internal"),
    ],
)
def test_a_package_goes_by_its_last_word(
    kinds: dict[str, Any], package: str, word: str
) -> None:
    """Unless another has it, or something else is imported by that word."""
    paths = {kind: getattr(SPLIT, kind) for kind in SPLIT.__slots__}

    assert Packages(**{**paths, **kinds}).word(package) == word


def test_what_is_sent_goes_by_its_operation_too(print_package: Print) -> None:
    """The body of a webhook is named, and placed, as that of a method is."""
    files = print_package(DOCUMENT)

    assert "OnSoldRequest" in _classes(files["src/zoo/models/onsoldop.py"])


@pytest.mark.parametrize(
    ("client", "variable"),
    [("Components", "c_client"), ("Errors", "e_client"), ("Models", "models")],
)
def test_the_variable_of_a_client_hides_no_package(client: str, variable: str) -> None:
    """A snippet has both."""
    settings = Settings(
        generation=Generation(sdk_class_name=client),
        python=Python(package_name="zoo", import_paths=SPLIT),
    )

    assert client_name(settings).variable == variable


def test_types_without_paths_are_given_by_the_package_itself(
    print_package: Print,
) -> None:
    """Where no kind of type has a path, `zoo.Pet` is `zoo.models.Pet`."""
    plain = print_package(DOCUMENT, import_paths=ImportPaths(errors=""))
    usual = print_package(DOCUMENT, import_paths=ImportPaths())
    taken = print_package(
        DOCUMENT.replace("Price", "SDKConfiguration"),
        import_paths=ImportPaths(errors=""),
    )

    assert "    from .models import *\n" in plain["src/zoo/__init__.py"]
    assert '        ".models",\n    )' in plain["src/zoo/__init__.py"]
    for other in (usual, taken):
        assert "import *" not in other["src/zoo/__init__.py"]
