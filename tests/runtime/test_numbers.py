"""No digit of a number is lost on its way in or out, however many it has."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Dict, List, Optional, Union

import httpx
import pytest

from sdkloom_templates.python.runtime.extras import Extras
from sdkloom_templates.python.runtime.models import BaseModel, adapter_for
from sdkloom_templates.python.runtime.operation import (
    Body,
    Operation,
    Parameter,
    Part,
    Reply,
)
from sdkloom_templates.python.runtime.wiretypes import AsNumber, AsText

from .conftest import Caller

PI = "3.14159265358979323846264338327950288"
BIG = "123456789012345678901234567890"
Number = Annotated[Decimal, AsNumber()]


class Price(BaseModel):
    """A price."""

    amount: Annotated[Optional[Decimal], AsNumber()] = None
    parts: Annotated[Optional[Dict[str, List[Decimal]]], AsNumber()] = None
    count: Annotated[Optional[int], AsText()] = None
    size: Optional[int] = None
    rate: Optional[float] = None


class Order(BaseModel):
    """An order."""

    price: Price
    others: Optional[List[Price]] = None
    by_name: Optional[Dict[str, Price]] = None
    either: Union[Price, str, None] = None


class Event(BaseModel):
    """An event of a stream."""

    data: Price


TEXTS = [
    b'{"price":{"amount":%s}}' % PI.encode(),
    b'{"price":{"amount":-%s}}' % PI.encode(),
    b'{"price":{"amount":%s}}' % BIG.encode(),
    b'{"price":{"amount":%s.5}}' % BIG.encode(),
    b'{"price":{"parts":{"a":[0.1,%s,2]}}}' % PI.encode(),
    b'{"price":{"amount":0.1},"others":[{"amount":%s},{"size":%s}]}'
    % (PI.encode(), BIG.encode()),
    b'{"price":{"count":"%s"}}' % BIG.encode(),
    b'{"price":{},"by_name":{"a":{"amount":%s}}}' % PI.encode(),
    b'{"price":{},"either":{"amount":%s}}' % PI.encode(),
    b'{"price":{},"either":"%s"}' % PI.encode(),
    b'{"price":{"rate":0.30000000000000004}}',
    b'{"price":{"note":"%s"}}' % PI.encode(),
]


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_read_is_sent_as_it_was(caller: Caller, text: bytes) -> None:
    """A reply becomes a body of the same digits."""
    operation: Operation[Any] = Operation(
        id="put",
        method="PUT",
        path="/orders",
        body=Body(argument="body", type=lambda: Order, required=True),
        replies=(Reply(type=lambda: Order),),
    )
    kind = {"content-type": "application/json"}
    recorder = caller.answer(httpx.Response(200, content=text, headers=kind))

    order = caller.call(operation, {"body": {"price": {}}})
    caller.call(operation, {"body": order})

    assert recorder.requests[1].content == text


def test_a_user_gets_and_gives_all_digits(caller: Caller) -> None:
    """The decimal itself has them; what the user dumps is a number all the same."""
    adapter = adapter_for(Price)
    price = adapter.validate_json(b'{"amount":%s}' % PI.encode())

    assert price.amount == Decimal(PI)
    assert price.model_dump_json() == '{"amount":3.141592653589793}'
    assert price.model_dump(mode="json") == {"amount": 3.141592653589793}
    assert price.model_dump() == {"amount": Decimal(PI)}


@pytest.mark.parametrize(
    ("value", "written"),
    [("1.5", b"1.5"), ("10", b"10"), ("1E+2", b"100"), ("0.1", b"0.1")],
)
def test_short_decimals_are_plain_numbers(value: str, written: bytes) -> None:
    """What a float can say is said as one."""
    adapter = adapter_for(Price)
    assert adapter.dump_json(Price(amount=Decimal(value)), by_alias=True) == (
        b'{"amount":%s}' % written
    )


def test_parameters_and_forms_have_all_digits(caller: Caller) -> None:
    """They are the same in a query, a form, a part of a form, and beside a body."""
    recorder = caller.answer(httpx.Response(204))
    query: Operation[Any] = Operation(
        id="get",
        method="GET",
        path="/prices",
        parameters=(
            Parameter(name="one", type=lambda: Number),
            Parameter(name="price", type=lambda: Price, style="deepObject"),
            Parameter(name="json", type=lambda: Price, media_type="application/json"),
        ),
        replies=(Reply(status="204", media_type="", decoder="none"),),
    )
    price = Price(amount=Decimal(PI))
    caller.call(query, {"one": Decimal(PI), "price": price, "json": price})
    params = recorder.requests[0].url.params
    assert (params["one"], params["price[amount]"]) == (PI, PI)
    assert params["json"] == f'{{"amount":{PI}}}'

    for codec, media_type in (
        ("form", "application/x-www-form-urlencoded"),
        ("multipart", "multipart/form-data"),
    ):
        form: Operation[Any] = Operation(
            id="form",
            method="POST",
            path="/prices",
            body=Body(
                argument="body",
                codec=codec,
                media_type=media_type,
                type=lambda: Order,
                parts=(Part(name="price", content_type="application/json"),),
            ),
            replies=(Reply(status="204", media_type="", decoder="none"),),
        )
        caller.call(form, {"body": Order(price=price)})
        sent = httpx.QueryParams(recorder.requests[-1].content.decode())
        assert f'{{"amount":{PI}}}' in (sent.get("price") or str(sent.values()))


def test_extras_leave_the_digits_of_a_body(caller: Caller) -> None:
    """Further properties go beside those that are there."""
    recorder = caller.answer(httpx.Response(204))
    operation: Operation[Any] = Operation(
        id="put",
        method="PUT",
        path="/prices",
        body=Body(argument="body", type=lambda: Price, required=True),
        replies=(Reply(status="204", media_type="", decoder="none"),),
    )
    body = {"amount": Decimal(PI), "size": int(BIG)}
    caller.call(operation, {"body": body}, extras=Extras(body={"more": 10**30}))
    sent = f'{{"amount":{PI},"size":{BIG},"more":{10**30}}}'
    assert recorder.request.content.decode() == sent


def test_events_and_lines_have_all_digits(caller: Caller) -> None:
    """So have the items of streams."""
    for content, reply in (
        (
            f'data: {{"amount":{PI}}}\n\n',
            Reply(
                media_type="text/event-stream",
                decoder="event-stream",
                type=lambda: Event,
            ),
        ),
        (
            f'{{"data":{{"amount":{PI}}}}}\n',
            Reply(
                media_type="application/jsonl",
                decoder="json-lines",
                type=lambda: Event,
            ),
        ),
    ):
        kind = {"content-type": reply.media_type}
        caller.answer(httpx.Response(200, content=content.encode(), headers=kind))
        operation: Operation[Any] = Operation(
            id="watch", method="GET", path="/prices", replies=(reply,)
        )
        (event,) = caller.call(operation)
        assert event.data.amount == Decimal(PI)
