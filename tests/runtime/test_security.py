"""Credentials: where they go, which alternative is used, and where they never go."""

from __future__ import annotations

import asyncio
import gc
import logging
import pickle
import threading
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest

from sdkloom_templates.python.runtime.models import BaseModel
from sdkloom_templates.python.runtime.operation import (
    Api,
    Body,
    Operation,
    Parameter,
    Reply,
    Scheme,
)

from sdkloom_templates.python.runtime.retries import BackoffStrategy, RetryConfig

from .conftest import Caller, DefaultError, ShopError, make_api

GET: Operation[Any] = Operation(id="get", method="GET", path="/", replies=(Reply(),))

KEY = Scheme(key="key", kind="apiKey", name="X-Key", fields=(("value", "api_key"),))
QUERY = Scheme(
    key="query", kind="apiKey", name="k e", location="query", fields=(("value", "q"),)
)
COOKIE = Scheme(
    key="cookie", kind="apiKey", name="sid", location="cookie", fields=(("value", "c"),)
)
BEARER = Scheme(
    key="bearer",
    kind="bearer",
    fields=(("value", "token"),),
    env=(("value", "SHOP_TOKEN"),),
)
BASIC = Scheme(
    key="basic",
    kind="basic",
    fields=(("username", "basic.username"), ("password", "basic.password")),
)
CUSTOM = Scheme(key="custom", kind="custom", fields=(("value", "custom.id"),))
SCHEMES = (KEY, QUERY, COOKIE, BEARER, BASIC, CUSTOM)


def api_with(*alternatives: tuple[str, ...]) -> Api:
    """Return an API that needs one of the alternatives."""
    security = tuple(tuple((key, ()) for key in keys) for keys in alternatives)
    return make_api(schemes=SCHEMES, security=security)


@pytest.mark.parametrize(
    ("alternatives", "values", "expected"),
    [
        ((("key",),), {"api_key": "s1"}, {"x-key": "s1"}),
        ((("bearer",),), {"token": "s1"}, {"authorization": "Bearer s1"}),
        ((("bearer",),), {"token": "bearer s1"}, {"authorization": "bearer s1"}),
        ((("cookie",),), {"c": "a;b"}, {"cookie": "sid=a%3Bb"}),
        (
            (("basic",),),
            {"basic": {"username": "u", "password": "p:é"}},
            {"authorization": "Basic dTpwOsOp"},
        ),
        # AND: both, or the alternative is not used
        (
            (("key", "bearer"),),
            {"api_key": "s1", "token": "s2"},
            {"x-key": "s1", "authorization": "Bearer s2"},
        ),
        ((("key", "bearer"),), {"api_key": "s1"}, {}),
        # OR: the first complete one
        ((("key",), ("bearer",)), {"token": "s2"}, {"authorization": "Bearer s2"}),
        ((("key",), ("bearer",)), {"api_key": "s1", "token": "s2"}, {"x-key": "s1"}),
        (
            (("key", "bearer"), ("cookie",)),
            {"api_key": "s1", "c": "v"},
            {"cookie": "sid=v"},
        ),
        # none needed, but credentials are there
        (((), ("key",)), {"api_key": "s1"}, {"x-key": "s1"}),
        (((), ("key",)), {}, {}),
        ((), {"api_key": "s1"}, {}),
        ((("custom", "key"),), {"api_key": "s1"}, {"x-key": "s1"}),
    ],
)
def test_alternatives(
    caller: Caller,
    alternatives: tuple[tuple[str, ...], ...],
    values: dict[str, Any],
    expected: dict[str, str],
) -> None:
    """Schemes are combined by AND inside of an alternative, by OR between them."""
    recorder = caller.answer(httpx.Response(200, json={}))
    shop = caller.shop(api_with(*alternatives), security=values)

    for _ in range(2):
        caller.call(GET, shop=shop)

    for request in recorder.requests:
        names = ("x-key", "authorization", "cookie")
        sent = {
            name: request.headers[name] for name in names if name in request.headers
        }
        assert sent == expected


