"""Everything that a call can raise is under the SDK's base error, and of its old class as well."""

from __future__ import annotations

import asyncio
import copy
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pydantic
import pytest

from sdkloom_templates.python.runtime.extras import Extras
from sdkloom_templates.python.runtime.models import BaseModel
from sdkloom_templates.python.runtime.operation import (
    Body,
    ErrorReply,
    Operation,
    PageInput,
    Pagination,
    Parameter,
    Part,
    Reply,
    Scheme,
    Wrapper,
)

from .conftest import (
    Caller,
    DefaultError,
    NoResponseError,
    ShopError,
    ValidationError,
    make_api,
)

KEY = Scheme(key="key", kind="apiKey", name="X-Key", fields=(("value", "key"),))


class Toy(BaseModel):
    """A toy."""

    name: str
    weight: float = 0.0


class Secret(BaseModel, secret=True):
    """A body that holds a credential."""

    pin: int


class Page(BaseModel):
    """A page."""

    result: Any
    next: Any


def reading(**values: Any) -> Operation[Any]:
    """Return an operation without a body."""
    defaults: dict[str, Any] = {
        "id": "getToy",
        "method": "GET",
        "path": "/toys/{id}",
        "parameters": (
            Parameter(name="id", location="path"),
            Parameter(name="day", type=lambda: int),
            Parameter(name="X-Trace", argument="trace", location="header"),
            Parameter(name="crumb", location="cookie", style="cookie"),
        ),
        "replies": (Reply(type=lambda: Toy),),
    }
    return Operation(**{**defaults, **values})


def writing(**values: Any) -> Operation[Any]:
    """Return an operation with a body."""
    body = Body(argument="body", required=True, **values)
    return reading(id="putToy", method="PUT", path="/toys", parameters=(), body=body)


GET = reading()
JSON = writing(type=lambda: Toy)
SECRET = writing(type=lambda: Secret)
PLAIN = writing()
FORM = writing(
    codec="multipart",
    media_type="multipart/form-data",
    parts=(Part(name="file", file=True),),
)
FILE = writing(codec="binary", media_type="application/octet-stream")
REQUEST = reading(request=lambda: Toy, parameters=())
LOOP: dict[str, Any] = {}
LOOP["again"] = LOOP

Case = tuple[Operation[Any], dict[str, Any], dict[str, Any], type[Exception]]
"""An operation, its arguments, the call's options, and the class beside the SDK's."""

