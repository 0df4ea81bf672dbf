"""Values inside of values, for which no style has a form: they are JSON, with its types."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Dict, List
from urllib.parse import unquote

import httpx
import pytest

from sdkloom_templates.python.runtime.models import BaseModel
from sdkloom_templates.python.runtime.operation import Operation, Parameter
from sdkloom_templates.python.runtime.wiretypes import AsNumber

from .conftest import Caller, ShopError

VALUES: dict[str, tuple[Any, str]] = {
    "numbers": ([{"a": 1, "b": 1.5}], '{"a":1,"b":1.5}'),
    "booleans and null": ([[True, None]], "[true,null]"),
    "texts that look like numbers": ([["1", "true", "null"]], '["1","true","null"]'),
    "all digits": (
        [{"a": Decimal("0.1234567890123456789012")}],
        '{"a":0.1234567890123456789012}',
    ),
    "deep ones": ([{"a": {"b": [1, {"c": "d"}]}}], '{"a":{"b":[1,{"c":"d"}]}}'),
}


@pytest.mark.parametrize("name", VALUES)
@pytest.mark.parametrize("location", ["query", "header", "path"])
def test_nested_values_keep_their_types(
    caller: Caller, name: str, location: str
) -> None:
    """A number is one, and a text stays one."""
    value, expected = VALUES[name]
    recorder = caller.answer(httpx.Response(204))
    operation: Operation[Any] = Operation(
        id="get",
        method="GET",
        path="/{v}" if location == "path" else "/",
        parameters=(Parameter(name="v", location=location),),
    )
    caller.call(operation, {"v": value})
    request = recorder.request
    sent = {
        "query": lambda: request.url.params["v"],
        "header": lambda: request.headers["v"],
        "path": lambda: unquote(request.url.raw_path.decode().rpartition("/")[2]),
    }
    assert sent[location]() == expected


def test_typed_decimals_keep_their_digits(caller: Caller) -> None:
    """Those that are written as numbers by their type, too."""
    recorder = caller.answer(httpx.Response(204))
    exact = Annotated[Decimal, AsNumber()]
    parameter = Parameter(name="v", type=lambda: List[Dict[str, exact]])
    operation: Operation[Any] = Operation(
        id="get", method="GET", path="/", parameters=(parameter,)
    )
    caller.call(operation, {"v": [{"a": Decimal("1.00000000000000000001")}]})
    assert recorder.request.url.params["v"] == '{"a":1.00000000000000000001}'


def test_a_single_value_is_its_text(caller: Caller) -> None:
    """Without quotes of any kind, as ever."""
    recorder = caller.answer(httpx.Response(204))
    parameters = (Parameter(name="a"), Parameter(name="deep", style="deepObject"))
    operation: Operation[Any] = Operation(
        id="get", method="GET", path="/", parameters=parameters
    )
    caller.call(operation, {"a": [1, True, "x"], "deep": {"b": {"c": 2}}})
    assert recorder.request.url.params.multi_items() == [
        ("a", "1"),
        ("a", "true"),
        ("a", "x"),
        ("deep[b][c]", "2"),
    ]


def test_a_class_is_no_value(caller: Caller) -> None:
    """A model is one, and what it is made by is not."""

    class Model(BaseModel):
        """A model."""

        a: int = 1

    operation: Operation[Any] = Operation(
        id="get", method="GET", path="/", parameters=(Parameter(name="a"),)
    )
    with pytest.raises(ShopError):
        caller.call(operation, {"a": Model})
    assert caller.recorder.requests == []
