"""The examples of OpenAPI 3.1 for every style of parameters, and of RFC 6570 behind them."""

from __future__ import annotations

import datetime as dt
import uuid
from decimal import Decimal
from enum import Enum
from typing import Any, Optional

import pytest
from pydantic import ValidationError

from sdkloom_templates.python.runtime.models import BaseModel
from sdkloom_templates.python.runtime.operation import Parameter
from sdkloom_templates.python.runtime.parameters import (
    cookie_writer,
    header_writer,
    path_writer,
    query_writer,
)
from sdkloom_templates.python.runtime.values import ArgumentError

STRING = "blue"
ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}


def query(parameter: Parameter, value: Any) -> str:
    """Return what a query parameter adds to a URL."""
    pairs: list[str] = []
    query_writer(parameter)(value, pairs)
    return "&".join(pairs)


@pytest.mark.parametrize(
    ("style", "explode", "value", "text"),
    [
        ("matrix", False, STRING, ";color=blue"),
        ("matrix", False, ARRAY, ";color=blue,black,brown"),
        ("matrix", False, OBJECT, ";color=R,100,G,200,B,150"),
        ("matrix", True, STRING, ";color=blue"),
        ("matrix", True, ARRAY, ";color=blue;color=black;color=brown"),
        ("matrix", True, OBJECT, ";R=100;G=200;B=150"),
        ("label", False, STRING, ".blue"),
        ("label", False, ARRAY, ".blue,black,brown"),
        ("label", False, OBJECT, ".R,100,G,200,B,150"),
        ("label", True, STRING, ".blue"),
        ("label", True, ARRAY, ".blue.black.brown"),
        ("label", True, OBJECT, ".R=100.G=200.B=150"),
        ("label", True, "a.b", ".a.b"),
        ("label", True, ["a.b", "c"], ".a%2Eb.c"),
        ("label", True, {"v.1": "2.5"}, ".v%2E1=2%2E5"),
        ("simple", False, STRING, "blue"),
        ("simple", False, ARRAY, "blue,black,brown"),
        ("simple", False, OBJECT, "R,100,G,200,B,150"),
        ("simple", True, STRING, "blue"),
        ("simple", True, ARRAY, "blue,black,brown"),
        ("simple", True, OBJECT, "R=100,G=200,B=150"),
        ("simple", False, ["a,b", "c/d"], "a%2Cb,c%2Fd"),
        ("", None, ARRAY, "blue,black,brown"),
    ],
)
def test_path_styles(style: str, explode: bool | None, value: Any, text: str) -> None:
    """A path parameter is written as the table of the standard shows."""
    parameter = Parameter(name="color", location="path", style=style, explode=explode)
    assert path_writer(parameter)(value) == text