def test_a_key_in_the_query(caller: Caller) -> None:
    """A key in the query is escaped."""
    recorder = caller.answer(httpx.Response(200, json={}))
    caller.call(GET, shop=caller.shop(api_with(("query",)), security={"q": "a&b"}))
    assert recorder.request.url.query == b"k%20e=a%26b"


def test_values_may_be_callables(caller: Caller) -> None:
    """A callable is asked for each request; so is one that gives the whole value."""
    recorder = caller.answer(httpx.Response(200, json={}))
    counter = iter(range(9))

    class Security(BaseModel):
        token: str

    shop = caller.shop(
        api_with(("bearer",)), security={"token": lambda: f"t{next(counter)}"}
    )
    caller.call(GET, shop=shop)
    caller.call(GET, shop=shop)
    whole = lambda: Security(token=f"t{next(counter)}")  # noqa: E731
    caller.call(GET, shop=caller.shop(api_with(("bearer",)), security=whole))
    sent = [request.headers["authorization"] for request in recorder.requests]
    assert sent == ["Bearer t0", "Bearer t1", "Bearer t2"]


def test_callables_may_be_async() -> None:
    """The async client awaits a callable that asks for it."""
    caller = Caller(True)
    recorder = caller.answer(httpx.Response(200, json={}))

    async def token() -> str:
        await asyncio.sleep(0)
        return "t1"

    caller.call(GET, shop=caller.shop(api_with(("bearer",)), security={"token": token}))
    assert recorder.request.headers["authorization"] == "Bearer t1"


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("whole", [False, True])
def test_an_async_callable_is_refused_by_sync_calls(whole: bool) -> None:
    """Nothing could await it: the call would be made without credentials."""

    async def key() -> Any:
        return {"api_key": "K"} if whole else "K"

    caller = Caller(is_async=False)
    security: Any = key if whole else {"api_key": key}
    with pytest.raises(ShopError, match="only async methods can await it"):
        caller.call(GET, shop=caller.shop(api_with(("key",)), security=security))
    gc.collect()
    assert caller.recorder.requests == []


