"""Logging in on another device (RFC 8628), and what can go wrong on the way."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest

from sdkloom_templates.python.runtime.devicelogin import (
    DevicePrompt,
    DeviceToken,
    device_login,
    device_login_async,
)
from sdkloom_templates.python.runtime.operation import Api, Scheme

from .conftest import Caller, DefaultError, NoResponseError, make_api

CODE = {
    "device_code": "DEVICE",
    "user_code": "ABCD",
    "verification_uri": "https://id.example.com/go",
    "expires_in": 60,
    "interval": 2,
}
PENDING = {"error": "authorization_pending"}
TOKEN = {"access_token": "SECRET", "token_type": "bearer", "refresh_token": "R"}


pytestmark = pytest.mark.usefixtures("waits")


def api_with(**values: Any) -> Api:
    """Return an API that is let in by a token of a device."""
    scheme = Scheme(key="device", kind="bearer", fields=(("value", "token"),), **values)
    return make_api(schemes=(scheme,), security=((("device", ()),),))


KNOWN = api_with(device_url="/device", token_url="https://id.example.com/token")


def login(
    caller: Caller, api: Api, *replies: Any, **values: Any
) -> tuple[DeviceToken, list[DevicePrompt]]:
    """Log in while the server gives these replies."""
    left = list(replies)

    def answer(request: httpx.Request) -> httpx.Response:
        reply = left.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return httpx.Response(400 if "error" in reply else 200, json=reply)

    caller.answer(answer)
    shop = caller.shop(api)
    shown: list[DevicePrompt] = []
    if caller.is_async:
        run = device_login_async(shop, "me", show=shown.append, **values)
        return asyncio.run(run), shown
    return device_login(shop, "me", show=shown.append, **values), shown


def test_the_server_is_asked_until_the_user_has_consented(
    caller: Caller, waits: list[float]
) -> None:
    """At the pace that the server wants."""
    replies = (CODE, PENDING, {"error": "slow_down"}, PENDING, TOKEN)
    token, shown = login(caller, KNOWN, *replies, scopes=["a", "b"])

    assert (token.access_token, token.refresh_token) == ("SECRET", "R")
    assert "SECRET" not in repr(token)
    assert str(shown[0]) == "Go to https://id.example.com/go and enter the code ABCD"
    assert waits == [2, 2, 7, 7]
    first, *others = caller.recorder.requests
    assert str(first.url) == "https://api.example.com/device"
    assert parse_qs(first.content.decode()) == {"client_id": ["me"], "scope": ["a b"]}
    assert {str(one.url) for one in others} == {"https://id.example.com/token"}
    assert parse_qs(others[0].content.decode()) == {
        "client_id": ["me"],
        "grant_type": ["urn:ietf:params:oauth:grant-type:device_code"],
        "device_code": ["DEVICE"],
    }


def test_addresses_are_discovered(caller: Caller) -> None:
    """The metadata of RFC 8414 and of OpenID Connect name both endpoints."""
    api = api_with(
        metadata_url="https://id.example.com/.well-known/openid-configuration"
    )
    known = {
        "device_authorization_endpoint": "https://id.example.com/d",
        "token_endpoint": "https://id.example.com/t",
    }
    token, _ = login(caller, api, known, CODE, TOKEN, client_secret="s")
    assert token.access_token == "SECRET"
    paths = [request.url.path for request in caller.recorder.requests]
    assert paths == ["/.well-known/openid-configuration", "/d", "/t"]
    assert b"client_secret=s" in caller.recorder.requests[2].content


@pytest.mark.parametrize(
    ("replies", "message"),
    [
        (({"error": "invalid_client"},), "invalid_client"),
        (({},), "refused"),
        (({"user_code": "A"},), "no code"),
        ((CODE, {"error": "access_denied"}), "access_denied"),
        ((CODE, {"error": "expired_token"}), "expired_token"),
        (({**CODE, "expires_in": 1}, PENDING), "in time"),
    ],
)
def test_a_login_that_fails_is_the_sdks_error(
    caller: Caller, replies: tuple[Any, ...], message: str
) -> None:
    """The error has the server's reply."""
    with pytest.raises(DefaultError, match=message) as caught:
        login(caller, KNOWN, *replies)
    assert caught.value.raw_response.status_code in (200, 400)


def test_a_server_that_cannot_be_reached_is_the_sdks_error(caller: Caller) -> None:
    """It is also the http library's."""
    with pytest.raises(NoResponseError) as caught:
        login(caller, KNOWN, httpx.ConnectError("no"))
    assert isinstance(caught.value, httpx.ConnectError)
    with pytest.raises(ValueError, match="no such scheme"):
        login(caller, KNOWN, scheme="other")
