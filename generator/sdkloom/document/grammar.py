"""What kind of object stands where: the shape of OpenAPI as a table.

One table serves every pass that walks a document, so that the name of a property or the inside
of an example is never taken for a keyword.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final, NamedTuple


class Kind(Enum):
    """A kind of object of the standard."""

    DOCUMENT = "document"
    INFO = "info"
    COMPONENTS = "components object"
    PATHS = "paths object"
    PATH_ITEM = "path item"
    OPERATION = "operation"
    PARAMETER = "parameter"
    HEADER = "header"
    REQUEST_BODY = "request body"
    MEDIA_TYPE = "media type"
    ENCODING = "encoding"
    RESPONSES = "responses object"
    RESPONSE = "response"
    CALLBACK = "callback"
    EXAMPLE = "example"
    LINK = "link"
    SERVER = "server"
    SERVER_VARIABLE = "server variable"
    SECURITY_SCHEME = "security scheme"
    OAUTH_FLOWS = "OAuth flows"
    OAUTH_FLOW = "OAuth flow"
    TAG = "tag"
    SCHEMA = "schema"
    DISCRIMINATOR = "discriminator"
    GLOBALS = "global parameters"
    CUSTOM_SECURITY = "custom security scheme"

    @property
    def phrase(self) -> str:
        """The kind with its article."""
        return f"an {self.value}" if self.value[0] in "eioO" else f"a {self.value}"

    # Members are looked up for every object of a document; Enum's own hash is slow.
    __hash__ = object.__hash__


class Shape(Enum):
    """How the objects of a field stand there."""

    ONE = "an object"
    MAP = "a mapping"
    LIST = "a list"


class Slot(NamedTuple):
    """What a field holds."""

    shape: Shape
    kind: Kind


def _one(kind: Kind) -> Slot:
    return Slot(Shape.ONE, kind)


def _map(kind: Kind) -> Slot:
    return Slot(Shape.MAP, kind)


def _list(kind: Kind) -> Slot:
    return Slot(Shape.LIST, kind)


METHODS: Final = (
    "get",
    "put",
    "post",
    "delete",
    "options",
    "head",
    "patch",
    "trace",
    "query",
)

_CONTENT: Final = {
    "schema": _one(Kind.SCHEMA),
    "content": _map(Kind.MEDIA_TYPE),
    "examples": _map(Kind.EXAMPLE),
}
_ENCODINGS: Final = {
    "encoding": _map(Kind.ENCODING),
    "prefixEncoding": _list(Kind.ENCODING),
    "itemEncoding": _one(Kind.ENCODING),
}

FIELDS: Final[Mapping[Kind, Mapping[str, Slot]]] = {
    Kind.DOCUMENT: {
        "info": _one(Kind.INFO),
        "servers": _list(Kind.SERVER),
        "paths": _one(Kind.PATHS),
        "webhooks": _map(Kind.PATH_ITEM),
        "components": _one(Kind.COMPONENTS),
        "tags": _list(Kind.TAG),
        "x-speakeasy-globals": _one(Kind.GLOBALS),
    },
    Kind.INFO: {},
    Kind.COMPONENTS: {
        "schemas": _map(Kind.SCHEMA),
        "responses": _map(Kind.RESPONSE),
        "parameters": _map(Kind.PARAMETER),
        "examples": _map(Kind.EXAMPLE),
        "requestBodies": _map(Kind.REQUEST_BODY),
        "headers": _map(Kind.HEADER),
        "securitySchemes": _map(Kind.SECURITY_SCHEME),
        "links": _map(Kind.LINK),
        "callbacks": _map(Kind.CALLBACK),
        "pathItems": _map(Kind.PATH_ITEM),
        "mediaTypes": _map(Kind.MEDIA_TYPE),
    },
    Kind.PATHS: {},
    Kind.PATH_ITEM: {
        **{method: _one(Kind.OPERATION) for method in METHODS},
        "additionalOperations": _map(Kind.OPERATION),
        "parameters": _list(Kind.PARAMETER),
        "servers": _list(Kind.SERVER),
    },
    Kind.OPERATION: {
        "parameters": _list(Kind.PARAMETER),
        "requestBody": _one(Kind.REQUEST_BODY),
        "responses": _one(Kind.RESPONSES),
        "callbacks": _map(Kind.CALLBACK),
        "servers": _list(Kind.SERVER),
    },
    Kind.PARAMETER: _CONTENT,
    Kind.HEADER: _CONTENT,
    Kind.REQUEST_BODY: {"content": _map(Kind.MEDIA_TYPE)},
    Kind.MEDIA_TYPE: {
        "schema": _one(Kind.SCHEMA),
        "itemSchema": _one(Kind.SCHEMA),
        "examples": _map(Kind.EXAMPLE),
        **_ENCODINGS,
    },
    Kind.ENCODING: {"headers": _map(Kind.HEADER), **_ENCODINGS},
    Kind.RESPONSES: {},
    Kind.RESPONSE: {
        "headers": _map(Kind.HEADER),
        "content": _map(Kind.MEDIA_TYPE),
        "links": _map(Kind.LINK),
    },
    Kind.CALLBACK: {},
    Kind.EXAMPLE: {},
    Kind.LINK: {"server": _one(Kind.SERVER)},
    Kind.SERVER: {"variables": _map(Kind.SERVER_VARIABLE)},
    Kind.SERVER_VARIABLE: {},
    Kind.SECURITY_SCHEME: {
        "flows": _one(Kind.OAUTH_FLOWS),
        "x-speakeasy-custom-security-scheme": _one(Kind.CUSTOM_SECURITY),
    },
    Kind.OAUTH_FLOWS: {
        flow: _one(Kind.OAUTH_FLOW)
        for flow in (
            "implicit",
            "password",
            "clientCredentials",
            "authorizationCode",
            "deviceAuthorization",
        )
    },
    Kind.OAUTH_FLOW: {
        "x-speakeasy-token-endpoint-additional-properties": _map(Kind.SCHEMA)
    },
    Kind.TAG: {},
    Kind.SCHEMA: {
        "properties": _map(Kind.SCHEMA),
        "patternProperties": _map(Kind.SCHEMA),
        "$defs": _map(Kind.SCHEMA),
        "definitions": _map(Kind.SCHEMA),
        "dependentSchemas": _map(Kind.SCHEMA),
        "additionalProperties": _one(Kind.SCHEMA),
        "unevaluatedProperties": _one(Kind.SCHEMA),
        "propertyNames": _one(Kind.SCHEMA),
        "items": _one(Kind.SCHEMA),
        "prefixItems": _list(Kind.SCHEMA),
        "contains": _one(Kind.SCHEMA),
        "unevaluatedItems": _one(Kind.SCHEMA),
        "allOf": _list(Kind.SCHEMA),
        "anyOf": _list(Kind.SCHEMA),
        "oneOf": _list(Kind.SCHEMA),
        "not": _one(Kind.SCHEMA),
        "if": _one(Kind.SCHEMA),
        "then": _one(Kind.SCHEMA),
        "else": _one(Kind.SCHEMA),
        "contentSchema": _one(Kind.SCHEMA),
        "discriminator": _one(Kind.DISCRIMINATOR),
    },
    Kind.DISCRIMINATOR: {},
    Kind.GLOBALS: {"parameters": _list(Kind.PARAMETER)},
    Kind.CUSTOM_SECURITY: {"schema": _one(Kind.SCHEMA)},
}

OPEN: Final[Mapping[Kind, Slot]] = {
    Kind.PATHS: _one(Kind.PATH_ITEM),
    Kind.RESPONSES: _one(Kind.RESPONSE),
    Kind.CALLBACK: _one(Kind.PATH_ITEM),
}
"""Kinds whose keys are the author's own (but for `x-`), and what each of them holds."""


