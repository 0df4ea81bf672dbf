"""Logging in on another device (RFC 8628): for programs whose users have no browser at hand.

The steps are written once, as a generator; the sync and the async function do what it asks for.
"""

from __future__ import annotations

from functools import partial
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, Any, Callable, Generator, Optional, Sequence
from urllib.parse import urlencode, urljoin

from .errors import connection_error, is_named, shortened, text_of

if TYPE_CHECKING:
    from .group import BaseSDK
    from .operation import Scheme

GRANT = "urn:ietf:params:oauth:grant-type:device_code"
SLOWER = 5.0
"""How many seconds longer to wait when the server says so (RFC 8628, 3.5)."""

Steps = Generator[tuple[str, Any], Any, "DeviceToken"]
"""Yields (`send`, a request) and (`sleep`, seconds), is sent replies, returns the token."""


class DevicePrompt:
    """What the user has to be shown: where to go, and the code to enter there."""

    def __init__(self, found: dict[str, Any]) -> None:
        self.user_code = str(found.get("user_code") or "")
        self.verification_uri = str(found.get("verification_uri") or "")
        self.verification_uri_complete: Optional[str] = found.get(
            "verification_uri_complete"
        )
        """The same place with the code filled in; None where the server has none."""
        self.expires_in = float(found.get("expires_in") or 0)
        """How many seconds the code is good for."""

    def __str__(self) -> str:
        return f"Go to {self.verification_uri} and enter the code {self.user_code}"


class DeviceToken:
    """What the user's consent gave: hand `access_token` to the client as its credential."""

    def __init__(self, found: dict[str, Any]) -> None:
        self.access_token = str(found["access_token"])
        self.refresh_token: Optional[str] = found.get("refresh_token")
        self.expires_in: Optional[float] = found.get("expires_in")
        self.scope: Optional[str] = found.get("scope")

    def __repr__(self) -> str:
        return "DeviceToken([redacted])"


def device_login(
    sdk: BaseSDK,
    client_id: str,
    *,
    show: Callable[[DevicePrompt], Any],
    scopes: Sequence[str] = (),
    client_secret: Optional[str] = None,
    scheme: Optional[str] = None,
) -> DeviceToken:
    """Ask for a token, let `show` tell the user where to consent, and wait until they have.

    `scheme` is the document's name of the security scheme, where it has several. Raises the SDK's
    error if the user refuses, if the code runs out, or if the server cannot be reached.
    """
    from time import sleep

    client = sdk.sdk_configuration.clients.sync()
    steps = _steps(sdk, client, client_id, show, scopes, client_secret, scheme)
    response: Any = None
    try:
        while True:
            kind, value = steps.send(response)
            if kind == "sleep":
                sleep(value)
                continue
            try:
                response = client.send(value, follow_redirects=False)
            except Exception as error:
                raise _failure(sdk, value, error) from error
    except StopIteration as end:
        token: DeviceToken = end.value
        return token


async def device_login_async(
    sdk: BaseSDK,
    client_id: str,
    *,
    show: Callable[[DevicePrompt], Any],
    scopes: Sequence[str] = (),
    client_secret: Optional[str] = None,
    scheme: Optional[str] = None,
) -> DeviceToken:
    """Do what `device_login` does, without holding up the event loop."""
    from .eventloops import sleep

    client = sdk.sdk_configuration.clients.asynchronous()
    steps = _steps(sdk, client, client_id, show, scopes, client_secret, scheme)
    response: Any = None
    try:
        while True:
            kind, value = steps.send(response)
            if kind == "sleep":
                await sleep(value)
                continue
            try:
                response = await client.send(value, follow_redirects=False)
            except Exception as error:
                raise _failure(sdk, value, error) from error
    except StopIteration as end:
        token: DeviceToken = end.value
        return token