@pytest.mark.parametrize(
    ("style", "explode", "value", "text"),
    [
        ("form", False, "", "color="),
        ("form", False, STRING, "color=blue"),
        ("form", False, ARRAY, "color=blue,black,brown"),
        ("form", False, OBJECT, "color=R,100,G,200,B,150"),
        ("form", True, STRING, "color=blue"),
        ("form", True, ARRAY, "color=blue&color=black&color=brown"),
        ("form", True, OBJECT, "R=100&G=200&B=150"),
        ("spaceDelimited", False, ARRAY, "color=blue%20black%20brown"),
        ("spaceDelimited", False, OBJECT, "color=R%20100%20G%20200%20B%20150"),
        ("pipeDelimited", False, ARRAY, "color=blue%7Cblack%7Cbrown"),
        ("pipeDelimited", False, OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"),
        (
            "deepObject",
            True,
            OBJECT,
            "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
        ),
        ("deepObject", True, {"a": {"b": 1}}, "color%5Ba%5D%5Bb%5D=1"),
        ("deepObject", True, {"a": ["x", "y"]}, "color%5Ba%5D=x&color%5Ba%5D=y"),
        ("deepObject", True, {"a": [{"b": 1}]}, "color%5Ba%5D%5B0%5D%5Bb%5D=1"),
        ("", None, ARRAY, "color=blue&color=black&color=brown"),
        ("form", False, ["a,b", "c d"], "color=a%2Cb,c%20d"),
        ("form", True, [], ""),
        ("form", False, [], ""),
        ("form", True, ["", "a&b=c"], "color=&color=a%26b%3Dc"),
        ("form", True, {"a b": "é"}, "a%20b=%C3%A9"),
    ],
)
def test_query_styles(style: str, explode: bool | None, value: Any, text: str) -> None:
    """A query parameter is written as the table of the standard shows, escaped."""
    parameter = Parameter(name="color", style=style, explode=explode)
    assert query(parameter, value) == text


@pytest.mark.parametrize(
    ("explode", "value", "text"),
    [
        (False, STRING, "blue"),
        (False, ARRAY, "blue,black,brown"),
        (False, OBJECT, "R,100,G,200,B,150"),
        (True, OBJECT, "R=100,G=200,B=150"),
        (False, True, "true"),
    ],
)
def test_header_styles(explode: bool, value: Any, text: str) -> None:
    """A header parameter is written simply, without escapes."""
    parameter = Parameter(name="color", location="header", explode=explode)
    assert header_writer(parameter)(value) == text


@pytest.mark.parametrize(
    ("style", "explode", "value", "text"),
    [
        ("form", None, STRING, "color=blue"),
        ("form", False, ARRAY, "color=blue,black,brown"),
        ("form", True, ARRAY, "color=blue; color=black; color=brown"),
        ("form", False, OBJECT, "color=R,100,G,200,B,150"),
        ("form", True, OBJECT, "R=100; G=200; B=150"),
        ("form", None, "a;b c", "color=a%3Bb%20c"),
        ("cookie", None, "a b%", "color=a b%"),
        ("cookie", False, ["a b", "c"], "color=a b,c"),
        ("cookie", True, ["a b", "c"], "color=a b; color=c"),
        ("cookie", False, OBJECT, "color=R,100,G,200,B,150"),
        ("cookie", True, OBJECT, "R=100; G=200; B=150"),
        ("form", True, {"a; admin": "1\r\n"}, "a%3B%20admin=1%0D%0A"),
    ],
)
def test_cookie_styles(style: str, explode: bool | None, value: Any, text: str) -> None:
    """A cookie parameter cannot end its cookie."""
    parameter = Parameter(name="color", location="cookie", style=style, explode=explode)
    assert cookie_writer(parameter)(value) == text


@pytest.mark.parametrize(
    "value",
    ["a; admin=1", "a\r\nb", ["x", "y;z"], {"k;": "v"}, {"k=": "v"}, {"k": "v\n"}],
)
def test_a_raw_cookie_cannot_end_itself(value: Any) -> None:
    """What style `cookie` does not escape is refused, in arrays and objects as well."""
    writer = cookie_writer(Parameter(name="c", location="cookie", style="cookie"))
    with pytest.raises(ArgumentError):
        writer(value)


def test_reserved_characters_stay_where_they_may() -> None:
    """allowReserved keeps them, but nothing that would end the query, the path or the value."""
    reserved = ":/?#[]@!$&'()*+,;="
    in_query = query(Parameter(name="q", allow_reserved=True), reserved)
    assert in_query == "q=:/?%23[]@!$%26'()*%2B,;="
    writer = path_writer(Parameter(name="p", location="path", allow_reserved=True))
    assert writer(reserved) == ":%2F%3F%23[]@!$&'()*+,;="
    assert query(Parameter(name="q"), reserved).count("%") == len(reserved)


def test_triples_stay_where_reserved_characters_may() -> None:
    """Reserved expansion (RFC 6570, 3.2.3) keeps what is escaped already, but not in a path."""
    assert query(Parameter(name="q", allow_reserved=True), "a%20b%2") == "q=a%20b%252"
    assert query(Parameter(name="q"), "a%20b") == "q=a%2520b"
    writer = path_writer(Parameter(name="p", location="path", allow_reserved=True))
    assert writer("%2e%2e") == "%252e%252e"


def test_slashes_stay_where_the_document_wants_them() -> None:
    """`x-speakeasy-param-encoding-override` lets a value be several segments."""
    parameter = Parameter(
        name="p", location="path", allow_reserved=True, allow_slashes=True
    )
    assert path_writer(parameter)("a/b?c#d") == "a/b%3Fc%23d"


@pytest.mark.parametrize("style", ["simple", "label"])
@pytest.mark.parametrize("value", ["", [], {}, [""], None])
def test_an_empty_path_value_is_refused(style: str, value: Any) -> None:
    """A segment that would be empty leads to another path, in arrays and objects as well."""
    for explode in (True, False):
        parameter = Parameter(name="p", location="path", style=style, explode=explode)
        with pytest.raises(ArgumentError):
            path_writer(parameter)(value)


class Color(Enum):
    """An enum."""

    RED = "red"


class Filter(BaseModel):
    """An object whose wire names differ."""

    page_size: Optional[int] = None
    since: Optional[dt.datetime] = None

    model_config = {
        "alias_generator": lambda name: {"page_size": "pageSize"}.get(name, name)
    }


UTC = dt.timezone.utc


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (2**70, "1180591620717411303424"),
        (1.5, "1.5"),
        (Decimal("0.10"), "0.10"),
        (Color.RED, "red"),
        (uuid.UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (dt.datetime(2024, 5, 1, 12, tzinfo=UTC), "2024-05-01T12%3A00%3A00Z"),
        (
            dt.datetime(2024, 5, 1, 12, tzinfo=dt.timezone(dt.timedelta(hours=2))),
            "2024-05-01T12%3A00%3A00%2B02%3A00",
        ),
        (dt.date(2024, 5, 1), "2024-05-01"),
        (dt.timedelta(hours=1), "PT1H"),
        (b"\x00\xff", "AP8%3D"),
    ],
)
def test_scalars_are_written_as_json_writes_them(value: Any, text: str) -> None:
    """Booleans, numbers, dates and others have one form."""
    assert query(Parameter(name="v"), value) == f"v={text}"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN")])