def is_author_key(key: str) -> bool:
    """Return whether a key of such a kind is the author's own."""
    return key != "$ref" and not key.startswith("x-")


STRINGS: Final[Mapping[Kind, frozenset[str]]] = {
    kind: frozenset(names.split())
    for kind, names in {
        Kind.DOCUMENT: "openapi jsonSchemaDialect $self",
        Kind.INFO: "title summary description termsOfService version",
        Kind.PATH_ITEM: "$ref summary description",
        Kind.OPERATION: "summary description operationId",
        Kind.PARAMETER: "$ref name in description style",
        Kind.HEADER: "$ref description style",
        Kind.REQUEST_BODY: "$ref description",
        Kind.MEDIA_TYPE: "$ref",
        Kind.ENCODING: "contentType style",
        Kind.RESPONSE: "$ref summary description",
        Kind.EXAMPLE: "$ref summary description externalValue serializedValue",
        Kind.LINK: "$ref operationRef operationId description",
        Kind.SERVER: "url description name x-speakeasy-server-id",
        Kind.SERVER_VARIABLE: "default description",
        Kind.SECURITY_SCHEME: "$ref type description name in scheme bearerFormat"
        " openIdConnectUrl oauth2MetadataUrl",
        Kind.OAUTH_FLOW: "authorizationUrl tokenUrl refreshUrl deviceAuthorizationUrl",
        Kind.TAG: "name summary description parent kind",
        Kind.SCHEMA: "$ref $id $anchor $dynamicRef $dynamicAnchor title description format"
        " pattern contentMediaType contentEncoding",
        Kind.DISCRIMINATOR: "propertyName defaultMapping",
    }.items()
}
"""Fields that hold a string."""

BOOLEANS: Final[Mapping[Kind, frozenset[str]]] = {
    kind: frozenset(names.split())
    for kind, names in {
        Kind.OPERATION: "deprecated",
        Kind.PARAMETER: "required deprecated allowEmptyValue explode allowReserved",
        Kind.HEADER: "required deprecated explode",
        Kind.REQUEST_BODY: "required",
        Kind.ENCODING: "explode allowReserved",
        Kind.SECURITY_SCHEME: "deprecated",
        Kind.SCHEMA: "nullable readOnly writeOnly deprecated uniqueItems",
    }.items()
}
"""Fields that hold true or false."""

NUMBERS: Final = frozenset(
    "maximum minimum multipleOf maxLength minLength maxItems minItems"
    " maxProperties minProperties maxContains minContains".split()
)
"""Fields of a schema that hold a number."""

STRING_LISTS: Final[Mapping[Kind, frozenset[str]]] = {
    Kind.OPERATION: frozenset(["tags"]),
    Kind.SCHEMA: frozenset(["required"]),
    Kind.SERVER_VARIABLE: frozenset(["enum"]),
}
"""Fields that hold a list of strings."""

TYPES: Final = frozenset("null boolean object array number string integer".split())
"""The types of JSON Schema."""

REFERABLE: Final = frozenset(
    kind for kind, names in STRINGS.items() if "$ref" in names
) | {Kind.CALLBACK}
"""Kinds for which a `$ref` may stand; elsewhere its target is read as if it stood there."""
