"""The older rules for inline schemas: who comes first keeps the bare name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Name = Callable[..., Any]

OLD = {"name_resolution_feb_2025": False, "errors": ""}


def get(path: str, id: str, schema: str, parameters: str = "[]") -> str:
    """An operation that answers an inline schema."""
    return f"""\
  /{path}:
    get:
      operationId: {id}
      tags: [zoo]
      parameters: {parameters}
      responses:
        "200":
          description: ok
          content: {{application/json: {{schema: {schema}}}}}
"""


def obj(**properties: str) -> str:
    inside = ", ".join(f"{name}: {schema}" for name, schema in properties.items())
    return f"{{type: object, properties: {{{inside}}}}}"


SIZE = "{type: string, enum: [s, m]}"
PLAIN = obj(a="{type: string}")


def place(path: str) -> str:
    return f"#/paths/~1{path}/get/responses/200/content/application~1json/schema"


def test_first_keeps_the_bare_name(name_document: Name) -> None:
    text = (
        "paths:\n" + get("a", "GetA", obj(size=SIZE)) + get("b", "GetB", obj(size=SIZE))
    )
    named = name_document(text, **OLD)
    assert named.at(f"{place('a')}/properties/size") == "Size"
    assert named.at(f"{place('b')}/properties/size") == "GetBSize"


def test_less_deep_response_takes_the_name_away(name_document: Name) -> None:
    text = (
        "paths:\n"
        + get("a", "GetA", obj(data=obj(size=SIZE)))
        + get("b", "GetB", obj(size=SIZE))
    )
    named = name_document(text, **OLD)
    assert named.at(f"{place('a')}/properties/data/properties/size") == "GetASize"
    assert named.at(f"{place('b')}/properties/size") == "Size"


def test_component_takes_the_name_away(name_document: Name) -> None:
    text = (
        "paths:\n"
        + get("a", "GetA", obj(size=SIZE))
        + get("b", "GetB", "{$ref: '#/components/schemas/Pet'}")
        + "components:\n  schemas:\n    Pet: "
        + obj(size=SIZE)
    )
    named = name_document(text, **OLD)
    assert named.at("#/components/schemas/Pet/properties/size") == "Size"
    assert named.at(f"{place('a')}/properties/size") == "GetASize"


def test_next_words_come_from_the_outside_in(name_document: Name) -> None:
    inner = obj(size=SIZE)
    text = "paths:\n" + get("a", "GetA", obj(size=SIZE, big=inner, small=inner))
    named = name_document(text, **OLD)
    at = place("a")
    assert named.at(f"{at}/properties/size") == "Size"
    assert named.at(f"{at}/properties/big/properties/size") == "GetASize"
    assert named.at(f"{at}/properties/small/properties/size") == "GetAZooSize"


def test_body_ends_in_body(name_document: Name) -> None:
    named = name_document("paths:\n" + get("a", "GetA", PLAIN), **OLD)
    assert named.at(place("a")) == "GetAResponseBody"


def test_items_keep_the_plural(name_document: Name) -> None:
    text = "paths:\n" + get("a", "GetA", obj(toys=f"{{type: array, items: {PLAIN}}}"))
    named = name_document(text, **OLD)
    assert named.at(f"{place('a')}/properties/toys/items") == "Toys"


def test_variants_are_numbered_in_words(name_document: Name) -> None:
    union = (
        "{oneOf: [" + obj(a="{type: string}") + ", " + obj(b="{type: string}") + "]}"
    )
    text = (
        "paths:\n"
        + get("a", "GetA", obj(left=union))
        + get("b", "GetB", obj(right=union))
    )
    named = name_document(text, **OLD)
    at, other = f"{place('a')}/properties/left", f"{place('b')}/properties/right"
    assert named.at(f"{at}/oneOf/1") == "Two"
    assert named.at(f"{other}/oneOf/1") == "Right2"


def test_inside_a_union_its_word_comes_first(name_document: Name) -> None:
    union = "{oneOf: [" + obj(size=SIZE) + ", " + obj(size=SIZE) + "]}"
    text = "paths:\n" + get("a", "GetA", obj(pet=union))
    named = name_document(text, **OLD)
    at = f"{place('a')}/properties/pet/oneOf"
    assert named.at(f"{at}/0/properties/size") == "Size"
    assert named.at(f"{at}/1/properties/size") == "PetSize"


def test_enum_of_a_parameter_stands_behind_its_location(name_document: Name) -> None:
    text = (
        "paths:\n"
        + get("a", "GetA", "{$ref: '#/components/schemas/Pet'}")
        + get("b", "GetB", PLAIN, f"[{{name: size, in: query, schema: {SIZE}}}]")
        + "components:\n  schemas:\n    Pet: "
        + obj(size=SIZE)
    )
    assert "QueryParamSize" in name_document(text, **OLD).classes


def test_component_inline_schema_yields_to_a_group(name_document: Name) -> None:
    text = (
        "paths:\n"
        + get("a", "GetA", "{$ref: '#/components/schemas/Pet'}")
        + "components:\n  schemas:\n    Pet: "
        + obj(zoo=PLAIN)
    )
    named = name_document(text, **OLD)
    assert named.at("#/components/schemas/Pet/properties/zoo") == "ZooModel"


def test_order_of_names_does_not_depend_on_the_run(name_document: Name) -> None:
    text = "paths:\n" + "".join(
        get(f"p{n}", f"Get{n}", obj(size=SIZE, data=obj(size=SIZE))) for n in range(9)
    )
    first, second = name_document(text, **OLD), name_document(text, **OLD)
    assert first.names.models == second.names.models