def test_the_environment_is_read_for_each_request(
    caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A variable that changes, changes the next request."""
    recorder = caller.answer(httpx.Response(200, json={}))
    shop = caller.shop(api_with(("bearer",)), security={"token": None})
    caller.call(GET, shop=shop)
    monkeypatch.setenv("SHOP_TOKEN", "e1")
    caller.call(GET, shop=shop)
    sent = [request.headers.get("authorization") for request in recorder.requests]
    assert sent == [None, "Bearer e1"]


def test_an_operation_can_have_its_own_security(caller: Caller) -> None:
    """Its requirement replaces the API's, and its argument the client's value."""
    recorder = caller.answer(httpx.Response(200, json={}))
    own: Operation[Any] = Operation(
        id="own",
        method="GET",
        path="/",
        replies=(Reply(),),
        security=((("key", ()), ("bearer", ())),),
        security_argument="security",
    )
    none: Operation[Any] = Operation(
        id="none", method="GET", path="/", replies=(Reply(),), security=()
    )
    shop = caller.shop(api_with(("key",)), security={"api_key": "client"})
    caller.call(own, {"security": {"api_key": "call", "token": "t"}}, shop)
    caller.call(none, {}, shop)
    first, second = recorder.requests
    assert (first.headers["x-key"], first.headers["authorization"]) == (
        "call",
        "Bearer t",
    )
    assert "x-key" not in second.headers


@pytest.mark.parametrize(
    ("location", "kept"),
    [
        ("https://api.example.com/other", True),
        ("/other", True),
        ("https://evil.example.com/other", False),
        ("https://api.example.com:8443/other", False),
        ("http://api.example.com/other", False),
    ],
)
def test_credentials_do_not_follow_a_redirect_elsewhere(
    caller: Caller, location: str, kept: bool
) -> None:
    """Another scheme, host or port gets no header of a security scheme."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/other":
            return httpx.Response(200, json={})
        return httpx.Response(302, headers={"Location": location})

    recorder = caller.answer(answer)
    values = {"api_key": "s1", "token": "s2", "c": "s3"}
    shop = caller.shop(api_with(("key", "bearer", "cookie")), security=values)
    caller.call(GET, shop=shop, http_headers={"X-Session-Token": "s4"})

    second = recorder.requests[1]
    assert ("x-key" in second.headers) is kept
    assert ("x-session-token" in second.headers) is kept
    assert ("authorization" in second.headers) is kept
    assert kept or "s3" not in second.headers.get("cookie", "")


def test_cookies_go_along_to_the_same_server(caller: Caller) -> None:
    """A redirect there keeps them; one that the server has set anew has its new value."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v1/":
            headers = {"Location": "/other", "Set-Cookie": "sid=new; Path=/"}
            return httpx.Response(307, headers=headers)
        return httpx.Response(200, json={})

    recorder = caller.answer(answer)
    operation = Operation[Any](
        id="get",
        method="GET",
        path="/",
        replies=(Reply(),),
        parameters=(Parameter(name="lang", location="cookie"),),
    )
    shop = caller.shop(api_with(("cookie",)), security={"c": "old"})
    caller.call(operation, {"lang": "de"}, shop)

    cookies = [request.headers["cookie"] for request in recorder.requests]
    assert cookies == ["lang=de; sid=old", "lang=de; sid=new"]


def test_cookies_of_the_http_client_are_sent_beside_the_calls(caller: Caller) -> None:
    """A session in the user's http client stays one when a call has a cookie of its own."""
    recorder = caller.answer(httpx.Response(200, json={}))
    cookies = {"session": "s1"}
    shop = caller.shop(
        api_with(("cookie",)),
        security={"c": "v"},
        client=caller.http_client(cookies=cookies),
        async_client=caller.async_http_client(cookies=cookies),
    )
    caller.call(GET, shop=shop)
    assert recorder.request.headers["cookie"] == "session=s1; sid=v"


def test_secrets_in_bodies_are_not_logged(
    caller: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    """Fields of forms, numbers and texts that are cut off are blotted out as well."""
    caplog.set_level(logging.DEBUG)
    caller.answer(httpx.Response(200, json={"access_token": "SECRET0", "id": 7}))
    shop = caller.shop(debug_logger=logging.getLogger("shop"))
    for codec, media_type, value in (
        (
            "form",
            "application/x-www-form-urlencoded",
            {"user": "u", "password": "SECRET1"},
        ),
        ("json", "application/json", {"api_key": "SECRET2", "pin_secret": 4711}),
        ("json", "application/json", {"pad": "x" * 1960, "token": "SECRET" * 20}),
    ):
        body = Body(codec=codec, media_type=media_type, argument="body")
        operation = Operation[Any](
            id="post", method="POST", path="/", replies=(Reply(),), body=body
        )
        caller.call(operation, {"body": value}, shop)
    shown = "".join(record.getMessage() for record in caplog.records)
    assert "user=u&password=[redacted]" in shown and '"id":7' in shown
    assert "SECRET" not in shown and "4711" not in shown


def test_endless_redirects_end(caller: Caller) -> None:
    """A server that always leads elsewhere is given up on."""
    recorder = caller.answer(httpx.Response(302, headers={"Location": "/"}))
    with pytest.raises(ShopError) as caught:
        caller.call(GET)
    assert isinstance(caught.value, httpx.TooManyRedirects)
    assert len(recorder.requests) == 21


def test_secrets_are_shown_nowhere(
    caller: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither repr, nor the debug log, nor an error, nor its pickle has a secret."""
    caplog.set_level(logging.DEBUG)
    caller.answer(httpx.Response(401, json={"message": "no"}))
    values = {"api_key": "SECRET1", "token": "SECRET2", "q": "SECRET3"}
    api = api_with(("key", "bearer", "query"))
    shop = caller.shop(api, security=values, debug_logger=logging.getLogger("shop"))
    with pytest.raises(DefaultError) as caught:
        caller.call(GET, shop=shop)

    records = [record for record in caplog.records if record.name == "shop"]
    shown = [record.getMessage() for record in records]
    error = caught.value
    shown += [repr(shop), repr(shop.sdk_configuration), str(error), repr(error)]
    assert len(records) == 2 and "[redacted]" in shown[0]
    assert "SECRET" not in "".join(shown)
    assert b"SECRET" not in pickle.dumps(error)
    assert pickle.loads(pickle.dumps(error)).body == '{"message":"no"}'
    with pytest.raises(TypeError):
        pickle.dumps(shop.sdk_configuration)


def test_the_http_librarys_own_log_shows_no_key(
    caller: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    """It writes the address of every request where somebody wants to read it."""
    caplog.set_level(logging.INFO)
    caller.answer(httpx.Response(200, json={}))
    shop = caller.shop(api_with(("query",)), security={"q": "SECRET"})
    caller.call(GET, shop=shop)
    (line,) = [one.getMessage() for one in caplog.records if one.name == "httpx"]
    assert "SECRET" not in line and "redacted" in line
    assert "SECRET" in str(caller.recorder.request.url)


def test_digest_answers_a_challenge(caller: Caller) -> None:
    """The password itself is never sent; another host gets no answer."""

    def answer(request: httpx.Request) -> httpx.Response:
        if "authorization" in request.headers:
            return httpx.Response(200, json={"auth": request.headers["authorization"]})
        challenge = 'Digest realm="r", nonce="n", qop="auth", algorithm=MD5'
        return httpx.Response(401, headers={"WWW-Authenticate": challenge})

    scheme = Scheme(
        key="d", kind="digest", fields=(("username", "u"), ("password", "p"))
    )
    api = make_api(schemes=(scheme,), security=((("d", ()),),))
    recorder = caller.answer(answer)
    values = {"u": "me", "p": "SECRET"}
    sent = caller.call(GET, shop=caller.shop(api, security=values))["auth"]
    assert sent.startswith('Digest username="me"') and "SECRET" not in sent
    assert len(recorder.requests) == 2


# --- OAuth 2 --------------------------------------------------------------------------------

FIELDS = ("client_id", "client_secret", "token_url", "audience", "username", "password")


def oauth(kind: str = "clientCredentials", **values: Any) -> Api:
    """Return an API with OAuth 2."""
    scheme = Scheme(
        key="oauth",
        kind=kind,
        fields=tuple((name, f"oauth.{name}") for name in FIELDS)
        + (("value", "token"),),
        token_url="/oauth/token",
        extra_fields=(("audience", "audience"),),
        scopes=("read",),
        **values,
    )
    return make_api(schemes=(scheme,), security=((("oauth", ()),),))


CLIENT = {"oauth": {"client_id": "id", "client_secret": "s&s", "audience": "a"}}


def tokens(
    caller: Caller, refuse: Callable[[str], bool] = lambda token: False, **extra: Any
) -> list[httpx.Request]:
    """Answer for the authorization server and the API; return the requests for tokens."""
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/oauth/token"):
            asked.append(request)
            reply = {"access_token": f"t{len(asked)}", "token_type": "Bearer", **extra}
            return httpx.Response(200, json=reply)
        if refuse(request.headers.get("authorization", "")):
            return httpx.Response(401, json={})
        return httpx.Response(200, json={"auth": request.headers.get("authorization")})

    caller.answer(answer)
    return asked


def test_a_token_is_fetched_once(caller: Caller) -> None:
    """Client credentials are sent once; the token then serves until it ends."""
    asked = tokens(caller, expires_in=3600)
    shop = caller.shop(oauth(), security=CLIENT)
    assert [caller.call(GET, shop=shop)["auth"] for _ in range(3)] == ["Bearer t1"] * 3
    (request,) = asked
    assert str(request.url) == "https://api.example.com/oauth/token"
    assert parse_qs(request.content.decode()) == {
        "grant_type": ["client_credentials"],
        "client_id": ["id"],
        "client_secret": ["s&s"],
        "audience": ["a"],
        "scope": ["read"],
    }
    caller.call(GET, shop=caller.shop(oauth(), security=CLIENT))
    assert len(asked) == 2  # another client has its own


def test_the_secret_can_go_by_basic_authentication(caller: Caller) -> None:
    """client_secret_basic puts id and secret into the header and not into the form."""
    asked = tokens(caller)
    api = oauth(token_authentication="client_secret_basic")
    caller.call(GET, shop=caller.shop(api, security=CLIENT))
    assert asked[0].headers["authorization"] == "Basic aWQ6cyUyNnM="
    assert b"client" not in asked[0].content.replace(b"client_credentials", b"")


def test_an_ended_token_is_fetched_again(
    caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A token is renewed before it ends, by the refresh token where there is one."""
    from sdkloom_templates.python.runtime import oauth as oauth_module

    asked = tokens(caller, expires_in=100, refresh_token="r1")
    shop = caller.shop(oauth(), security=CLIENT)
    caller.call(GET, shop=shop)
    now = time.monotonic()
    monkeypatch.setattr(oauth_module, "monotonic", lambda: now + 51)
    assert caller.call(GET, shop=shop) == {"auth": "Bearer t2"}
    assert parse_qs(asked[1].content.decode())["grant_type"] == ["refresh_token"]


def test_a_refused_token_is_replaced_once(caller: Caller) -> None:
    """After 401 a new token is fetched and the call sent once more, not for ever."""
    asked = tokens(caller, lambda token: token == "Bearer t1")
    assert caller.call(GET, shop=caller.shop(oauth(), security=CLIENT)) == {
        "auth": "Bearer t2"
    }
    asked = tokens(caller, lambda token: True)
    with pytest.raises(ShopError):
        caller.call(GET, shop=caller.shop(oauth(), security=CLIENT))
    assert len(asked) == 2


def test_a_refused_token_is_dropped_even_if_the_call_cannot_be_repeated(
    caller: Caller,
) -> None:
    """What an iterator gave is gone; the next call gets a new token."""
    asked = tokens(caller, refuse=lambda token: token == "Bearer t1")
    api = oauth()
    post = Operation[Any](
        id="post",
        method="POST",
        path="/",
        replies=(Reply(),),
        body=Body(codec="binary", argument="body"),
    )
    shop = caller.shop(api, security=CLIENT)
    with pytest.raises(DefaultError):
        caller.call(post, {"body": _content(caller)}, shop)
    assert caller.call(GET, shop=shop) == {"auth": "Bearer t2"}
    assert len(asked) == 2


def _content(caller: Caller) -> Any:
    async def asynchronous() -> Any:
        yield b"x"

    return asynchronous() if caller.is_async else iter([b"x"])


def test_a_token_is_not_sent_to_another_server(caller: Caller) -> None:
    """A call with a server of its own asks that server's token endpoint."""
    asked = tokens(caller)
    shop = caller.shop(oauth(), security=CLIENT)
    assert caller.call(GET, shop=shop) == {"auth": "Bearer t1"}
    other = "https://other.example.com"
    assert caller.call(GET, shop=shop, server_url=other) == {"auth": "Bearer t2"}
    assert [request.url.host for request in asked] == [
        "api.example.com",
        "other.example.com",
    ]


def test_the_password_flow(caller: Caller) -> None:
    """User name and password are the grant; a ready token needs none."""
    asked = tokens(caller)
    api = oauth("password")
    values = {"oauth": {"username": "u", "password": "p"}}
    caller.call(GET, shop=caller.shop(api, security=values))
    form = parse_qs(asked[0].content.decode())
    assert (form["grant_type"], form["username"]) == (["password"], ["u"])
    assert caller.call(GET, shop=caller.shop(api, security={"token": "own"})) == {
        "auth": "Bearer own"
    }
    assert len(asked) == 1


def test_a_refused_grant_is_the_sdks_error(caller: Caller) -> None:
    """The token endpoint's answer is in the error."""
    caller.answer(httpx.Response(400, json={"error": "invalid_client"}))
    with pytest.raises(DefaultError) as caught:
        caller.call(GET, shop=caller.shop(oauth(), security=CLIENT))
    assert caught.value.status_code == 400 and "invalid_client" in str(caught.value)


def test_a_token_is_asked_for_again_as_calls_are(
    caller: Caller, waits: list[float]
) -> None:
    """Where calls are retried, so is what they wait for, and no more often."""
    failures: list[Any] = [503, httpx.ReadError("lost"), 429]

    def answer(request: httpx.Request) -> httpx.Response:
        if not request.url.path.endswith("/oauth/token"):
            return httpx.Response(200, json={"ok": True})
        failure = failures.pop(0) if failures else 200
        if isinstance(failure, Exception):
            raise failure
        headers = {"retry-after": "7"} if failure == 429 else {}
        return httpx.Response(failure, json={"access_token": "t"}, headers=headers)

    def shop(attempts: int) -> Any:
        policy = RetryConfig("backoff", BackoffStrategy(), max_attempts=attempts)
        return caller.shop(oauth(), security=CLIENT, retry_config=policy)

    recorder = caller.answer(answer)
    assert caller.call(GET, shop=shop(4)) == {"ok": True}
    assert len(recorder.requests) == 5 and len(waits) == 3 and waits[-1] == 7
    failures = [503] * 9
    with pytest.raises(DefaultError, match="503"):
        caller.call(GET, shop=shop(2))
    assert len(failures) == 7
    with pytest.raises(DefaultError, match="503"):
        caller.call(GET, shop=caller.shop(oauth(), security=CLIENT))
    assert len(failures) == 6


ECHOES = {
    "as it is": "bad: s&s",
    "as a form has it": "bad: client_secret=s%26s&x=1",
    "in JSON": '{"got": "s&s"}',
}


@pytest.mark.parametrize("said", ECHOES.values(), ids=ECHOES)
def test_a_secret_that_is_said_back_is_not_shown(caller: Caller, said: str) -> None:
    """Some authorization servers repeat what they were asked."""
    caller.answer(httpx.Response(400, text=said))
    with pytest.raises(DefaultError, match="redacted") as caught:
        caller.call(GET, shop=caller.shop(oauth(), security=CLIENT))
    for shown in (str(caught.value), repr(caught.value), caught.value.body):
        assert "s&s" not in shown and "s%26s" not in shown


@pytest.mark.parametrize("said", [b'{"access_token": "a\\r\\nB: c"}', b"[" * 100_000])
def test_a_token_that_is_none_is_the_sdks_error(caller: Caller, said: bytes) -> None:
    """Whatever the token endpoint gives."""
    recorder = caller.answer(httpx.Response(200, content=said))
    with pytest.raises(DefaultError, match="the token endpoint gave"):
        caller.call(GET, shop=caller.shop(oauth(), security=CLIENT))
    assert len(recorder.requests) == 1


def test_a_token_address_that_is_none_is_the_sdks_error(caller: Caller) -> None:
    """As the user, or the server's metadata, may say it."""
    security = {"oauth": {**CLIENT["oauth"], "token_url": "http://[bad"}}
    with pytest.raises(ShopError):
        caller.call(GET, shop=caller.shop(oauth(), security=security))


def test_discovery(caller: Caller) -> None:
    """Without a token URL, the authorization server's metadata names it."""
    scheme = Scheme(
        key="oauth",
        kind="clientCredentials",
        fields=(("client_id", "id"),),
        metadata_url="https://login.example.com/.well-known/openid-configuration",
    )
    api = make_api(schemes=(scheme,), security=((("oauth", ()),),))

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.startswith("/.well-known"):
            return httpx.Response(
                200, json={"token_endpoint": "https://login.example.com/t"}
            )
        if request.url.path == "/t":
            return httpx.Response(200, json={"access_token": "t1"})
        return httpx.Response(200, json={"auth": request.headers["authorization"]})

    caller.answer(answer)
    assert caller.call(GET, shop=caller.shop(api, security={"id": "x"})) == {
        "auth": "Bearer t1"
    }


def test_concurrent_calls_share_one_fetch() -> None:
    """Ten threads, and ten tasks, ask for one token."""
    caller = Caller(False)
    asked = tokens(caller, expires_in=3600)
    shop = caller.shop(oauth(), security=CLIENT)
    threads = [threading.Thread(target=shop._call, args=(GET, {})) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(asked) == 1

    other = Caller(True)
    asked = tokens(other, expires_in=3600)

    async def together() -> None:
        shop = other.shop(oauth(), security=CLIENT)
        await asyncio.gather(*(shop._call_async(GET, {}) for _ in range(10)))

    asyncio.run(together())
    assert len(asked) == 1
