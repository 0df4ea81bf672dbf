"""Replies: told apart by status and media type, read, or raised."""

from __future__ import annotations

import pickle
from typing import Any, List, Optional

import httpx
import pytest

from sdkloom_templates.python.runtime.errors import BaseError
from sdkloom_templates.python.runtime.models import UNSET, BaseModel, OptionalNullable
from sdkloom_templates.python.runtime.operation import (
    ErrorReply,
    Operation,
    Reply,
    Wrapper,
)

from .conftest import Caller, DefaultError, ShopError, ValidationError, make_api


class One(BaseModel):
    """What 200 gives."""

    one: int


class Two(BaseModel):
    """What 2XX gives."""

    two: int


class NotFoundData(BaseModel):
    """The data of an error."""

    message: str
    code: Optional[int] = None


class NotFound(ShopError):
    """A documented error."""

    data: NotFoundData

    def __init__(
        self, data: NotFoundData, raw_response: httpx.Response, body: str | None = None
    ) -> None:
        super().__init__(data.message, raw_response, body)
        self.data = data


def operation(*replies: Reply, **values: Any) -> Operation[Any, Any]:
    """Return an operation with replies."""
    return Operation(id="get", method="GET", path="/things", replies=replies, **values)


ONE = Reply(type=lambda: One)
TWO = Reply(status="2XX", type=lambda: Two)
GONE = Reply(status="204", type=lambda: NotFoundData)
MISSING = ErrorReply(status="404", error=lambda: NotFound, data=lambda: NotFoundData)
ONE_JSON = b'{"one": 1}'


@pytest.mark.parametrize(
    ("status", "headers", "content"),
    [
        (200, {"content-type": "application/json"}, ONE_JSON),
        (200, {"content-type": "application/json; charset=utf-8"}, ONE_JSON),
        (200, {"content-type": "APPLICATION/JSON"}, ONE_JSON),
        (200, {"content-type": "application/vnd.x+json"}, ONE_JSON),
        (200, {"content-type": "text/json"}, ONE_JSON),
        (200, {}, ONE_JSON),
        (201, {"content-type": "application/json"}, ONE_JSON),
        (200, {"content-type": "application/json"}, b"\xef\xbb\xbf" + ONE_JSON),
        (
            200,
            {"content-type": "application/json; charset=utf-16"},
            '{"one": 1}'.encode("utf-16"),
        ),
    ],
)
def test_json_is_read_as_what_it_is(
    caller: Caller, status: int, headers: dict[str, str], content: bytes
) -> None:
    """Any 2XX with JSON by any of its names is the documented value."""
    caller.answer(httpx.Response(status, headers=headers, content=content))
    assert caller.call(operation(ONE)) == One(one=1)


def test_statuses_match_exactly_then_by_range_then_by_default(caller: Caller) -> None:
    """The nearest documented status says what a reply is."""
    default = Reply(status="default", decoder="text", media_type="text/plain")
    documented = operation(ONE, TWO, default)
    caller.answer(httpx.Response(200, json={"one": 1}))
    assert caller.call(documented) == One(one=1)
    caller.answer(httpx.Response(202, json={"two": 2}))
    assert caller.call(documented) == Two(two=2)
    caller.answer(httpx.Response(202, text="later"))
    assert caller.call(documented) == "later"
    caller.answer(httpx.Response(500, text="no"))
    with pytest.raises(DefaultError):
        caller.call(documented)


def test_an_undocumented_success_is_read_as_the_documented_one(caller: Caller) -> None:
    """201 beside 200 and default is what 200 is, unless it fits the default alone."""
    documented = operation(ONE, Reply(status="default", type=lambda: Two))
    caller.answer(httpx.Response(201, json={"one": 1}))
    assert caller.call(documented) == One(one=1)
    caller.answer(httpx.Response(201, json={"two": 2}))
    assert caller.call(documented) == Two(two=2)


@pytest.mark.parametrize(
    ("media_type", "documented", "expected"),
    [
        ("text/plain", "text/*", "x"),
        ("text/csv", "*/*", "x"),
        ("text/plain; charset=latin-1", "text/plain", "é"),
    ],
)
def test_texts_and_ranges(
    caller: Caller, media_type: str, documented: str, expected: str
) -> None:
    """A range of media types takes all of them; the character set is the reply's."""
    content = expected.encode("latin-1")
    caller.answer(
        httpx.Response(200, headers={"content-type": media_type}, content=content)
    )
    reply = Reply(media_type=documented, decoder="text")
    assert caller.call(operation(ONE, reply)) == expected


def test_empty_replies(caller: Caller) -> None:
    """204 is None where it is documented, or where nothing is; else the error says it is empty."""
    caller.answer(httpx.Response(204))
    empty = Reply(status="204", media_type="", decoder="none")
    assert caller.call(operation(ONE, empty)) is None
    assert caller.call(operation()) is None
    with pytest.raises(ValidationError, match="empty"):
        caller.call(operation(ONE))


