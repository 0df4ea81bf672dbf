"""Security schemes, and the requirements that name them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

from sdkloom.ir.parameters import Location
from sdkloom.ir.types import Json, SchemaId


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeHead:
    """What every scheme has; `key` is its name in `components/securitySchemes`."""

    key: str
    pointer: str = ""
    description: str = ""
    example: Json = None
    name_override: str = ""
    deprecated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey(SchemeHead):
    """A key in a header, the query or a cookie, under `name`."""

    name: str
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpAuth(SchemeHead):
    """HTTP authentication: `scheme` is `basic`, `bearer`, `digest`, ... in lower case."""

    scheme: str
    bearer_format: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuthFlow:
    """One flow of OAuth 2: `kind` is OpenAPI's word (`clientCredentials`, `password`, ...).

    `token_authentication` is `client_secret_post` or `client_secret_basic`; `extra_fields` are
    further fields of the token request; `overridable_scopes` lets a caller choose scopes.
    """

    kind: str
    token_url: str = ""
    authorization_url: str = ""
    refresh_url: str = ""
    device_authorization_url: str = ""
    scopes: tuple[str, ...] = ()
    token_authentication: str = "client_secret_post"
    extra_fields: tuple[tuple[str, Json], ...] = ()
    overridable_scopes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuth2(SchemeHead):
    """OAuth 2 with one or several flows."""

    flows: tuple[OAuthFlow, ...]
    metadata_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenIdConnect(SchemeHead):
    """OpenID Connect discovery at `url`."""

    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MutualTls(SchemeHead):
    """A client certificate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomScheme(SchemeHead):
    """Fields that a hook of the user's reads (`x-speakeasy-custom-security-scheme`)."""

    schema: SchemaId


SecurityScheme = Union[ApiKey, HttpAuth, OAuth2, OpenIdConnect, MutualTls, CustomScheme]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeUse:
    """A scheme in a requirement, with the scopes or roles it asks for."""

    key: str
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirement:
    """All of these schemes together; no scheme at all means that none is needed."""

    schemes: tuple[SchemeUse, ...]
