"""The types of printed models that pydantic does not have: unions, open enums, numbers."""

from __future__ import annotations

import io
import sys
from decimal import Decimal
from enum import Enum
from types import ModuleType
from typing import IO, Annotated, Any, Dict, List, Literal, Optional, Union

import pydantic
import pytest
from typing_extensions import TypeAliasType

from sdkloom_templates.python.runtime.datetimes import parse_datetime
from sdkloom_templates.python.runtime.lazy import lazy_exports, lazy_table
from sdkloom_templates.python.runtime.models import (
    BaseModel,
    UnrecognizedInt,
    UnrecognizedStr,
    adapter_for,
)
from sdkloom_templates.python.runtime.openenums import OpenEnumMeta
from sdkloom_templates.python.runtime.unions import Discriminated
from sdkloom_templates.python.runtime.wiretypes import AsNumber, AsText


class Circle(BaseModel):
    kind: Annotated[Literal["circle"], pydantic.Field(alias="kind")] = "circle"
    radius: float


class Group(BaseModel):
    KIND: Annotated[Literal["group"], pydantic.Field(alias="kind")] = "group"
    shapes: Optional[List["Shape"]] = None


class UnknownShape(BaseModel):
    kind: Literal["UNKNOWN"] = "UNKNOWN"
    raw: Any
    is_unknown: Literal[True] = True


Shape = TypeAliasType(
    "Shape",
    Annotated[
        Union[Circle, "Group", UnknownShape],
        Discriminated(
            "kind",
            {"circle": Circle, "group": "Group", "set": "Group"},
            names=("KIND",),
            unknown=UnknownShape,
        ),
    ],
)
Closed = Annotated[
    Union[Circle, Group], Discriminated("kind", {"circle": Circle, "group": Group})
]
WithDefault = Annotated[
    Union[Circle, Group],
    Discriminated("kind", {"group": Group}, default=Circle),
]


class Color(str, Enum, metaclass=OpenEnumMeta):
    RED = "red"


class Level(int, Enum, metaclass=OpenEnumMeta):
    LOW = 1


class Painting(BaseModel):
    color: Color
    level: Optional[Level] = None


class Price(BaseModel):
    amount: Annotated[Optional[Decimal], AsNumber()] = None
    parts: Annotated[Optional[Dict[str, List[Decimal]]], AsNumber()] = None
    count: Annotated[Optional[int], AsText()] = None


@pytest.mark.parametrize(
    "text",
    [
        b'{"kind":"circle","radius":1.5}',
        b'{"kind":"group","shapes":[{"kind":"circle","radius":1.0}]}',
        b'{"kind":"star","points":5}',
        b'{"kind":"group","shapes":[{"kind":"star","deep":{"a":[1]}}]}',
    ],
)
def test_a_member_comes_back_as_it_was(text: bytes) -> None:
    """Known members and unknown ones are sent as they were received."""
    adapter = adapter_for(Shape)

    assert adapter.dump_json(adapter.validate_json(text), by_alias=True) == text


def test_an_unknown_member_keeps_its_content() -> None:
    """A value in no mapping becomes an object that says so."""
    shape = adapter_for(Shape).validate_json(b'{"kind":"star","points":5}')

    assert isinstance(shape, UnknownShape)
    assert shape.raw == {"kind": "star", "points": 5}
    assert shape.is_unknown


@pytest.mark.parametrize(
    "text", [b'{"kind":"circle"}', b'{"radius":1}', b'"circle"', b"[]"]
)
def test_a_known_member_with_a_wrong_body_is_refused(text: bytes) -> None:
    """An open union is as strict as a closed one about what it knows."""
    with pytest.raises(pydantic.ValidationError):
        adapter_for(Shape).validate_json(text)


def test_a_member_may_be_given_as_a_model_or_a_dict() -> None:
    """The discriminator is found under its wire name and its Python name."""
    adapter = adapter_for(List[Shape])
    given = [Circle(radius=1), Group(), {"KIND": "group"}, {"kind": "set_"}]

    found = adapter.validate_python(given)

    assert [type(one) for one in found] == [Circle, Group, Group, UnknownShape]


def test_a_closed_union_refuses_what_it_does_not_name() -> None:
    """Without a class for unknown members there is none."""
    with pytest.raises(pydantic.ValidationError):
        adapter_for(Closed).validate_json(b'{"kind":"star"}')


def test_a_default_member_takes_all_other_values() -> None:
    """OpenAPI 3.2: `defaultMapping` names the member for values in no mapping."""
    adapter = adapter_for(WithDefault)

    with pytest.raises(pydantic.ValidationError):
        adapter.validate_json(b'{"kind":"group","shapes":3}')
    assert isinstance(adapter.validate_json(b'{"kind":"circle","radius":1}'), Circle)


