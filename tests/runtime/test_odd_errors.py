"""What a server says when it fails is never hidden, however oddly it says it."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from sdkloom_templates.python.runtime.errors import connection_error, text_of
from sdkloom_templates.python.runtime.operation import (
    ErrorReply,
    Operation,
    Reply,
)

from .conftest import Caller, DefaultError, NoResponseError, ShopError
from .test_replies import NotFound, NotFoundData

MISSING = ErrorReply(status="404", error=lambda: NotFound, data=lambda: NotFoundData)
GET: Operation[Any] = Operation(
    id="get", method="GET", path="/things", replies=(Reply(),), errors=(MISSING,)
)

BODIES = [
    b'{"message": 5}',
    b'{"message": {"a": 1}}',
    b'{"message": null}',
    b"{}",
    b"[1]",
    b'"gone"',
    b"null",
    b"5",
    b"",
    b"<html>",
    b"\xff\xfe",
]


@pytest.mark.parametrize("body", BODIES)
def test_a_documented_error_is_raised_whatever_its_body_is(
    caller: Caller, body: bytes
) -> None:
    """Its data are of their type, and its message is a text."""
    caller.answer(httpx.Response(404, content=body))
    with pytest.raises(NotFound) as caught:
        caller.call(GET)
    error = caught.value
    assert isinstance(error.data, NotFoundData)
    assert isinstance(error.message, str) and "404" in str(error)
    assert error.raw_response.content == body
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.mark.parametrize("charset", ["base64", "hex", "zlib", "rot13", "klingon"])
@pytest.mark.parametrize("status", [200, 500])
def test_a_character_set_may_be_anything(
    caller: Caller, charset: str, status: int
) -> None:
    """Python has codecs by the names that a server may give, which are no character sets."""
    text = Reply(media_type="text/plain", decoder="text")
    headers = {"content-type": f"text/plain; charset={charset}"}
    caller.answer(httpx.Response(status, content=b"oops", headers=headers))
    operation: Operation[Any] = Operation(
        id="get", method="GET", path="/", replies=(text,)
    )
    if status == 200:
        assert caller.call(operation) in ("oops", "bbcf")
        return
    with pytest.raises(DefaultError) as caught:
        caller.call(operation)
    assert caught.value.body in ("oops", "bbcf")


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))]
)
def test_a_copy_says_what_the_server_said(
    caller: Caller, again: Callable[[Any], Any]
) -> None:
    """The reason that it gave, too."""
    reason = {"reason_phrase": b"Teapots Only", "http_version": b"HTTP/1.1"}
    caller.answer(lambda request: httpx.Response(418, extensions=reason))
    with pytest.raises(DefaultError, match="418 Teapots Only") as caught:
        caller.call(GET)
    assert str(again(caught.value)) == str(caught.value)


@pytest.mark.parametrize("where", ["mailto:a@b", "http://[bad", "//:99999x/"])
def test_a_redirect_to_no_address(caller: Caller, where: str) -> None:
    """It is a call without a reply that makes sense, and the SDK's error."""
    caller.answer(httpx.Response(302, headers={"location": where}))
    with pytest.raises(ShopError):
        caller.call(GET)


def test_a_file_that_shrinks_is_the_sdks_error() -> None:
    """What was announced cannot be sent any more; the http library lets another's error through."""
    httpcore_lets_through = type("LocalProtocolError", (Exception,), {})
    request = httpx.Request("PUT", "https://api.example.com/")
    error = connection_error(
        NoResponseError, httpcore_lets_through("Too little data"), request
    )
    assert isinstance(error, NoResponseError)
    assert isinstance(error, httpx.LocalProtocolError)
    assert "Too little data" in str(error)
