"""Which credentials a request carries, and where: schemes combined by AND and OR.

An operation names alternatives; each is a set of schemes that are needed together. The first
alternative for which all values are there is used. Without any, the request is sent without
credentials, and the server answers for it.
"""

from __future__ import annotations

from base64 import b64encode
from os import environ
from typing import TYPE_CHECKING, Any, Callable, Mapping, Optional, Sequence
from urllib.parse import quote

from .parameters import safe_header
from .unset import UNSET
from .values import ArgumentError, scalar_text

if TYPE_CHECKING:
    from .operation import Api, Requirement, Scheme

ALWAYS_SECRET = frozenset(("authorization", "proxy-authorization", "cookie"))


class TokenNeed:
    """That a request needs a token of OAuth 2, and what it is asked for with."""

    __slots__ = ("roles", "scheme", "scopes", "server")

    def __init__(
        self, scheme: Scheme, roles: Mapping[str, str], scopes: tuple[str, ...]
    ) -> None:
        self.scheme = scheme
        self.roles = roles
        self.scopes = scopes
        self.server = ""
        """The URL of the server that is called; a relative token URL starts from it."""

    @property
    def key(self) -> tuple[Any, ...]:
        """What tells this token from others of the same client."""
        roles = tuple(sorted(self.roles.items()))
        return self.scheme.key, roles, self.scopes, self.server


class Credentials:
    """What a request carries to be let in."""

    __slots__ = ("cookies", "digest", "headers", "query", "token")

    def __init__(self) -> None:
        self.headers: list[tuple[str, str]] = []
        self.query: list[str] = []
        self.cookies: list[str] = []
        self.token: Optional[TokenNeed] = None
        self.digest: Optional[tuple[str, str]] = None


def secret_names(api: Api) -> frozenset[str]:
    """Return the names, in lower case, of headers and parameters that carry credentials."""
    return ALWAYS_SECRET | {
        scheme.name.lower() for scheme in api.schemes if scheme.name
    }


def query_keys(api: Api) -> frozenset[str]:
    """Return the names, in lower case, of parameters of the query that carry credentials."""
    return frozenset(
        scheme.name.lower()
        for scheme in api.schemes
        if scheme.kind == "apiKey" and scheme.location == "query"
    )


def is_static(api: Api, source: Any) -> bool:
    """Tell whether a security value gives the same credentials for every request."""
    if source is None or callable(source) or not isinstance(source, Mapping):
        return False
    return all(
        not callable(value) and isinstance(value, str) and bool(value)
        for value in source.values()
    )


def current_value(source: Any) -> Any:
    """Return a security value with every callable in it called; a result may be awaitable."""
    if callable(source) and not isinstance(source, Mapping):
        return source()
    if isinstance(source, Mapping):
        return {
            name: value() if callable(value) else value
            for name, value in source.items()
        }
    return source


def current_value_sync(source: Any) -> Any:
    """Return a security value with every callable in it called; ArgumentError for async ones."""
    value = current_value(source)
    found = [value, *value.values()] if isinstance(value, Mapping) else [value]
    awaitable = [one for one in found if hasattr(one, "__await__")]
    for one in awaitable:
        if hasattr(one, "close"):
            one.close()  # nobody will await it
    if awaitable:
        raise ArgumentError(
            "the credentials come from an async function: only async methods can await it"
        )
    return value


async def current_value_async(source: Any) -> Any:
    """Return a security value with every callable in it called, and awaited if it asks for it."""
    value = current_value(source)
    if hasattr(value, "__await__"):
        value = await value
    if isinstance(value, Mapping):
        return {
            name: await item if hasattr(item, "__await__") else item
            for name, item in value.items()
        }
    return value


def credentials(
    api: Api, requirements: Sequence[Requirement], value: Any
) -> Credentials:
    """Return what the first alternative with all its values gives."""
    schemes = {scheme.key: scheme for scheme in api.schemes}
    for requirement in requirements:
        if not requirement:
            continue
        found = Credentials()
        if all(
            _add(found, schemes[key], scopes, value)
            for key, scopes in requirement
            if key in schemes
        ):
            return found
    return Credentials()