def test_replies_to_head_have_no_content(caller: Caller) -> None:
    """What the document says of the content is what GET would give (RFC 9110, 9.3.2)."""
    caller.answer(httpx.Response(200, headers={"content-type": "application/json"}))
    head = Operation[Any](
        id="head", method="HEAD", path="/", replies=(Reply(type=lambda: One),)
    )
    assert caller.call(head) is None
    caller.answer(httpx.Response(404, headers={"content-type": "application/json"}))
    with pytest.raises(ShopError) as caught:
        caller.call(head)
    assert caught.value.status_code == 404


def test_binary_replies(caller: Caller) -> None:
    """Bytes are bytes, and a stream is the open reply."""
    caller.answer(
        httpx.Response(200, headers={"content-type": "image/png"}, content=b"\x89")
    )
    assert (
        caller.call(operation(Reply(media_type="image/*", decoder="bytes"))) == b"\x89"
    )
    stream = caller.call(operation(Reply(media_type="image/*", decoder="stream")))
    assert isinstance(stream, httpx.Response) and stream.status_code == 200


def test_html_instead_of_json_is_an_error(caller: Caller) -> None:
    """A success of another media type is not read as the model."""
    caller.answer(httpx.Response(200, html="<html>"))
    with pytest.raises(DefaultError, match="text/html"):
        caller.call(operation(ONE))


def test_documented_errors_have_their_class(caller: Caller) -> None:
    """The class of the status, with data, message, status, headers and body."""
    reply = httpx.Response(
        404, json={"message": "gone", "code": 7}, headers={"X-Request-Id": "r9"}
    )
    caller.answer(reply)
    with pytest.raises(NotFound) as caught:
        caller.call(operation(ONE, errors=(MISSING,)))
    error = caught.value
    assert error.data == NotFoundData(message="gone", code=7)
    assert (error.status_code, error.message, error.request_id) == (404, "gone", "r9")
    assert str(error) == "get (GET /v1/things): 404 Not Found: gone (request id r9)"
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.data, copy.status_code, str(copy)) == (error.data, 404, str(error))


@pytest.mark.parametrize(
    ("content", "headers"),
    [
        (b"<html>no</html>", {"content-type": "text/html"}),
        (b'{"detail": "other"}', {"content-type": "application/json"}),
        (b"{bad", {"content-type": "application/json"}),
        (b"", {}),
        (b"\xff\xfe", {"content-type": "application/json"}),
    ],
)
def test_an_errors_status_decides_whatever_its_body_is(
    caller: Caller, content: bytes, headers: dict[str, str]
) -> None:
    """The server's error is never hidden by a body that does not fit."""
    caller.answer(httpx.Response(404, headers=headers, content=content))
    with pytest.raises(NotFound) as caught:
        caller.call(operation(ONE, errors=(MISSING,)))
    assert caught.value.status_code == 404
    assert caught.value.raw_response.content == content
    str(caught.value)
    plain = make_api(error_validation=False)
    with pytest.raises(DefaultError):
        caller.call(operation(ONE, errors=(MISSING,)), shop=caller.shop(plain))


def test_errors_by_range_and_default(caller: Caller) -> None:
    """4XX and default errors have their class too; others are the default error."""
    caller.answer(httpx.Response(418, json={"message": "tea"}))
    for status in ("4XX", "default"):
        documented = ErrorReply(
            status=status, error=lambda: NotFound, data=lambda: NotFoundData
        )
        with pytest.raises(NotFound):
            caller.call(operation(ONE, errors=(documented,)))
    with pytest.raises(DefaultError) as caught:
        caller.call(operation(ONE, errors=(MISSING,)))
    assert isinstance(caught.value, BaseError)


def test_messages_are_short(caller: Caller) -> None:
    """A page of HTML is not put into the message; all of it is in the body."""
    caller.answer(httpx.Response(502, html="x" * 20_000))
    with pytest.raises(DefaultError) as caught:
        caller.call(operation(ONE))
    assert len(str(caught.value)) < 1_200 and len(caught.value.body) == 20_000


class Maybe(BaseModel):
    """A property that may be null and may be absent."""

    maybe: OptionalNullable[str] = UNSET


def test_messages_do_not_speak_of_unset(caller: Caller) -> None:
    """That a value is given is not what is wrong with it."""
    caller.answer(httpx.Response(200, json={"maybe": 5}))
    with pytest.raises(ValidationError, match="maybe.*valid string") as caught:
        caller.call(operation(Reply(type=lambda: Maybe)))
    assert "Unset" not in str(caught.value) and "isinstance" not in str(caught.value)


def test_errors_can_be_replies(caller: Caller) -> None:
    """With the setting that says so, 4XX is a reply like others."""
    caller.answer(httpx.Response(404, json={"two": 2}))
    missing = Reply(status="404", type=lambda: Two)
    assert caller.call(operation(ONE, missing, raises=False)) == Two(two=2)


