"""What can stand under a name: objects, enums, unions and recursive aliases."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Union

from sdkloom.ir.types import Json, ScalarKind, SchemaId, Type, Value


class OriginKind(Enum):
    """Where in the document a schema stands; what its name is made from."""

    COMPONENT = "component"
    """`components/schemas/NAME`: `word` is NAME."""
    PROPERTY = "property"
    """A property of `parent`: `word` is the property's name."""
    ITEM = "item"
    """The items of an array: `word` is empty; `parent` is the schema around the array."""
    VALUE = "value"
    """The values of a map (`additionalProperties`)."""
    VARIANT = "variant"
    """A member of the union `parent`, number `index` from 0."""
    PARAMETER = "parameter"
    """The schema of an operation's parameter: `word` is its name, `owner` the operation."""
    REQUEST_BODY = "request-body"
    """The schema of an operation's request body; `owner` is the operation."""
    RESPONSE_BODY = "response-body"
    """The schema of a response; `word` is the status, `owner` the operation."""
    RESPONSE_HEADER = "response-header"
    """The schema of a response's header; `word` is the header's name."""
    REQUEST = "request"
    """Made by us: all arguments of an operation (`<Op>Request`)."""
    RESPONSE = "response"
    """Made by us: what a method returns when it is more than one body (`<Op>Response`)."""
    HTTP_METADATA = "http-metadata"
    """Made by us: the request and the reply of a call (`HTTPMetadata`)."""
    OPERATION_GLOBALS = "operation-globals"
    """Made by us: the global parameters that an operation uses (`<Op>Globals`)."""
    OPERATION_SECURITY = "operation-security"
    """Made by us: the security of one operation (`<Op>Security`)."""
    GLOBALS = "globals"
    """Made by us: all global parameters (`internal.Globals`)."""
    SECURITY = "security"
    """Made by us: the security of the whole API (`Security`)."""
    SCHEME = "scheme"
    """Made by us: the fields of a security scheme that needs several (`Scheme<Name>`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The author's own words for a schema, from which names are made.

    `steps` leads from the nearest named place (a component, or an operation's parameter, body or
    response) down to the schema: the kinds and words of every schema on the way, this one last; the
    word of a variant that has none is its number, from 0.
    `owner` is the operation's id for everything inside an operation, and "" in components.
    `component` is the name of the shared component (a schema, or a response, parameter or request
    body of `components`) that the schema stands in, and "" outside of any.
    """

    kind: OriginKind
    word: str = ""
    index: int = 0
    parent: SchemaId | None = None
    owner: str = ""
    component: str = ""
    steps: tuple[tuple[OriginKind, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaHead:
    """What every named schema has. `id` is also its place in the document."""

    id: SchemaId
    origin: Origin
    title: str = ""
    name_override: str = ""
    namespace: str = ""
    description: str = ""
    examples: tuple[Json, ...] = ()
    deprecated: bool = False
    deprecation_message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One property of an object. `name` is the wire name; `pointer` is where it is written.

    `description`, `examples` and deprecation are those that the reader of this property should
    see: its own, else those of the schema it refers to.

    In a request schema (`<Op>Request`) `location` is where the value travels (`path`, `query`,
    `header`, `cookie`, `querystring` or `body`), and `parameter` the parameter's wire name;
    `name` is then no more than unique in the schema. In a response schema that is an envelope, the
    bodies of replies have `body` there, and in `parameter` the status and the media type that a
    body first has. In a security schema that holds the fields
    of its only scheme, `parameter` is the scheme's key. Both are empty in all other schemas.
    """

    name: str
    type: Type
    required: bool
    pointer: str = ""
    name_override: str = ""
    description: str = ""
    default: Value | None = None
    examples: tuple[Json, ...] = ()
    read_only: bool = False
    write_only: bool = False
    deprecated: bool = False
    deprecation_message: str = ""
    is_error_message: bool = False
    location: str = ""
    parameter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectSchema(SchemaHead):
    """An object with declared properties, in the order of the document, `allOf` merged.

    `additional` types the undeclared ones; None means that the document does not speak of them
    (they are accepted and kept, but not part of the public surface). `min_properties` is how many
    members a value has at least.
    """

    properties: tuple[Property, ...]
    additional: Type | None = None
    bases: tuple[SchemaId, ...] = ()
    min_properties: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumMember:
    """One value of an enum, with the name and text that the document gives it."""

    value: Json
    name: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumSchema(SchemaHead):
    """A closed list of scalars; null is never among them (the use is `Nullable`).

    `open` is the document's word (`x-speakeasy-unknown-values`), None if it does not say.
    `format` is the document's word (`x-speakeasy-enum-format`), "" if it does not say.
    `is_typed` tells whether the document says `type` beside the values.
    """

    kind: ScalarKind
    members: tuple[EnumMember, ...]
    open: bool | None = None
    format: str = ""
    is_typed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Discriminator:
    """The property that tells a union's members apart.

    `mapping` pairs each value with the index of its member in `variants`, in the order of the
    document; `inferred` says that the document names no discriminator.
    `default` is the index of the member for all other values (OpenAPI 3.2's `defaultMapping`).
    """

    property: str
    mapping: tuple[tuple[str | int | bool, int], ...]
    inferred: bool = False
    default: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionSchema(SchemaHead):
    """One of several types (`oneOf`, `anyOf`); null is never among them."""

    variants: tuple[Type, ...]
    discriminator: Discriminator | None = None
    open: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasSchema(SchemaHead):
    """A type that refers to itself through arrays or maps, and so needs a name."""

    type: Type


Schema = Union[ObjectSchema, EnumSchema, UnionSchema, AliasSchema]
