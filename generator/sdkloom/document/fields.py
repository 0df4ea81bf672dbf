"""Which fields an object has in any version of OpenAPI 3, and where others have gone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sdkloom.document.grammar import (
    BOOLEANS,
    FIELDS,
    NUMBERS,
    STRING_LISTS,
    STRINGS,
    Kind,
)

_OTHERS: Final[Mapping[Kind, str]] = {
    Kind.DOCUMENT: "security externalDocs",
    Kind.INFO: "contact license",
    Kind.OPERATION: "security externalDocs",
    Kind.PARAMETER: "example",
    Kind.HEADER: "example",
    Kind.MEDIA_TYPE: "example",
    Kind.ENCODING: "",
    Kind.EXAMPLE: "value dataValue",
    Kind.LINK: "parameters requestBody",
    Kind.OAUTH_FLOW: "scopes",
    Kind.TAG: "externalDocs",
    Kind.DISCRIMINATOR: "mapping",
    Kind.SCHEMA: "type enum const default example examples xml externalDocs"
    " exclusiveMaximum exclusiveMinimum dependentRequired minContains maxContains"
    " $schema $vocabulary $comment $recursiveRef $recursiveAnchor additionalItems"
    " dependencies id format nullable",
}
KNOWN: Final[Mapping[Kind, frozenset[str]]] = {
    kind: frozenset(fields)
    | STRINGS.get(kind, frozenset())
    | BOOLEANS.get(kind, frozenset())
    | STRING_LISTS.get(kind, frozenset())
    | frozenset(_OTHERS.get(kind, "").split())
    | (NUMBERS if kind is Kind.SCHEMA else frozenset())
    for kind, fields in FIELDS.items()
    if kind not in (Kind.PATHS, Kind.RESPONSES, Kind.CALLBACK)
}
"""The fields of each kind of object whose keys are not the author's own."""

_IN_SCHEMA: Final = (
    "type format items enum default minimum maximum minLength maxLength pattern"
    " properties collectionFormat allowEmpty oneOf anyOf allOf"
)
HOMES: Final[Mapping[Kind, Mapping[str, str]]] = {
    Kind.DOCUMENT: {
        **dict.fromkeys(FIELDS[Kind.COMPONENTS], "components"),
        "definitions": "components.schemas",
        "securityDefinitions": "components.securitySchemes",
        "host": "servers",
        "basePath": "servers",
        "schemes": "servers",
        "consumes": "the content of each request body",
        "produces": "the content of each response",
    },
    Kind.COMPONENTS: {
        "definitions": "schemas",
        "models": "schemas",
        "securityDefinitions": "securitySchemes",
    },
    Kind.OPERATION: {
        "consumes": "requestBody.content",
        "produces": "the content of each response",
        "schemes": "servers",
        "body": "requestBody",
    },
    Kind.PARAMETER: dict.fromkeys(_IN_SCHEMA.split(), "schema"),
    Kind.HEADER: dict.fromkeys(_IN_SCHEMA.split(), "schema"),
    Kind.MEDIA_TYPE: dict.fromkeys(f"{_IN_SCHEMA} required $ref".split(), "schema"),
    Kind.REQUEST_BODY: {"schema": "content, below a media type"},
    Kind.RESPONSE: {
        "schema": "content, below a media type",
        "examples": "content, below a media type",
    },
    Kind.SECURITY_SCHEME: dict.fromkeys(
        ("flow", "scopes", "authorizationUrl", "tokenUrl", "refreshUrl"), "flows"
    ),
}
"""Fields that belong elsewhere: those of Swagger 2.0, and those of an object around or below."""

TYPE_HINTS: Final[Mapping[str, str]] = {
    **{
        word: f"write type: string and format: {form}"
        for word, form in {
            "date": "date",
            "datetime": "date-time",
            "date-time": "date-time",
            "timestamp": "date-time",
            "uuid": "uuid",
            "email": "email",
            "uri": "uri",
            "url": "uri",
            "byte": "byte",
            "base64": "byte",
            "binary": "binary",
            "file": "binary",
            "password": "password",
        }.items()
    },
    **dict.fromkeys(
        ("any", "mixed", "unknown", "anything"), "remove it: any value fits"
    ),
    **dict.fromkeys(("int", "int32", "int64", "long", "short"), "write integer"),
    **dict.fromkeys(("float", "double", "decimal"), "write number"),
    **dict.fromkeys(("list", "tuple", "set"), "write array"),
    **dict.fromkeys(("map", "dict", "hash", "struct"), "write object"),
    **dict.fromkeys(("str", "text", "char", "enum"), "write string"),
    **dict.fromkeys(("nil", "none", "void"), "write null"),
    "bool": "write boolean",
}
"""What to write for words that other languages have for types."""

SCHEME_HINTS: Final[Mapping[str, str]] = {
    "basic": "write type: http and scheme: basic",
    "bearer": "write type: http and scheme: bearer",
    "jwt": "write type: http and scheme: bearer",
    "oauth": "write type: oauth2",
    "openid": "write type: openIdConnect",
    "oidc": "write type: openIdConnect",
}
SCHEME_TYPES: Final = ("apiKey", "http", "oauth2", "openIdConnect", "mutualTLS")
HTTP_SCHEMES: Final = (
    "basic bearer concealed custom digest dpop gnap hoba mutual negotiate oauth privatetoken"
    " scram-sha-1 scram-sha-256 vapid".split()
)
"""The schemes of HTTP that are registered, and the one of ours."""

LOCATIONS: Final = ("path", "query", "querystring", "header", "cookie")

STYLES: Final = ("form", "spaceDelimited", "pipeDelimited", "deepObject")
"""The styles of query parameters, and of the parts of a form."""

TABS: Final = "tabDelimited"
"""The style of our own that a `collectionFormat` of Swagger 2.0 becomes."""
