"""Security becomes credentials that a client or a method takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sdkloom.diagnostics import Diagnostics
from sdkloom.ir.api import Api
from sdkloom.ir.schemas import ObjectSchema
from sdkloom.ir.security import Requirement, SchemeUse
from sdkloom.ir.types import STRING, Named, SchemaId, Value
from sdkloom.settings import Settings

Built = Callable[..., Api]
SCHEMES = """\
        components:
          securitySchemes:
            key: {type: apiKey, in: header, name: X-Key}
            token: {type: http, scheme: Bearer}
            login: {type: http, scheme: basic}
            client:
              type: oauth2
              flows:
                clientCredentials:
                  tokenUrl: /token
                  scopes: {read: r}
                  x-speakeasy-token-endpoint-additional-properties: {audience: {type: string, example: a}}
        """
OK = "responses: {'200': {description: ok}}"


def credentials(api: Api, id: SchemaId | None) -> list[tuple[str, bool]]:
    """The properties of a security schema."""
    assert id is not None
    schema = api.schemas[id]
    assert isinstance(schema, ObjectSchema)
    return [(item.name, item.required) for item in schema.properties]


def test_alternatives_of_the_api(built: Built) -> None:
    """Every credential of several alternatives may be left out."""
    api = built(
        f"security: [{{key: []}}, {{token: []}}]\npaths: {{/a: {{get: {{{OK}}}}}}}\n"
        + _dedented()
    )

    assert api.security == (
        Requirement((SchemeUse(key="key"),)),
        Requirement((SchemeUse(key="token"),)),
    )
    assert credentials(api, api.security_schema) == [("key", False), ("token", False)]
    assert api.operations[0].security is None
    assert api.operations[0].security_schema is None


def test_an_operation_with_its_own_way_in(built: Built) -> None:
    """Two schemes together are required; one that the API knows, or none, needs no model."""
    api = built(
        "security: [{key: []}]\npaths:\n"
        f"  /a: {{get: {{security: [{{key: [], token: []}}], {OK}}}}}\n"
        f"  /b: {{get: {{security: [{{key: [x]}}], {OK}}}}}\n"
        f"  /c: {{get: {{security: [], {OK}}}}}\n" + _dedented()
    )

    both, known, none = api.operations
    assert credentials(api, both.security_schema) == [("key", True), ("token", True)]
    assert known.security_schema is None
    assert none.security == () and none.security_schema is None


def test_schemes_of_several_fields_have_a_model(built: Built) -> None:
    """Basic authentication and client credentials are objects of their own."""
    api = built(
        f"security: [{{login: []}}, {{client: []}}]\npaths: {{/a: {{get: {{{OK}}}}}}}\n"
        + _dedented()
    )

    assert api.security_schema is not None
    schema = api.schemas[api.security_schema]
    assert isinstance(schema, ObjectSchema)
    login, client = (item.type for item in schema.properties)
    assert isinstance(login, Named) and isinstance(client, Named)
    assert credentials(api, login.schema) == [("username", True), ("password", True)]
    fields = api.schemas[client.schema]
    assert isinstance(fields, ObjectSchema)
    assert [(one.name_override or one.name) for one in fields.properties] == [
        "client_id",
        "client_secret",
        "token_url",
        "audience",
    ]
    assert fields.properties[2].default == Value("/token")
    assert fields.properties[3].examples == ("a",)


def test_the_fields_of_the_only_scheme(built: Built) -> None:
    """They stand in the security schema itself, and know which scheme they belong to."""
    api = built(
        f"security: [{{login: []}}]\npaths: {{/a: {{get: {{{OK}}}}}}}\n" + _dedented()
    )

    assert credentials(api, api.security_schema) == [
        ("username", True),
        ("password", True),
    ]
    assert api.security_schema is not None
    schema = api.schemas[api.security_schema]
    assert isinstance(schema, ObjectSchema)
    assert [item.parameter for item in schema.properties] == ["login", "login"]


def test_client_credentials_may_be_switched_off(built: Built) -> None:
    """Without the setting an OAuth 2 scheme takes a token."""
    base = Settings()
    generation = replace(base.generation, oauth2_client_credentials_enabled=False)
    api = built(
        f"security: [{{client: []}}]\npaths: {{/a: {{get: {{{OK}}}}}}}\n" + _dedented(),
        settings=replace(base, generation=generation),
    )

    assert api.security_schema is not None
    schema = api.schemas[api.security_schema]
    assert isinstance(schema, ObjectSchema)
    assert [item.type for item in schema.properties] == [STRING]


def test_the_commonest_security_becomes_the_apis(built: Built) -> None:
    """A document without security of its own takes what most operations name."""
    text = (
        "paths:\n"
        f"  /a: {{get: {{security: [{{key: []}}], {OK}}}}}\n"
        f"  /b: {{get: {{security: [{{token: []}}], {OK}}}}}\n"
        f"  /c: {{get: {{security: [{{token: []}}], {OK}}}}}\n" + _dedented()
    )

    assert built(text).security == (Requirement((SchemeUse(key="token"),)),)


def test_a_scheme_that_nobody_defines(built: Built) -> None:
    """An alternative that cannot be met is left out and remarked upon."""
    diagnostics = Diagnostics()
    api = built(
        f"security: [{{nobody: []}}, {{key: []}}]\npaths: {{/a: {{get: {{{OK}}}}}}}\n"
        + _dedented(),
        diagnostics=diagnostics,
    )

    assert api.security == (Requirement((SchemeUse(key="key"),)),)
    assert "security-scheme-missing" in {one.code for one in diagnostics.remarks}


def _dedented() -> str:
    return SCHEMES.replace("\n        ", "\n").lstrip()