def test_what_is_no_number_is_refused(value: Any) -> None:
    """NaN and Infinity are not sent."""
    with pytest.raises(ArgumentError):
        query(Parameter(name="v"), value)


def test_objects_have_wire_names() -> None:
    """A parameter with a type is validated, renamed, and what is absent in it left out."""
    parameter = Parameter(name="f", style="deepObject", type=lambda: Filter)
    assert query(parameter, {"page_size": "3"}) == "f%5BpageSize%5D=3"
    assert query(parameter, Filter(page_size=3)) == "f%5BpageSize%5D=3"


def test_content_is_written_by_its_media_type() -> None:
    """A parameter with `content` is JSON text."""
    parameter = Parameter(name="f", media_type="application/json", type=lambda: Filter)
    assert query(parameter, {"page_size": 3}) == "f=%7B%22pageSize%22%3A3%7D"
    text = Parameter(name="f", media_type="text/plain")
    assert [query(text, value) for value in ("a b", "", 1)] == ["f=a%20b", "f=", "f=1"]
    bare = Parameter(name="f", location="header", media_type="application/json")
    assert header_writer(bare)({"a": [1, None]}) == '{"a":[1,null]}'


def test_a_path_has_what_types_and_contents_say() -> None:
    """A text that could stand in a path as it is may be no value of the parameter, or no JSON."""
    json = Parameter(name="p", location="path", media_type="application/json")
    color = Parameter(name="p", location="path", type=lambda: Color)

    assert path_writer(json)("red") == "%22red%22"
    assert path_writer(color)("red") == "red"
    with pytest.raises(ValidationError):
        path_writer(color)("pink")


def test_a_querystring_parameter_is_the_whole_query() -> None:
    """OpenAPI 3.2's `querystring` writes a form or JSON without a name."""
    form = Parameter(
        name="q", location="querystring", media_type="application/x-www-form-urlencoded"
    )
    assert query(form, {"a": "1 2", "b": ["x", "y"]}) == "a=1%202&b=x&b=y"
    json = Parameter(name="q", location="querystring", media_type="application/json")
    assert query(json, {"a": 1}) == "%7B%22a%22%3A1%7D"
