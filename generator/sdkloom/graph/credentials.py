"""Schemas that we make for security: the credentials of the API, an operation, a scheme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sdkloom.graph.identities import part_id
from sdkloom.graph.origins import root
from sdkloom.graph.reading import Reading
from sdkloom.ir.schemas import ObjectSchema, OriginKind, Property
from sdkloom.ir.security import (
    CustomScheme,
    HttpAuth,
    MutualTls,
    OAuth2,
    OAuthFlow,
    Requirement,
    SecurityScheme,
)
from sdkloom.ir.types import STRING, Array, Json, Named, SchemaId, Type, Value

Schemes = Mapping[str, SecurityScheme]


def security_schema(
    reading: Reading,
    requirements: tuple[Requirement, ...],
    schemes: Schemes,
    *,
    owner: str = "",
) -> SchemaId | None:
    """Make the schema of all credentials that requirements name, None if they name none.

    For an operation (`owner`) with one way in, every credential of it is required; else any
    may be left out. A scheme of several fields has a schema of its own, unless it is the only
    scheme: then the fields are the security schema's, and required if no environment variable
    can provide them.
    """
    keys = dict.fromkeys(
        use.key for requirement in requirements for use in requirement.schemes
    )
    keys = {key: None for key in keys if not isinstance(schemes[key], MutualTls)}
    if not keys:
        return None
    id = part_id(SchemaId(owner or "#"), "security")
    kind = OriginKind.OPERATION_SECURITY if owner else OriginKind.SECURITY
    is_single = len(requirements) == 1
    required = bool(owner) and is_single
    needed = is_single and not reading.settings.python.env_var_prefix
    only = schemes[next(iter(keys))] if len(keys) == 1 else None
    properties = (
        () if only is None else _own_fields(reading, only, required=required or needed)
    )
    reading.schemas[id] = ObjectSchema(
        id=id,
        origin=root(kind, owner=owner),
        properties=properties
        or tuple(_credential(reading, schemes[key], required=required) for key in keys),
    )
    return id


def _own_fields(
    reading: Reading, scheme: SecurityScheme, *, required: bool
) -> tuple[Property, ...]:
    """Return the fields of the only scheme, to stand in the security schema itself."""
    return tuple(
        replace(item, required=required and item.required, parameter=scheme.key)
        for item in _fields(reading, scheme)
    )


def _credential(
    reading: Reading, scheme: SecurityScheme, *, required: bool
) -> Property:
    return Property(
        name=scheme.key,
        type=_type_of_scheme(reading, scheme),
        required=required,
        pointer=scheme.pointer,
        name_override=scheme.name_override,
        examples=() if scheme.example is None else (scheme.example,),
        deprecated=scheme.deprecated,
    )


def _type_of_scheme(reading: Reading, scheme: SecurityScheme) -> Type:
    if isinstance(scheme, CustomScheme):
        return Named(scheme.schema)
    fields = tuple(_fields(reading, scheme))
    if not fields:
        return STRING
    id = part_id(SchemaId(scheme.pointer), "scheme")
    reading.schemas[id] = ObjectSchema(
        id=id, origin=root(OriginKind.SCHEME, scheme.key), properties=fields
    )
    return Named(id)


def _fields(reading: Reading, scheme: SecurityScheme) -> Iterator[Property]:
    """Yield the fields of a scheme that takes several, nothing for one that takes a text."""
    if isinstance(scheme, HttpAuth) and scheme.scheme in ("basic", "digest"):
        yield _text("username")
        yield _text("password")
    elif isinstance(scheme, OAuth2):
        generation = reading.settings.generation
        flows = {flow.kind: flow for flow in scheme.flows}
        if (
            "clientCredentials" in flows
            and generation.oauth2_client_credentials_enabled
        ):
            flow = flows["clientCredentials"]
            yield _text("client_id", name="clientID")
            yield _text("client_secret", name="clientSecret")
            yield from _token_fields(flow)
        elif "password" in flows and generation.oauth2_password_enabled:
            yield _text("username")
            yield _text("password")
            yield _text("client_id", name="clientID", required=False)
            yield _text("client_secret", name="clientSecret", required=False)
            yield from _token_fields(flows["password"])


def _token_fields(flow: OAuthFlow) -> Iterator[Property]:
    known = bool(flow.token_url)  # else discovery finds it
    yield _text("token_url", name="tokenURL", required=known, default=flow.token_url)
    for name, schema in flow.extra_fields:
        yield _extra(name, schema)
    if flow.overridable_scopes:
        yield Property(name="scopes", type=Array(items=STRING), required=False)


def _text(
    word: str, *, name: str = "", required: bool = True, default: str = ""
) -> Property:
    return Property(
        name=name or word,
        type=STRING,
        required=required,
        name_override=word,
        default=Value(default) if default else None,
    )


def _extra(name: str, schema: Json) -> Property:
    said = schema if isinstance(schema, dict) else {}
    example = said.get("example")
    description = said.get("description")
    return Property(
        name=name,
        type=STRING,
        required=True,
        description=description if isinstance(description, str) else "",
        default=Value(said["default"]) if "default" in said else None,
        examples=() if example is None else (example,),
    )