def _steps(
    sdk: BaseSDK,
    client: Any,
    client_id: str,
    show: Callable[[DevicePrompt], Any],
    scopes: Sequence[str],
    client_secret: Optional[str],
    name: Optional[str],
) -> Steps:
    config = sdk.sdk_configuration
    headers = {"Accept": "application/json", "User-Agent": config.user_agent}
    found = _scheme(config.api.schemes, name)
    device_url, token_url = yield from _addresses(sdk, client, found, headers)
    own = {"client_id": client_id}
    if client_secret:
        own["client_secret"] = client_secret
    post = partial(_post, sdk, client, headers)
    asked = {"scope": " ".join(scopes)} if scopes else {}
    response = yield "send", post(device_url, {**own, **asked})
    answer = _object(sdk, response)
    code = str(answer.get("device_code") or "")
    if not code:
        raise _refused(sdk, "the server gave no code for the device", response)
    prompt = DevicePrompt(answer)
    ends = monotonic() + (prompt.expires_in or inf)
    show(prompt)
    ask = partial(post, token_url, {**own, "grant_type": GRANT, "device_code": code})
    wait = float(answer.get("interval") or 5)
    return (yield from _confirmed(sdk, ask, wait, ends))


def _addresses(
    sdk: BaseSDK, client: Any, scheme: Scheme, headers: dict[str, str]
) -> Generator[tuple[str, Any], Any, tuple[str, str]]:
    """Return where codes and tokens are asked for: as the scheme says, else by discovery."""
    device_url, token_url = scheme.device_url, scheme.token_url
    if device_url and token_url:
        return device_url, token_url
    where = _absolute(sdk, scheme.metadata_url)
    response = yield "send", client.build_request("GET", where, headers=headers)
    known = _object(sdk, response)
    device_url = device_url or known.get("device_authorization_endpoint") or ""
    token_url = token_url or known.get("token_endpoint") or ""
    if not (device_url and token_url):
        raise _refused(sdk, "the server knows no login on another device", response)
    return device_url, token_url


def _post(
    sdk: BaseSDK,
    client: Any,
    headers: dict[str, str],
    url: str,
    fields: dict[str, str],
) -> Any:
    sent = {**headers, "Content-Type": "application/x-www-form-urlencoded"}
    content = urlencode(fields).encode()
    where = _absolute(sdk, url)
    return client.build_request("POST", where, headers=sent, content=content)


def _confirmed(sdk: BaseSDK, ask: Callable[[], Any], wait: float, ends: float) -> Steps:
    """Ask for the token every `wait` seconds until the user has consented, or the code `ends`."""
    while True:
        yield "sleep", wait
        response = yield "send", ask()
        answer = _json(response)
        if 200 <= response.status_code < 300 and answer.get("access_token"):
            return DeviceToken(answer)
        reason = str(answer.get("error") or "")
        if reason == "slow_down":
            wait += SLOWER
        elif reason != "authorization_pending":
            said = reason or shortened(text_of(response), 300)
            raise _refused(sdk, f"the login was refused: {said}", response)
        if monotonic() + wait > ends:
            raise _refused(sdk, "the login was not confirmed in time", response)


def _scheme(schemes: Sequence[Scheme], name: Optional[str]) -> Scheme:
    for one in schemes:
        can = one.device_url or one.metadata_url
        if can and name in (None, one.key):
            return one
    raise ValueError("the API has no such scheme for logging in on another device")


def _absolute(sdk: BaseSDK, url: str) -> str:
    from .servers import base_url

    if "://" in url:
        return url
    return urljoin(f"{base_url(sdk.sdk_configuration, (), None)}/", url)


def _json(response: Any) -> dict[str, Any]:
    import json

    try:
        found = json.loads(response.content)
    except (ValueError, RecursionError):
        found = None
    return found if isinstance(found, dict) else {}


def _object(sdk: BaseSDK, response: Any) -> dict[str, Any]:
    found = _json(response)
    if not 200 <= response.status_code < 300 or not found:
        said = shortened(text_of(response), 300)
        raise _refused(sdk, f"the authorization server refused: {said}", response)
    return found


def _refused(sdk: BaseSDK, message: str, response: Any) -> Exception:
    error: Exception = sdk.sdk_configuration.api.errors().default(message, response)
    return error


def _failure(sdk: BaseSDK, request: Any, error: Exception) -> Exception:
    if not is_named(error, "RequestError"):
        return error
    no_response = sdk.sdk_configuration.api.errors().no_response
    return connection_error(no_response, error, request)