def _add(
    found: Credentials, scheme: Scheme, scopes: tuple[str, ...], value: Any
) -> bool:
    """Add a scheme's credentials; False if a value of it is missing."""
    kind = scheme.kind
    if kind in ("custom", "mutualTLS"):
        return True
    roles = _roles(scheme, value)
    return _KINDS[kind](found, scheme, roles, scopes)


def _roles(scheme: Scheme, value: Any) -> dict[str, str]:
    """Return the values of a scheme's roles: given ones, else those of the environment."""
    env = dict(scheme.env)
    roles = {}
    for role, path in scheme.fields:
        text = _text(_at(value, path))
        if not text and role in env:
            text = environ.get(env[role], "")
        if text:
            roles[role] = text
    return roles


def _at(value: Any, path: str) -> Any:
    for step in path.split("."):
        if value is None or value is UNSET:
            return None
        value = (
            value.get(step)
            if isinstance(value, Mapping)
            else getattr(value, step, None)
        )
        if callable(value):
            value = value()
    return value


def _text(value: Any) -> str:
    if value is None or value is UNSET:
        return ""
    if hasattr(value, "get_secret_value"):
        value = value.get_secret_value()
    if isinstance(value, (list, tuple, set)):
        return " ".join(str(item) for item in value)
    return scalar_text(value) or ""


def _api_key(
    found: Credentials, scheme: Scheme, roles: Mapping[str, str], scopes: Any
) -> bool:
    text = roles.get("value")
    if not text:
        return False
    if scheme.location == "header":
        found.headers.append((scheme.name, safe_header(scheme.name, text)))
    elif scheme.location == "query":
        found.query.append(f"{quote(scheme.name, safe='')}={quote(text, safe='')}")
    else:
        cookie = f"{scheme.name}={quote(text, safe='!#$&()*+-./:<=>?@[]^_`{|}~')}"
        found.cookies.append(cookie)
    return True


def _bearer(
    found: Credentials, scheme: Scheme, roles: Mapping[str, str], scopes: Any
) -> bool:
    text = roles.get("value")
    if not text:
        return False
    prefix = scheme.prefix
    if prefix and not text.lower().startswith(f"{prefix.lower()} "):
        text = f"{prefix} {text}"
    name = scheme.name or "Authorization"
    found.headers.append((name, safe_header(name, text)))
    return True


def _basic(
    found: Credentials, scheme: Scheme, roles: Mapping[str, str], scopes: Any
) -> bool:
    if "username" not in roles and "password" not in roles:
        return False
    pair = f"{roles.get('username', '')}:{roles.get('password', '')}"
    found.headers.append(
        ("Authorization", f"Basic {b64encode(pair.encode()).decode()}")
    )
    return True


def _digest(
    found: Credentials, scheme: Scheme, roles: Mapping[str, str], scopes: Any
) -> bool:
    """Leave the password to the http client, which answers the server's challenge with it."""
    if "username" not in roles:
        return False
    found.digest = roles["username"], roles.get("password", "")
    return True


def _oauth(
    found: Credentials,
    scheme: Scheme,
    roles: Mapping[str, str],
    scopes: tuple[str, ...],
) -> bool:
    if "value" in roles:
        return _bearer(found, scheme, roles, scopes)
    needed = ("username", "password") if scheme.kind == "password" else ("client_id",)
    if any(role not in roles for role in needed):
        return False
    chosen = tuple(roles["scopes"].split()) if "scopes" in roles else scopes
    found.token = TokenNeed(scheme, roles, chosen or scheme.scopes)
    return True


_KINDS: dict[
    str, Callable[[Credentials, Scheme, Mapping[str, str], tuple[str, ...]], bool]
] = {
    "apiKey": _api_key,
    "bearer": _bearer,
    "basic": _basic,
    "digest": _digest,
    "clientCredentials": _oauth,
    "password": _oauth,
}
