"""Security schemes as source, and the client's security argument."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sdkloom.ir.api import Api
from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import ObjectSchema, Property
from sdkloom.ir.security import (
    ApiKey,
    CustomScheme,
    HttpAuth,
    MutualTls,
    OAuth2,
    OAuthFlow,
    OpenIdConnect,
    SecurityScheme,
)
from sdkloom.ir.types import Named, SchemaId, without_null
from sdkloom.settings import Settings
from sdkloom.targets.python.casing import upper_snake
from sdkloom.targets.python.layout import Code, call, keyword, text_pairs, tuple_of
from sdkloom.targets.python.lazytypes import LazyTypes
from sdkloom.targets.python.literals import text_literal
from sdkloom.targets.python.sending import OPERATION_MODULE


@dataclass(frozen=True, slots=True)
class Role:
    """A value of a scheme: what it is for, its path in the security value, its variable."""

    role: str
    path: str
    variable: str


def single_scheme(api: Api, settings: Settings) -> SecurityScheme | None:
    """Return the scheme that is an argument of the client itself (`flattenGlobalSecurity`).

    That is the only scheme of the API, if its credentials are one text.
    """
    schema = api.schemas.get(api.security_schema) if api.security_schema else None
    if not isinstance(schema, ObjectSchema) or len(schema.properties) != 1:
        return None
    one = schema.properties[0]
    if isinstance(without_null(one.type), Named):
        return None
    flattens = settings.python.flatten_global_security
    return api.security_schemes.get(one.name) if flattens else None


def schemes_source(types: LazyTypes) -> Code | None:
    """Return the tuple of the schemes that requirements name, None if there are none."""
    api = types.scope.api
    sources = [_scheme(api.security_schemes[key], types) for key in used_keys(api)]
    return tuple_of(sources) if sources else None


def used_keys(api: Api) -> list[str]:
    """Return the schemes that the API or an operation asks for, in order of appearance."""
    places = [api.security, *(one.security or () for one in api.operations)]
    keys = [
        use.key
        for place in places
        for requirement in place
        for use in requirement.schemes
    ]
    return [key for key in dict.fromkeys(keys) if key in api.security_schemes]


def _scheme(scheme: SecurityScheme, types: LazyTypes) -> Code:
    return call(
        types.use(OPERATION_MODULE, "Scheme"),
        keyword("key", text_literal(scheme.key)),
        *_kind_items(scheme, types.scope.settings),
        *_role_items(roles_of(scheme, types)),
    )


def _kind_items(scheme: SecurityScheme, settings: Settings) -> Iterator[Code]:
    match scheme:
        case ApiKey():
            yield keyword("kind", '"apiKey"')
            yield keyword("name", text_literal(scheme.name))
            if scheme.location.value != "header":
                yield keyword("location", text_literal(scheme.location.value))
        case HttpAuth() if scheme.scheme in ("basic", "digest"):
            yield keyword("kind", text_literal(scheme.scheme))
        case HttpAuth():
            yield keyword("kind", '"bearer"')
            if scheme.scheme != "bearer":
                yield keyword("prefix", text_literal(scheme.scheme))
        case OAuth2():
            yield from _oauth_items(scheme, settings)
        case OpenIdConnect():
            yield keyword("kind", '"bearer"')
            if scheme.url:
                yield keyword("metadata_url", text_literal(scheme.url))
        case MutualTls():
            yield keyword("kind", '"mutualTLS"')
        case CustomScheme():
            yield keyword("kind", '"custom"')


def token_flow(scheme: OAuth2, settings: Settings) -> OAuthFlow | None:
    """Return the flow by which the client gets tokens itself, None if it is given one."""
    generation = settings.generation
    enabled = {
        "clientCredentials": generation.oauth2_client_credentials_enabled,
        "password": generation.oauth2_password_enabled,
    }
    flows = {flow.kind: flow for flow in scheme.flows}
    for kind, is_enabled in enabled.items():
        if is_enabled and kind in flows:
            return flows[kind]
    return None


def _oauth_items(scheme: OAuth2, settings: Settings) -> Iterator[Code]:
    flow = token_flow(scheme, settings)
    if scheme.metadata_url:
        yield keyword("metadata_url", text_literal(scheme.metadata_url))
    device = next((one for one in scheme.flows if one.device_authorization_url), None)
    if device is not None:
        yield keyword("device_url", text_literal(device.device_authorization_url))
    if flow is None:
        yield keyword("kind", '"bearer"')
        if device is not None and device.token_url:
            yield keyword("token_url", text_literal(device.token_url))
        return
    yield keyword("kind", text_literal(flow.kind))
    if flow.token_url:
        yield keyword("token_url", text_literal(flow.token_url))
    if flow.refresh_url:
        yield keyword("refresh_url", text_literal(flow.refresh_url))
    if flow.token_authentication != "client_secret_post":
        authentication = text_literal(flow.token_authentication)
        yield keyword("token_authentication", authentication)
    if flow.extra_fields:
        fields = text_pairs((name, name) for name, _ in flow.extra_fields)
        yield keyword("extra_fields", fields)
    if flow.scopes:
        yield keyword("scopes", tuple_of(map(text_literal, flow.scopes)))


def _role_items(roles: list[Role]) -> Iterator[Code]:
    if roles:
        yield keyword("fields", text_pairs((one.role, one.path) for one in roles))
    variables = [(one.role, one.variable) for one in roles if one.variable]
    if variables:
        yield keyword("env", text_pairs(variables))


def roles_of(scheme: SecurityScheme, types: LazyTypes) -> list[Role]:
    """Return the values that a scheme takes, and where they are found."""
    scope = types.scope
    if isinstance(scheme, (MutualTls, CustomScheme)):
        return []
    field = scope.names.security_field(scheme.key)
    prefix = scope.settings.python.env_var_prefix
    own = list(_own_fields(scheme, scope.api))
    if own:
        named = [(one, scope.names.field(id, one.name)) for id, one in own]
        return [
            Role(_role(one, scheme), name, variable_of(prefix, name))
            for one, name in named
        ]
    schema = _scheme_schema(scheme, scope.api)
    if schema is None:
        return [Role("value", field, variable_of(prefix, field))]
    roles = []
    for one in schema.properties:
        name = scope.names.field(schema.id, one.name)
        role = _role(one, scheme)
        roles.append(Role(role, f"{field}.{name}", variable_of(prefix, name)))
    return roles


def _role(property_: Property, scheme: SecurityScheme) -> str:
    extra = {
        name
        for flow in (scheme.flows if isinstance(scheme, OAuth2) else ())
        for name, _ in flow.extra_fields
    }
    if property_.name in extra:
        return property_.name
    return property_.name_override or property_.name


def variable_of(prefix: str, name: str) -> str:
    """Return the environment variable of an argument, "" where none is read."""
    return f"{prefix}_{upper_snake(name)}" if prefix else ""


def _own_fields(
    scheme: SecurityScheme, api: Api
) -> Iterator[tuple[SchemaId, Property]]:
    """Yield the fields of a scheme that stand in a security schema, which has only that scheme."""
    for id in _security_schemas(api):
        schema = api.schemas.get(id)
        fields = schema.properties if isinstance(schema, ObjectSchema) else ()
        if any(one.parameter == scheme.key for one in fields):
            yield from ((id, one) for one in fields)
            return


def _scheme_schema(scheme: SecurityScheme, api: Api) -> ObjectSchema | None:
    """Return the fields of a scheme that takes several values."""
    for id in _security_schemas(api):
        schema = api.schemas.get(id)
        for one in schema.properties if isinstance(schema, ObjectSchema) else ():
            bare = without_null(one.type)
            if one.name == scheme.key and isinstance(bare, Named):
                found = api.schemas.get(bare.schema)
                return found if isinstance(found, ObjectSchema) else None
    return None


def _security_schemas(api: Api) -> Iterable[SchemaId]:
    operations: tuple[Operation, ...] = api.operations
    for id in (api.security_schema, *(one.security_schema for one in operations)):
        if id is not None:
            yield id