REFUSED: dict[str, Case] = {
    "an empty segment": (GET, {"id": ""}, {}, ValueError),
    "a missing segment": (GET, {}, {}, ValueError),
    "a dot segment": (GET, {"id": ".."}, {}, ValueError),
    "half a character": (GET, {"id": "\ud800"}, {}, ValueError),
    "an address too long": (GET, {"id": "x" * 70000}, {}, ValueError),
    "a parameter's type": (GET, {"id": "1", "day": "x"}, {}, pydantic.ValidationError),
    "a line end in a header": (GET, {"id": "1", "trace": "a\r\nB: c"}, {}, ValueError),
    "a cookie's end": (GET, {"id": "1", "crumb": "a; b=c"}, {}, ValueError),
    "an own header's value": (
        GET,
        {"id": "1"},
        {"http_headers": {"X-A": "a\nb"}},
        ValueError,
    ),
    "an own header's name": (
        GET,
        {"id": "1"},
        {"http_headers": {"X A": "a"}},
        ValueError,
    ),
    "a server's query": (GET, {"id": "1"}, {"server_url": "https://a?b"}, ValueError),
    "a negative timeout": (GET, {"id": "1"}, {"timeout_ms": -1}, ValueError),
    "no timeout": (GET, {"id": "1"}, {"timeout_ms": float("nan")}, ValueError),
    "a missing body": (JSON, {}, {}, ValueError),
    "a body's type": (
        JSON,
        {"body": {"name": "a", "weight": "x"}},
        {},
        pydantic.ValidationError,
    ),
    "a request's type": (REQUEST, {"request": {}}, {}, pydantic.ValidationError),
    "NaN in a model": (
        JSON,
        {"body": {"name": "a", "weight": float("nan")}},
        {},
        ValueError,
    ),
    "NaN in plain data": (PLAIN, {"body": [float("nan")]}, {}, ValueError),
    "half a character in a body": (JSON, {"body": {"name": "\ud800"}}, {}, ValueError),
    "a body in itself": (PLAIN, {"body": LOOP}, {}, ValueError),
    "no JSON": (PLAIN, {"body": object()}, {}, ValueError),
    "no file": (FORM, {"body": {"file": 3}}, {}, ValueError),
    "no bytes": (FILE, {"body": 3}, {}, ValueError),
    "a file that is not there": (
        FILE,
        {"body": Path("not-there")},
        {},
        FileNotFoundError,
    ),
    "NaN beside the body": (
        JSON,
        {"body": {"name": "a"}},
        {"extras": Extras(body={"b": float("inf")})},
        ValueError,
    ),
    "no JSON beside the body": (
        JSON,
        {"body": {"name": "a"}},
        {"extras": Extras(body={"b": object()})},
        ValueError,
    ),
    "a body beside a file": (
        FILE,
        {"body": b"a"},
        {"extras": Extras(body={"b": 1})},
        ValueError,
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_sent_is_the_sdks_error(caller: Caller, name: str) -> None:
    """It names the operation, is what it was before, can be pickled, and nothing was sent."""
    operation, arguments, options, kind = REFUSED[name]
    recorder = caller.answer(httpx.Response(200, json={"name": "a"}))

    with pytest.raises(ShopError) as caught:
        caller.call(operation, arguments, **options)

    error = caught.value
    assert isinstance(error, kind)
    assert str(error).startswith(f"{operation.id} ({operation.method} /v1/toys")
    assert (error.status_code, error.body, error.request_id) == (0, "", None)
    assert error.__cause__ is not None
    assert recorder.requests == []
    for other in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
        assert type(other) is type(error)
        assert str(other) == str(error)


def test_pydantics_error_keeps_what_it_says(caller: Caller) -> None:
    """`errors()` works as ever; a pickle has places and reasons, and no values."""
    with pytest.raises(pydantic.ValidationError) as caught:
        caller.call(JSON, {"body": {"weight": "heavy"}})

    error = caught.value
    places = [("name",), ("weight",)]
    assert error.title == "Toy"
    assert [one["loc"] for one in error.errors()] == places
    assert error.errors()[1]["input"] == "heavy"
    other = pickle.loads(pickle.dumps(error))
    assert [one["loc"] for one in other.errors()] == places
    assert [one["msg"] for one in other.errors()] == [
        one["msg"] for one in error.errors()
    ]
    assert b"heavy" not in pickle.dumps(error)


def test_secrets_are_in_no_refusal(caller: Caller) -> None:
    """Neither what a credential's field nor what its header was given is shown."""
    shop = caller.shop(
        make_api(schemes=(KEY,), security=((("key", ()),),)),
        security={"key": "hush\nhush"},
    )
    for operation, arguments, client in (
        (SECRET, {"body": {"pin": "hush"}}, None),
        (GET, {"id": "1"}, shop),
    ):
        with pytest.raises(ShopError) as caught:
            caller.call(operation, arguments, client)
        shown = f"{caught.value} {caught.value!r}"
        assert "hush" not in shown


def test_a_file_that_is_not_there_is_named(caller: Caller) -> None:
    """What an OSError has is there."""
    with pytest.raises(FileNotFoundError) as caught:
        caller.call(FILE, {"body": Path("not-there")})
    assert (caught.value.errno, str(caught.value.filename)) == (2, "not-there")


def test_a_closed_client_is_no_reply(caller: Caller) -> None:
    """It is a RuntimeError as well."""
    shop = caller.shop()
    shop.close()
    with pytest.raises(NoResponseError, match="closed") as caught:
        caller.call(GET, {"id": "1"}, shop)
    assert isinstance(caught.value, RuntimeError)


def test_an_error_of_the_users_own_is_left_alone(caller: Caller) -> None:
    """What the user's code raises is the user's, whatever it is derived from."""

    class Mine(ValueError):
        """An error of the user's."""

    def key() -> str:
        raise Mine("no key")

    api = make_api(schemes=(KEY,), security=((("key", ()),),))
    with pytest.raises(Mine) as caught:
        caller.call(GET, {"id": "1"}, caller.shop(api, security={"key": key}))
    assert not isinstance(caught.value, ShopError)


def test_an_iterator_for_the_other_client_is_refused() -> None:
    """An async iterator cannot be sent by the sync client; that is found when it is sent."""

    async def pieces() -> Any:
        yield b"a"

    with pytest.raises(ShopError, match="async iterator") as caught:
        Caller(False).call(FILE, {"body": pieces()})
    assert isinstance(caught.value, ValueError)


DEEP = b"[" * 100_000


def _lists(**headers: str) -> Callable[[bytes], httpx.Response]:
    return lambda content: httpx.Response(200, content=content, headers=headers)


PLAIN_GET = reading(replies=(Reply(),), validation="none")
LINES = reading(
    replies=(Reply(media_type="application/jsonl", decoder="json-lines"),),
)
EVENTS = reading(
    replies=(Reply(media_type="text/event-stream", decoder="event-stream"),),
)
TYPED_EVENTS = reading(
    replies=(
        Reply(media_type="text/event-stream", decoder="event-stream", type=lambda: Toy),
    ),
)
FAILING = reading(
    errors=(
        ErrorReply(
            status="404",
            media_type="application/json",
            error=lambda: DefaultError,
            data=None,
        ),
    ),
)

ODD: dict[str, tuple[Operation[Any], str, bytes, type[ShopError]]] = {
    "nothing": (GET, "application/json", b"", ValidationError),
    "no JSON": (GET, "application/json", b"{", ValidationError),
    "another type": (GET, "application/json", b"[]", ValidationError),
    "no UTF-8": (GET, "application/json", b'{"name": "\xff"}', ValidationError),
    "an unknown character set": (
        GET,
        "application/json; charset=klingon",
        b'{"name": 3}',
        ValidationError,
    ),
    "HTML": (GET, "text/html", b"<p>", DefaultError),
    "deep JSON": (GET, "application/json", DEEP, ValidationError),
    "deep JSON, not validated": (PLAIN_GET, "application/json", DEEP, ValidationError),
    "a deep line": (LINES, "application/jsonl", DEEP + b"\n", ValidationError),
    "a broken line": (LINES, "application/jsonl", b"{\n", ValidationError),
    "a wrong event": (
        TYPED_EVENTS,
        "text/event-stream",
        b"data: {}\n\n",
        ValidationError,
    ),
    "a deep event": (
        TYPED_EVENTS,
        "text/event-stream",
        b"data: " + DEEP + b"\n\n",
        ValidationError,
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_replies_are_the_sdks_errors(caller: Caller, name: str) -> None:
    """Whatever a server sends, what is raised has its status and its headers."""
    operation, media_type, content, kind = ODD[name]
    caller.answer(
        httpx.Response(200, content=content, headers={"content-type": media_type})
    )

    with pytest.raises(kind) as caught:
        caller.call(operation, {"id": "1"})

    assert caught.value.status_code == 200
    assert caught.value.headers["content-type"] == media_type
    assert len(str(caught.value)) < 2000


def test_a_stream_bears_whatever_its_fields_say(caller: Caller) -> None:
    """A time to wait with more digits than Python reads is no time."""
    content = b"retry: " + b"9" * 5000 + b"\ndata: 1\n\n"
    caller.answer(
        httpx.Response(
            200, content=content, headers={"content-type": "text/event-stream"}
        )
    )
    assert caller.call(EVENTS, {"id": "1"}) == [1]


def paging(**values: Any) -> Operation[Any]:
    """Return an operation with pages."""
    return reading(
        path="/toys",
        parameters=(Parameter(name="page"),),
        replies=(Reply(),),
        pagination=Pagination(
            inputs=(PageInput(role="page", argument="page"),), **values
        ),
        wrapper=Wrapper(type=lambda: Page, next="next"),
    )


COUNTED = paging(kind="offset-limit", results="$.data", page_count="$.pages")
LINKED = paging(kind="url", next_url="$.next")

PAGES: dict[str, tuple[Operation[Any], bytes, bool]] = {
    "digits of another script": (COUNTED, '{"data":[1],"pages":"²"}'.encode(), False),
    "endless digits": (
        COUNTED,
        b'{"data":[1],"pages":"%s"}' % (b"9" * 9000),
        False,
    ),
    "an infinite count": (COUNTED, b'{"data":[1],"pages":Infinity}', False),
    "another server": (LINKED, b'{"next":"https://evil.example/"}', True),
    "no address": (LINKED, b'{"next":"https://a:b/"}', True),
}


@pytest.mark.parametrize("name", PAGES)
def test_odd_pages_are_the_sdks_errors(caller: Caller, name: str) -> None:
    """What leads nowhere is the last page; what leads elsewhere is refused."""
    operation, content, is_refused = PAGES[name]
    kind = {"content-type": "application/json"}
    caller.answer(httpx.Response(200, content=content, headers=kind))
    page = caller.call(operation)

    def following() -> Any:
        return asyncio.run(page.next()) if caller.is_async else page.next()

    if not is_refused:
        assert following() is None
        return
    with pytest.raises(ValidationError) as caught:
        following()
    assert isinstance(caught.value, ValueError)
    assert caught.value.status_code == 200


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    yield