def test_an_open_enum_lets_new_values_through() -> None:
    """A value that no member has is kept, and sent back as it is."""
    adapter = adapter_for(Painting)
    painting = adapter.validate_json(b'{"color":"teal","level":7}')

    assert isinstance(painting.color, UnrecognizedStr) and painting.color == "teal"
    assert isinstance(painting.level, UnrecognizedInt) and painting.level == 7
    assert adapter.dump_json(painting) == b'{"color":"teal","level":7}'
    assert adapter.validate_json(b'{"color":"red"}').color is Color.RED
    assert Color("red") is Color.RED and isinstance(Color("blue"), UnrecognizedStr)


def test_an_open_enum_refuses_other_kinds_of_values() -> None:
    """A number is no string, open or not."""
    with pytest.raises(pydantic.ValidationError):
        adapter_for(Painting).validate_json(b'{"color":3}')
    with pytest.raises(ValueError):
        Color(3)


def test_numbers_are_written_as_the_document_says() -> None:
    """Decimals as numbers, big integers as text; read in either form."""
    adapter = adapter_for(Price)
    price = adapter.validate_json(
        b'{"amount":0.1,"parts":{"a":[2,2.5]},"count":"12345678901234567890"}'
    )

    assert price.amount == Decimal("0.1") and price.count == 12345678901234567890
    assert (
        adapter.dump_json(price)
        == b'{"amount":0.1,"parts":{"a":[2,2.5]},"count":"12345678901234567890"}'
    )
    assert adapter.dump_json(Price()) == b"{}"


def test_a_model_with_these_types_has_a_json_schema() -> None:
    """`model_json_schema()` works, as for any pydantic model."""
    assert "Color" in Painting.model_json_schema()["$defs"]
    assert Group.model_json_schema()["$defs"]["Circle"]["type"] == "object"


def test_a_table_of_names_finds_whole_words() -> None:
    """A name that is part of another one is not mistaken for it; each is loaded once."""
    package = ModuleType("table_package")
    package.__path__ = []
    module = ModuleType("table_package.pets")
    setattr(module, "Pet", 1)
    setattr(module, "PetTypedDict", 2)
    sys.modules.update({"table_package": package, "table_package.pets": module})
    try:
        load, names = lazy_table("table_package", ".pets PetTypedDict Pet\n")

        assert load("Pet") == 1 and vars(package)["Pet"] == 1
        assert load("PetTypedDict") == 2
        assert {"Pet", "PetTypedDict"} <= set(names())
        for missing in ("Pe", "et", "pets", ".pets"):
            with pytest.raises(AttributeError):
                load(missing)
    finally:
        del sys.modules["table_package"], sys.modules["table_package.pets"]


def test_a_package_gives_the_classes_of_another() -> None:
    """What is no class stays where it is, and what is nowhere is missing here."""
    package, models = ModuleType("root_package"), ModuleType("root_package.models")
    package.__path__ = []
    setattr(models, "Pet", 1)
    setattr(models, "pet", 2)
    sys.modules.update({"root_package": package, "root_package.models": models})
    try:
        load, names = lazy_exports("root_package", {}, {}, ".models")

        assert load("Pet") == 1 and vars(package)["Pet"] == 1
        assert "Pet" in names() and "pet" not in names()
        for missing in ("pet", "Dog", "__path_of__"):
            with pytest.raises(AttributeError, match="root_package"):
                load(missing)
    finally:
        del sys.modules["root_package"], sys.modules["root_package.models"]


def test_a_file_may_stand_outside_of_models() -> None:
    """In a union or a list; a model keeps what it says itself, though notes are around it."""
    file = io.BytesIO(b"a")
    binary = Union[bytes, IO[bytes], io.IOBase]

    assert adapter_for(List[binary]).validate_python([file, b"b"]) == [file, b"b"]
    assert adapter_for(Dict[str, binary]).validate_json('{"a": "b"}') == {"a": b"b"}
    noted = adapter_for(Annotated[Circle, "note"])
    assert noted.validate_python({"radius": 1}).radius == 1


def test_a_moment_has_an_offset() -> None:
    """RFC 3339 knows none without: what says none is of UTC."""
    for text in ("2025-10-15", "2025-10-15 00:00", "2025-10-15T00:00:00Z"):
        assert parse_datetime(text).isoformat() == "2025-10-15T00:00:00+00:00"
    assert parse_datetime("2025-10-15T00:00:00+02:00").isoformat().endswith("+02:00")
