"""Tokens of OAuth 2: fetched when needed, kept per client, shared by concurrent callers.

Fetching is written once, as a generator that yields requests and is sent replies; the sync and the
async client drive it.
"""

from __future__ import annotations

import threading
from base64 import b64encode
from time import monotonic
from typing import TYPE_CHECKING, Any, Generator, Iterable, Mapping, Optional
from urllib.parse import quote, quote_plus, urlencode, urljoin

from .errors import shortened, text_of
from .logger import BLOT, SECRET_NAME
from .values import ArgumentError

if TYPE_CHECKING:
    from .security import TokenNeed

EARLY = 60.0
"""How many seconds before its end a token is not used any more."""

Steps = Generator[tuple[str, str, dict[str, str], bytes], Any, "Token"]
"""Yields (method, URL, headers, content), is sent replies, returns the token."""


class Token:
    """An access token, and when it ends."""

    __slots__ = ("ends", "refresh", "text")

    def __init__(self, text: str, ends: Optional[float], refresh: str) -> None:
        self.text = text
        self.ends = ends
        self.refresh = refresh

    def __repr__(self) -> str:
        return "Token([redacted])"


class TokenRefused(Exception):
    """The token endpoint did not give a token."""

    def __init__(self, message: str, response: Any, body: Optional[str] = None) -> None:
        super().__init__(message)
        self.response = response
        self.body = body


class TokenStore:
    """The tokens of one client."""

    def __init__(self) -> None:
        self.tokens: dict[Any, Token] = {}
        self.lock = threading.Lock()
        self._async_locks: dict[int, tuple[Any, Any]] = {}

    def current(self, need: TokenNeed) -> Optional[str]:
        """Return a token that still holds."""
        token = self.tokens.get(need.key)
        if token is None or (token.ends is not None and token.ends <= monotonic()):
            return None
        return token.text

    def drop(self, need: TokenNeed, text: str) -> None:
        """Forget a token that the server refused, unless another has taken its place."""
        token = self.tokens.get(need.key)
        if token is not None and token.text == text:
            token.ends = 0.0
            token.refresh = ""

    def async_lock(self) -> Any:
        """Return the lock of the running event loop."""
        from .eventloops import lock_of

        return lock_of(self._async_locks)

    def fetch(self, need: TokenNeed, base_url: str) -> Steps:
        """Get a token by refreshing an old one, else by its own grant; keep it."""
        url = yield from _token_url(need, base_url)
        old = self.tokens.get(need.key)
        token: Optional[Token] = None
        if old is not None and old.refresh:
            refresh_url = (
                _joined(base_url, need.scheme.refresh_url)
                if need.scheme.refresh_url
                else url
            )
            try:
                token = yield from _ask(need, refresh_url, _refresh_form(old.refresh))
            except TokenRefused:
                token = None
        if token is None:
            token = yield from _ask(need, url, _grant_form(need))
        self.tokens[need.key] = token
        return token


def _token_url(
    need: TokenNeed, base_url: str
) -> Generator[tuple[str, str, dict[str, str], bytes], Any, str]:
    scheme = need.scheme
    url = need.roles.get("token_url") or scheme.token_url
    if not url and scheme.metadata_url:
        where = _joined(base_url, scheme.metadata_url)
        response = yield "GET", where, {"Accept": "application/json"}, b""
        found = _object(response)
        url = str(found.get("token_endpoint") or "")
        if not url:
            raise TokenRefused(
                "the authorization server names no token endpoint", response
            )
    return _joined(base_url, url)


def _joined(base_url: str, url: str) -> str:
    """Return a URL that may be relative to the server; ArgumentError if it is none."""
    try:
        return urljoin(f"{base_url}/", url)
    except ValueError as error:
        raise ArgumentError(f"no URL can be made of this: {error}") from error


def _grant_form(need: TokenNeed) -> dict[str, str]:
    roles = need.roles
    if need.scheme.kind == "password":
        form = {
            "grant_type": "password",
            "username": roles["username"],
            "password": roles["password"],
        }
    else:
        form = {"grant_type": "client_credentials"}
    if need.scopes:
        form["scope"] = " ".join(need.scopes)
    for role, wire in need.scheme.extra_fields:
        if role in roles:
            form[wire] = roles[role]
    return form


def _refresh_form(token: str) -> dict[str, str]:
    return {"grant_type": "refresh_token", "refresh_token": token}


def _ask(need: TokenNeed, url: str, form: Mapping[str, str]) -> Steps:
    headers = {
        "Accept": "application/json",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    fields = dict(form)
    client_id = need.roles.get("client_id", "")
    secret = need.roles.get("client_secret", "")
    if need.scheme.token_authentication == "client_secret_basic" and client_id:
        pair = f"{quote(client_id, safe='')}:{quote(secret, safe='')}"
        headers["Authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
    elif client_id:
        fields["client_id"] = client_id
        if secret:
            fields["client_secret"] = secret
    response = yield "POST", url, headers, urlencode(fields).encode()
    if not 200 <= response.status_code < 300:
        # Some servers say back what they were asked.
        hidden = [text for name, text in form.items() if _is_secret(name)]
        raise _refusal(response, _without(text_of(response), [secret, *hidden]))
    return _read(response)


def _is_secret(name: str) -> bool:
    return SECRET_NAME.search(name) is not None or name.endswith("assertion")


def _without(text: str, secrets: Iterable[str]) -> str:
    """Return a text with secrets blotted out, as they are and as a form has them."""
    for secret in filter(None, secrets):
        for written in {secret, quote(secret, safe=""), quote_plus(secret)}:
            text = text.replace(written, BLOT)
    return text


def _refusal(response: Any, said: str) -> TokenRefused:
    message = f"the token endpoint refused: {shortened(said, 300)}"
    return TokenRefused(message, response, said)


def _read(response: Any) -> Token:
    found = _object(response)
    text = found.get("access_token")
    if not isinstance(text, str) or not text:
        raise TokenRefused("the token endpoint gave no access token", response)
    if not text.isprintable():
        raise TokenRefused(
            "the token endpoint gave a token that no header can hold", response
        )
    kind = str(found.get("token_type") or "bearer")
    if kind.lower() != "bearer":
        raise TokenRefused(
            f"the token endpoint gave a token of type {shortened(kind, 40)!r}", response
        )
    return Token(
        text, _ends(found.get("expires_in")), str(found.get("refresh_token") or "")
    )


def _ends(expires_in: Any) -> Optional[float]:
    try:
        seconds = float(expires_in)
    except (TypeError, ValueError):
        return None
    return monotonic() + max(seconds - EARLY, seconds / 2)


def _object(response: Any) -> dict[str, Any]:
    """Return the JSON object of a good reply."""
    import json

    if not 200 <= response.status_code < 300:
        raise _refusal(response, text_of(response))
    try:
        found = json.loads(response.content)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise TokenRefused("the token endpoint gave no JSON object", response)
    return found
