"""What a call sends beside what its operation has."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from sdkloom_templates.python.runtime.extras import Extras
from sdkloom_templates.python.runtime.operation import (
    Body,
    Operation,
    Parameter,
    Reply,
)
from sdkloom_templates.python.runtime.values import ArgumentError

from .conftest import Caller


def _operation(**values: Any) -> Operation[Any, Any]:
    return Operation(
        id="op",
        method="POST",
        path="/things",
        parameters=(Parameter(name="a"), Parameter(name="b")),
        replies=(Reply(),),
        **values,
    )


JSON = _operation(body=Body(argument="body"))


def test_parameters_of_the_query(caller: Caller) -> None:
    """They come after the others, and win over those of the same name."""
    recorder = caller.answer(httpx.Response(200, json={}))
    extras = Extras({"b": "x y", "c": [1, 2], "d": None})
    caller.call(_operation(), {"a": 1, "b": 2}, extras=extras)
    assert str(recorder.request.url).partition("?")[2] == "a=1&b=x%20y&c=1&c=2"


def test_properties_of_the_body(caller: Caller) -> None:
    """They win over those of the same name; without a body they are the body."""
    recorder = caller.answer(httpx.Response(200, json={}))
    extras = Extras(body={"b": 2, "c": {"d": None}})
    caller.call(JSON, {"body": {"a": 1, "b": 1}}, extras=extras)
    assert json.loads(recorder.request.content) == {"a": 1, "b": 2, "c": {"d": None}}
    assert recorder.request.headers["content-length"] == str(
        len(recorder.request.content)
    )

    recorder = caller.answer(httpx.Response(200, json={}))
    caller.call(_operation(), extras=extras)
    assert json.loads(recorder.request.content) == {"b": 2, "c": {"d": None}}
    assert recorder.request.headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (Body(argument="body"), [1]),
        (Body(media_type="text/plain", codec="text", argument="body"), "a"),
        (Body(media_type="text/plain", codec="text", argument="body"), None),
    ],
)
def test_a_body_that_takes_no_properties(
    caller: Caller, body: Body, value: Any
) -> None:
    """The call is refused before anything is sent."""
    recorder = caller.answer(httpx.Response(200, json={}))
    with pytest.raises(ArgumentError, match="extra_body"):
        caller.call(
            _operation(body=body), {"body": value}, extras=Extras(body={"a": 1})
        )
    assert recorder.requests == []


def test_nothing_more(caller: Caller) -> None:
    """Without any the request is as ever."""
    recorder = caller.answer(httpx.Response(200, json={}))
    caller.call(JSON, {"body": {"a": 1}}, extras=Extras(None, {}))
    assert recorder.request.content == b'{"a":1}'
