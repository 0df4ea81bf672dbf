"""No credential of any kind follows a redirect to another server; to the same one all of them do."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from sdkloom_templates.python.runtime.operation import (
    Api,
    Operation,
    Reply,
    Scheme,
    Server,
)

from .conftest import Caller, DefaultError, make_api

GET: Operation[Any] = Operation(id="get", method="GET", path="/", replies=(Reply(),))

VALUE = (("value", "value"),)
PAIR = (("username", "name"), ("password", "value"))
CLIENT = (("client_id", "name"), ("client_secret", "value"))
SCHEMES = {
    "header": Scheme(key="s", kind="apiKey", name="X-Odd", fields=VALUE),
    "cookie": Scheme(
        key="s", kind="apiKey", name="sid", location="cookie", fields=VALUE
    ),
    "query": Scheme(key="s", kind="apiKey", name="odd", location="query", fields=VALUE),
    "bearer": Scheme(key="s", kind="bearer", fields=VALUE),
    "own bearer": Scheme(key="s", kind="bearer", name="X-Odd", fields=VALUE),
    "basic": Scheme(key="s", kind="basic", fields=PAIR),
    "digest": Scheme(key="s", kind="digest", fields=PAIR),
    "OAuth 2": Scheme(
        key="s", kind="clientCredentials", fields=CLIENT, token_url="/token"
    ),
}
ELSEWHERE = [
    "https://evil.example.com/other",
    "https://api.example.com:8443/other",
    "http://api.example.com/other",
    "https://api.example.com.evil.example/other",
    "//evil.example.com/other",
]
SECRETS = ("hush", "bWU6aHVzaA==", "t0ken")
"""The value, a name and the value for basic authentication, the token."""


def api_of(kind: str, server: str = "https://api.example.com/v1") -> Api:
    """Return an API with one scheme."""
    return make_api(
        schemes=(SCHEMES[kind],),
        security=((("s", ()),),),
        servers=(Server(url=server),),
    )


def moving(caller: Caller, location: str, status: int) -> Any:
    """Have a server that redirects, gives tokens, and shows what a redirect would leak."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/token":
            reply = {"access_token": "t0ken", "token_type": "Bearer"}
            return httpx.Response(200, json=reply)
        if request.url.path == "/other":
            challenge = {"WWW-Authenticate": 'Digest realm="r", nonce="n", qop="auth"'}
            return httpx.Response(401, headers=challenge)
        echoed = f"?{request.url.query.decode()}" if request.url.query else ""
        return httpx.Response(status, headers={"Location": location + echoed})

    return caller.answer(answer)


def everything_in(request: httpx.Request) -> str:
    """Return all that a server sees of a request."""
    request.read()
    return f"{request.url} {request.headers.multi_items()} {request.content!r}"


@pytest.mark.parametrize("status", [302, 307])
@pytest.mark.parametrize("location", ELSEWHERE)
@pytest.mark.parametrize("kind", SCHEMES)
def test_no_credential_goes_elsewhere(
    caller: Caller, kind: str, location: str, status: int
) -> None:
    """Neither as it was, nor as an echo in the address, nor in answer to a challenge."""
    recorder = moving(caller, location, status)
    shop = caller.shop(api_of(kind), security={"name": "me", "value": "hush"})

    with pytest.raises(DefaultError):
        caller.call(GET, shop=shop)

    others = [one for one in recorder.requests if one.url.path == "/other"]
    assert len(others) == 1
    seen = everything_in(others[0])
    assert not [one for one in SECRETS if one in seen]
    assert "digest" not in seen.lower()


@pytest.mark.parametrize(
    ("start", "location"),
    [
        ("https://api.example.com/v1", "https://api.example.com/other"),
        ("https://api.example.com/v1", "https://api.example.com:443/other"),
        ("http://api.example.com/v1", "https://api.example.com/other"),
        ("http://api.example.com:80/v1", "https://api.example.com:443/other"),
        ("https://api.example.com:8443/v1", "https://api.example.com:8443/other"),
    ],
)
@pytest.mark.parametrize("kind", sorted(SCHEMES.keys() - {"digest"}))
def test_all_credentials_go_along_to_the_same_server(
    caller: Caller, kind: str, start: str, location: str
) -> None:
    """Another path of the server is the server, and so is what it has by https."""
    recorder = moving(caller, location, 302)
    shop = caller.shop(api_of(kind, start), security={"name": "me", "value": "hush"})

    with pytest.raises(DefaultError):
        caller.call(GET, shop=shop)

    other = next(one for one in recorder.requests if one.url.path == "/other")
    assert [one for one in SECRETS if one in everything_in(other)]


@pytest.mark.parametrize("kind", SCHEMES)
def test_https_on_another_port_is_another_server(caller: Caller, kind: str) -> None:
    """A port that both have in common and that is not http's own tells of no upgrade."""
    recorder = moving(caller, "https://api.example.com:8080/other", 302)
    api = api_of(kind, "http://api.example.com:8080/v1")
    shop = caller.shop(api, security={"name": "me", "value": "hush"})

    with pytest.raises(DefaultError):
        caller.call(GET, shop=shop)

    other = next(one for one in recorder.requests if one.url.path == "/other")
    assert not [one for one in SECRETS if one in everything_in(other)]


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_request_for_a_token_is_not_redirected(caller: Caller, status: int) -> None:
    """The client's secret goes to the token endpoint that the document names, or nowhere."""
    there = {"Location": "https://evil.example.com/token"}
    recorder = caller.answer(httpx.Response(status, headers=there))
    shop = caller.shop(api_of("OAuth 2"), security={"name": "me", "value": "hush"})

    with pytest.raises(DefaultError) as caught:
        caller.call(GET, shop=shop)

    assert [one.url.host for one in recorder.requests] == ["api.example.com"]
    assert "hush" not in f"{caught.value} {caught.value!r}"


@pytest.mark.parametrize("kind", ["basic", "bearer"])
def test_what_the_users_http_client_adds_stays_too(caller: Caller, kind: str) -> None:
    """Headers of the http client that are called like a secret, and its own password."""
    recorder = moving(caller, ELSEWHERE[0], 302)
    own: dict[str, Any] = {"headers": {"X-Api-Key": "hush"}, "auth": ("me", "hush")}
    shop = caller.shop(
        api_of(kind),
        security={"name": "me", "value": "hush"},
        client=caller.http_client(**own),
        async_client=caller.async_http_client(**own),
    )

    with pytest.raises(DefaultError):
        caller.call(GET, shop=shop)

    seen = everything_in(recorder.requests[-1])
    assert recorder.requests[-1].url.host == "evil.example.com"
    assert not [one for one in SECRETS if one in seen]