class Page(BaseModel):
    """A value with headers."""

    headers: Any
    result: Any


def test_typed_headers(caller: Caller) -> None:
    """A wrapper takes headers beside the value."""
    caller.answer(
        httpx.Response(200, json={"one": 1}, headers=[("X-A", "1"), ("X-A", "2")])
    )
    wrapper = Wrapper(type=lambda: Page, headers="headers")
    page = caller.call(operation(ONE, wrapper=wrapper))
    assert page.result == One(one=1)
    assert page.headers["x-a"] == ["1", "2"]


class Meta(BaseModel):
    """What http knows of a call."""

    request: Any
    response: Any


class Envelope(BaseModel):
    """A reply with its body."""

    http_meta: Any
    status: Any
    content_type: Any
    raw: Any
    one: Optional[One] = None
    two: Optional[Two] = None


def test_envelopes(caller: Caller) -> None:
    """An envelope is around every success: with the body in the field that its reply names."""
    wrapper = Wrapper(
        type=lambda: Envelope,
        status_code="status",
        content_type="content_type",
        raw_response="raw",
        http_meta="http_meta",
        http_type=lambda: Meta,
    )
    one = Reply(type=lambda: One, field="one")
    two = Reply(status="201", type=lambda: Two, field="two")
    empty = Reply(status="204", media_type="", decoder="none")
    known = operation(one, two, empty, wrapper=wrapper)

    caller.answer(httpx.Response(201, json={"two": 2}))
    envelope = caller.call(known)
    assert envelope.two == Two(two=2) and envelope.one is None
    assert envelope.status == envelope.raw.status_code == 201
    assert envelope.content_type == "application/json"
    assert envelope.http_meta.response is envelope.raw
    assert envelope.http_meta.request.url.path == "/v1/things"

    caller.answer(httpx.Response(204))
    envelope = caller.call(known)
    assert envelope.status == 204 and envelope.one is envelope.two is None

    caller.answer(httpx.Response(500, text="no"))
    with pytest.raises(DefaultError):
        caller.call(known)


class Deep(BaseModel):
    """A value with parts."""

    name: str
    ones: List[One]
    one: One
    note: Optional[str] = None


def test_lenient_replies(caller: Caller) -> None:
    """With lenient validation what is missing is empty, and what fits is typed."""
    caller.answer(
        httpx.Response(200, json={"ones": [{"one": 1}, {"one": "x"}], "more": 1})
    )
    deep = caller.call(operation(Reply(type=lambda: Deep), validation="lenient"))
    assert isinstance(deep, Deep)
    assert deep.ones[0] == One(one=1) and deep.ones[1].one == "x"
    assert deep.name is None and isinstance(deep.one, One) and deep.note is None
    caller.answer(httpx.Response(200, json={"any": 1}))
    assert caller.call(operation(Reply(type=lambda: Deep), validation="none")) == {
        "any": 1
    }


def test_what_http_lets_never_come_is_not_missed(caller: Caller) -> None:
    """A 204 that the document gives a body is the type without values, and what comes is read."""
    caller.answer(httpx.Response(204))
    gone = caller.call(operation(GONE))
    assert isinstance(gone, NotFoundData)
    assert gone.code is None

    caller.answer(httpx.Response(204, json={"message": "a"}))
    assert caller.call(operation(GONE)) == NotFoundData(message="a")


@pytest.mark.parametrize("status", [200, 204])
def test_an_empty_reply_where_a_body_is_documented(caller: Caller, status: int) -> None:
    """Its type is promised, so it is an error that says what came; lenient, it is empty."""
    reply = httpx.Response(status, headers={"x-request-id": "r1"})
    caller.answer(reply)
    with pytest.raises(ValidationError) as caught:
        caller.call(operation(Reply(type=lambda: Deep)))
    assert (caught.value.status_code, caught.value.request_id) == (status, "r1")
    assert "the reply is empty" in str(caught.value)
    caller.answer(reply)
    deep = caller.call(operation(Reply(type=lambda: Deep), validation="lenient"))
    assert isinstance(deep, Deep) and (deep.name, deep.ones) == (None, [])
    caller.answer(reply)
    ones = Reply(type=lambda: List[One])
    assert caller.call(operation(ones, validation="lenient")) == []
    caller.answer(reply)
    assert caller.call(operation(ones, validation="none")) is None


def test_extra_properties_are_kept_and_sent_back(caller: Caller) -> None:
    """What the document does not name is there, and in the model's JSON."""
    caller.answer(httpx.Response(200, json={"one": 1, "new": {"a": 1}}))
    value = caller.call(operation(ONE))
    assert value.new == {"a": 1}
    assert value.model_dump_json() == '{"one":1,"new":{"a":1}}'
