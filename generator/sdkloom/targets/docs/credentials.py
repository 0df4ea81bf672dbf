"""The section on authentication: which credentials there are, and how a client gets them."""

from __future__ import annotations

from sdkloom.ir.schemas import ObjectSchema, Property
from sdkloom.ir.security import (
    ApiKey,
    CustomScheme,
    HttpAuth,
    MutualTls,
    OAuth2,
    OpenIdConnect,
    SecurityScheme,
)
from sdkloom.ir.types import Named, without_null
from sdkloom.targets.docs.clients import flat_scheme
from sdkloom.targets.docs.snippets import Snippet, program
from sdkloom.targets.docs.tables import table
from sdkloom.targets.docs.types import Shelf
from sdkloom.targets.docs.views import SecurityView
from sdkloom.targets.python.credentials import variable_of


def security_view(shelf: Shelf, snippet: Snippet | None) -> SecurityView | None:
    """Return the section, None for an API that asks for no credentials."""
    identity = shelf.api.security_schema
    if identity is None:
        return None
    schema = shelf.api.schemas[identity]
    assert isinstance(schema, ObjectSchema)
    rows = [
        (
            f"`{shelf.names.field(identity, one.name)}`",
            *_kind(_scheme_of(one, shelf)),
            _variables(one, shelf),
        )
        for one in schema.properties
    ]
    argument = flat_scheme(shelf)
    if argument is not None:
        intro = f"A client takes its credentials as `{argument}`:"
    elif len(shelf.api.security) > 1:
        intro = "A client takes its credentials as `security`, by one of these schemes:"
    else:
        intro = "A client takes its credentials as `security`:"
    header = ("Name", "Type", "Scheme", "Environment Variable")
    width = 4 if shelf.settings.python.env_var_prefix else 3
    return SecurityView(
        intro=intro,
        table=table(header[:width], [row[:width] for row in rows]),
        code=program(snippet) if snippet else "",
        from_environment=width == 4,
        own=any(one.security_schema is not None for one in shelf.api.operations),
    )


def _scheme_of(one: Property, shelf: Shelf) -> SecurityScheme | None:
    """The scheme of a field; the fields of an API's only scheme may not have its name."""
    schemes = shelf.api.security_schemes
    keys = [use.key for way in shelf.api.security for use in way.schemes]
    return schemes.get(one.name) or schemes.get(keys[0] if keys else "")


def _kind(scheme: SecurityScheme | None) -> tuple[str, str]:
    match scheme:
        case ApiKey():
            return "apiKey", f"API key in the {scheme.location.value}"
        case HttpAuth():
            words = {"basic": "HTTP Basic", "bearer": "HTTP Bearer"}
            return "http", words.get(scheme.scheme, "HTTP")
        case OAuth2():
            kinds = {flow.kind for flow in scheme.flows}
            if "clientCredentials" in kinds:
                return "oauth2", "OAuth2 client credentials"
            return "oauth2", "OAuth2 token"
        case OpenIdConnect():
            return "openIdConnect", "OpenID Connect token"
        case MutualTls():
            return "mutualTLS", "client certificate"
        case CustomScheme() | None:
            return "custom", "custom"


def _variables(one: Property, shelf: Shelf) -> str:
    prefix = shelf.settings.python.env_var_prefix
    if not prefix:
        return ""
    inner = without_null(one.type)
    schema = shelf.api.schemas[inner.schema] if isinstance(inner, Named) else None
    if isinstance(schema, ObjectSchema):
        names = [shelf.names.field(schema.id, part.name) for part in schema.properties]
    else:
        identity = shelf.api.security_schema
        assert identity is not None
        names = [shelf.names.field(identity, one.name)]
    return "<br/>".join(f"`{variable_of(prefix, name)}`" for name in names)
