"""Lines that are sent while they are made: a bad one is the SDK's error, the user's own is not."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pydantic
import pytest

from sdkloom_templates.python.runtime.models import BaseModel
from sdkloom_templates.python.runtime.operation import Body, Part

from .conftest import Caller, ShopError
from .test_bodies import send


class Toy(BaseModel):
    """A line."""

    name: str
    weight: float = 0.0


LINES = Body(
    codec="json-lines",
    media_type="application/jsonl",
    argument="items",
    type=lambda: Toy,
)
PARTS = Body(
    codec="parts",
    media_type="multipart/mixed",
    argument="items",
    rest=Part(name="", type=lambda: Toy),
)


def made(caller: Caller, *items: Any, failure: Exception | None = None) -> Any:
    """Return an iterator of the kind that the client takes, which may fail at its end."""

    def each() -> Iterator[Any]:
        yield from items
        if failure is not None:
            raise failure

    async def each_async() -> AsyncIterator[Any]:
        for item in each():
            yield item

    return each_async() if caller.is_async else each()


@pytest.mark.parametrize("body", [LINES, PARTS])
def test_an_item_that_does_not_fit_is_the_sdks_error(
    caller: Caller, body: Body
) -> None:
    """It is pydantic's as well, as that of a list is."""
    for items in ([{"nam": "a"}], made(caller, {"name": "a"}, {"nam": "b"})):
        with pytest.raises(ShopError, match="name: Field required") as caught:
            send(caller, body, items=items)
        assert isinstance(caught.value, pydantic.ValidationError)


def test_a_number_that_is_none_is_the_sdks_error(caller: Caller) -> None:
    """In an iterator as in a list."""
    bad = {"name": "a", "weight": float("nan")}
    for items in ([bad], made(caller, bad)):
        with pytest.raises(ShopError, match="NaN"):
            send(caller, LINES, items=items)


@pytest.mark.parametrize("failure", [KeyError("mine"), ValueError("mine")])
@pytest.mark.parametrize("body", [LINES, PARTS])
def test_an_error_of_the_iterators_own_is_left_alone(
    caller: Caller, body: Body, failure: Exception
) -> None:
    """Whoever wrote it knows what it means."""
    with pytest.raises(type(failure)) as caught:
        send(caller, body, items=made(caller, {"name": "a"}, failure=failure))
    assert caught.value is failure


@pytest.mark.parametrize("items", [{"name": "a"}, "name", b"name", 5, Toy])
def test_one_item_is_no_list_of_items(caller: Caller, items: Any) -> None:
    """Its keys or characters would be the lines."""
    with pytest.raises(ShopError, match="is no list of items"):
        send(caller, LINES, items=items)
    assert caller.recorder.requests == []
