"""Schemas as modules of models."""

from __future__ import annotations

import ast
import sys
import warnings
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from textwrap import dedent, indent
from types import ModuleType
from typing import Any

import black
import pydantic
import pytest

import sdkloom_templates.python.runtime as runtime

Print = Callable[..., Mapping[str, str]]
HEAD = """
openapi: 3.1.0
info: {title: Zoo, version: "1"}
servers: [{url: "https://zoo.example.com"}]
paths:
  /pets:
    post:
      operationId: createPet
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
      responses:
        "200":
          description: It.
          content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
components:
  schemas:
"""


@pytest.fixture
def models(print_package: Print) -> Print:
    """Return a function from component schemas to the modules of models, by their names."""

    def printed(schemas: str, **python: Any) -> Mapping[str, str]:
        files = print_package(HEAD + indent(dedent(schemas), "    "), **python)
        prefix = "src/zoo/models/"
        return {
            path.removeprefix(prefix).removesuffix(".py"): text
            for path, text in files.items()
            if path.startswith(prefix) and path.endswith(".py")
        }

    return printed


def _class(text: str, name: str) -> str:
    """Return the body of a class, without its docstrings."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef) and node.name == name:
            kept = [one for one in node.body if not isinstance(one, ast.Expr)]
            return "\n".join(ast.unparse(one) for one in kept)
    raise AssertionError(f"no class {name}")


def test_an_object_is_a_model_and_a_typed_dict(models: Print) -> None:
    """Fields keep the order of the document; a wire name that differs is an alias."""
    pet = models("""
        Pet:
          type: object
          required: [id, born]
          properties:
            id: {type: integer}
            photoUrls: {type: array, items: {type: string}}
            born: {type: string, format: date-time}
            owner: {type: [string, "null"]}
            size: {type: number, default: 1.5}
        """)["pet"]

    assert _class(pet, "PetTypedDict") == dedent("""\
        id: int
        photo_urls: NotRequired[List[str]]
        born: datetime
        owner: NotRequired[Nullable[str]]
        size: NotRequired[float]""")
    assert _class(pet, "Pet") == dedent("""\
        id: int
        photo_urls: Annotated[Optional[List[str]], pydantic.Field(alias='photoUrls')] = None
        born: datetime
        owner: OptionalNullable[str] = UNSET
        size: Optional[float] = 1.5""")


@pytest.mark.parametrize(
    ("schema", "field"),
    [
        (
            "{type: string, format: date, default: '2020-02-30'}",
            "Optional[date] = None",
        ),
        (
            "{type: string, format: date, default: '2020-02-28'}",
            "Optional[date] = date.fromisoformat('2020-02-28')",
        ),
        (
            "{type: string, format: date-time, default: '2020-02-28T00:00:00Z'}",
            "Optional[datetime] = parse_datetime('2020-02-28T00:00:00Z')",
        ),
        ("{type: integer, default: 'many'}", "Optional[int] = None"),
        ("{type: boolean, default: false}", "Optional[bool] = False"),
        ("{type: array, items: {}, default: []}", "Optional[List[Any]] = None"),
        (
            "{type: number, format: decimal, default: 1.5}",
            "Annotated[Optional[Decimal], AsNumber()] = Decimal('1.5')",
        ),
        (
            "{const: cat}",
            "Annotated[Optional[Literal['cat']], pydantic.Field(alias='x')] = 'cat'",
        ),
        (
            "{type: string, deprecated: true, x-speakeasy-deprecation-message: Use y}",
            "Annotated[Optional[str], pydantic.Field(deprecated='Deprecated: Use y')] = None",
        ),
    ],
)
def test_a_default_has_the_type_of_its_field(
    models: Print, schema: str, field: str
) -> None:
    """A default that its type refuses is left to the server."""
    pet = models(f"Pet: {{type: object, properties: {{x: {schema}}}}}")["pet"]

    assert _class(pet, "Pet") == f"x: {field}"


def test_enums_have_two_forms(models: Print) -> None:
    """A `Literal` or a class; open where a response may bring new values."""
    schemas = """
        Pet: {type: object, properties: {color: {$ref: "#/components/schemas/Color"}}}
        Color: {type: string, enum: [red, blue], default: red}
    """

    assert 'Color = Union[Literal["red", "blue"], UnrecognizedStr]' in (
        models(schemas)["color"]
    )
    closed = models(schemas, forward_compatible_enums_by_default=False)["color"]
    assert 'Color = Literal["red", "blue"]' in closed
    class_ = models(schemas, enum_format="enum")
    assert "class Color(str, Enum, metaclass=OpenEnumMeta):" in class_["color"]
    assert "color: Optional[Color] = Color.RED" in class_["pet"]


def test_a_discriminated_union_keeps_what_is_new(models: Print) -> None:
    """The alias names each member and the class for those to come."""
    pet = models("""
        Pet:
          oneOf: [{$ref: "#/components/schemas/Dog"}, {$ref: "#/components/schemas/Cat"}]
        Cat: {type: object, required: [kind], properties: {kind: {const: cat}}}
        Dog:
          type: object
          required: [kind]
          properties: {kind: {const: dog}, name: {type: string}}
        """)["pet"]

    assert "PetTypedDict = Union[CatTypedDict, DogTypedDict]" in pet
    assert "Union[Dog, Cat, UnknownPet]" in pet
    assert 'Discriminated("kind", {"dog": Dog, "cat": Cat}, unknown=UnknownPet)' in pet
    assert _class(pet, "UnknownPet").startswith("kind: Literal['UNKNOWN'] = 'UNKNOWN'")


def test_members_stand_in_the_order_of_the_mapping(models: Print) -> None:
    """Not in that of `oneOf`; a member of several values stands there for each."""
    pet = models("""
        Pet:
          oneOf: [{$ref: "#/components/schemas/Dog"}, {$ref: "#/components/schemas/Cat"}]
          discriminator:
            propertyName: kind
            mapping: {cat: Cat, dog: Dog, puppy: Dog}
        Cat: {type: object, required: [kind], properties: {kind: {type: string}}}
        Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
        """)["pet"]

    assert "Union[Cat, Dog, Dog, UnknownPet]" in pet


def test_without_a_discriminator_small_objects_come_first(models: Print) -> None:
    """Objects by their number of properties, then all else as written."""
    pet = models("""
        Pet:
          anyOf:
            - {type: string}
            - {$ref: "#/components/schemas/Big"}
            - {$ref: "#/components/schemas/Small"}
            - {type: array, items: {type: string}}
        Big: {type: object, properties: {a: {}, b: {}}}
        Small: {type: object, properties: {a: {}}}
        """)["pet"]

    assert "Pet = Union[Small, Big, str, List[str]]" in pet


def test_a_ring_needs_no_circle_of_imports(models: Print) -> None:
    """Names of later definitions are quoted; modules of a ring import each other last."""
    files = models("""
        Pet: {type: object, properties: {owner: {$ref: "#/components/schemas/Owner"}}}
        Owner: {type: object, properties: {pets: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}
        """)
    package = _run(files)

    owner = package["owner"]["Owner"].model_validate({"pets": [{"owner": {}}]})
    assert isinstance(owner.pets[0], package["pet"]["Pet"])


def test_a_value_that_holds_itself_is_a_type_of_its_own(models: Print) -> None:
    """An alias that goes round without a class is quoted as a whole."""
    pet = models("""
        Pet:
          oneOf:
            - {type: string}
            - {type: array, items: {$ref: "#/components/schemas/Pet"}}
        """)["pet"]

    assert 'Pet = TypeAliasType("Pet", "Union[str, List[Pet]]")' in pet


def test_further_properties_have_a_type(models: Print) -> None:
    """`additionalProperties` beside properties: `additional_properties` holds them."""
    pet = models("""
        Pet:
          type: object
          properties: {name: {type: string}}
          additionalProperties: {type: integer}
        """)["pet"]

    body = _class(pet, "Pet")
    assert "__pydantic_extra__: Dict[str, int] = pydantic.Field(init=False)" in body
    assert "def additional_properties(self) -> Dict[str, int]:" in body


def test_fields_may_be_called_as_types_are(models: Print) -> None:
    """A field hides no type that its class prints, and no attribute of its base."""
    files = models("""
        Pet:
          type: object
          properties:
            str: {type: string}
            List: {type: array, items: {type: string}}
            datetime: {type: string, format: date-time}
            born: {type: string, format: date-time}
            json: {type: string}
            model_config: {type: string}
            pydantic: {type: string}
            schema: {$ref: "#/components/schemas/Optional"}
        Optional: {type: object, properties: {x: {type: string}}}
        """)
    model = _run(files)["pet"]["Pet"]

    wire = {
        "str": "a",
        "List": ["b"],
        "json": "c",
        "model_config": "d",
        "pydantic": "e",
    }
    read = model.model_validate({**wire, "schema": {"x": "f"}, "born": "2020-01-01"})
    assert read.json_ == "c" and read.schema_.x == "f" and read.born.year == 2020


def test_null_is_kept_where_a_required_value_has_a_default(models: Print) -> None:
    """It is one of the values of the property, and not the absence of one."""
    files = models("""
        Pet:
          type: object
          required: [kind, size]
          properties:
            kind: {anyOf: [{const: cat}, {type: "null"}]}
            size: {type: [string, "null"], default: small}
            age: {anyOf: [{const: 1}, {type: "null"}]}
        """)
    model = _run(files)["pet"]["Pet"]

    assert model(kind=None, size=None).model_dump() == {"kind": None, "size": None}
    assert model().model_dump() == {"kind": "cat", "size": "small"}


def test_constants_may_be_in_upper_case(models: Print) -> None:
    """`constFieldCasing: upper` names the attribute; both spellings are read."""
    pet = models(
        "Pet: {type: object, properties: {petKind: {const: cat}}}",
        const_field_casing="upper",
    )["pet"]

    assert "PET_KIND: Annotated[" in pet
    assert 'validation_alias=pydantic.AliasChoices("petKind", "pet_kind")' in " ".join(
        pet.split()
    )


def test_no_description_becomes_code(models: Print) -> None:
    """Text of the document stays text, in docstrings and in values."""
    files = models("""
        Pet:
          type: object
          description: "\\"\\"\\"\\nimport os\\nx = \\"\\"\\""
          properties:
            a: {type: string, description: "\\\\", default: "\\"\\"\\"; import os"}
        """)

    for text in files.values():
        imported = [
            one for one in ast.walk(ast.parse(text)) if isinstance(one, ast.Import)
        ]
        assert all(name.name != "os" for one in imported for name in one.names)


def test_modules_are_printed_as_black_lays_them_out(models: Print) -> None:
    """Black changes nothing in a module of models."""
    long = "a_very_long_name_of_a_property_that_goes_on_and_on"
    files = models(f"""
        Pet:
          type: object
          description: {"word " * 30}
          properties:
            {long}: {{$ref: "#/components/schemas/TheOtherSchemaOfThisDocument"}}
            {long.title().replace("_", "")}: {{type: boolean, default: true}}
            kind: {{type: string, enum: [{", ".join(f"value{i}" for i in range(20))}]}}
        TheOtherSchemaOfThisDocument:
          oneOf: [{{type: string}}, {{$ref: "#/components/schemas/Pet"}}, {{type: boolean}}]
        """)

    for text in files.values():
        assert black.format_str(text, mode=black.Mode()) == text


def _run(files: Mapping[str, str]) -> Mapping[str, Mapping[str, Any]]:
    """Import modules of models as a package beside the runtime; nothing may warn."""

    class Finder(MetaPathFinder, Loader):
        def find_spec(self, name: str, path: Any, target: Any = None) -> Any:
            if name == "printed" or name.startswith("printed.models"):
                inner = name.removeprefix("printed").removeprefix(".models")
                package = not inner
                return ModuleSpec(name, self, is_package=package)
            return None

        def exec_module(self, module: ModuleType) -> None:
            inner = module.__name__.removeprefix("printed").removeprefix(".models")
            if inner:
                exec(compile(files[inner[1:]], inner, "exec"), vars(module))

    finder = Finder()
    sys.meta_path.insert(0, finder)
    sys.modules["printed._runtime"] = runtime
    for name in ("models", "nullable", "unions", "openenums", "wiretypes", "unset"):
        path = f"{runtime.__name__}.{name}"
        sys.modules[f"printed._runtime.{name}"] = import_module(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            found = {
                name: vars(import_module(f"printed.models.{name}"))
                for name in files
                if not name.startswith("_") and "error" not in name
            }
            for module in found.values():
                for one in list(module.values()):
                    if isinstance(one, type) and issubclass(one, pydantic.BaseModel):
                        one.model_rebuild()
            return found
    finally:
        sys.meta_path.remove(finder)
        for name in [one for one in sys.modules if one.split(".")[0] == "printed"]:
            del sys.modules[name]
