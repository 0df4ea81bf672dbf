"""Parameters: the values of a request that travel outside its body."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sdkloom.ir.types import Json, Type, Value


class Location(Enum):
    """Where a parameter travels (OpenAPI's `in`)."""

    PATH = "path"
    QUERY = "query"
    QUERYSTRING = "querystring"
    HEADER = "header"
    COOKIE = "cookie"


class Style(Enum):
    """How a parameter's value is written: OpenAPI's `style`, and what only Swagger 2.0 had."""

    SIMPLE = "simple"
    LABEL = "label"
    MATRIX = "matrix"
    FORM = "form"
    SPACE_DELIMITED = "spaceDelimited"
    PIPE_DELIMITED = "pipeDelimited"
    DEEP_OBJECT = "deepObject"
    COOKIE = "cookie"
    TAB_DELIMITED = "tabDelimited"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One parameter of an operation, with every default of the standard filled in.

    `name` is the wire name. `content_media_type` is set when the value is serialised by a media
    type (`content`) and not by a style. `is_global` marks one that the client may hold
    (`x-speakeasy-globals`), `hidden` one that methods do not show.
    """

    name: str
    location: Location
    type: Type
    required: bool
    style: Style
    explode: bool
    pointer: str = ""
    allow_reserved: bool = False
    allow_slashes: bool = False
    allow_empty_value: bool = False
    content_media_type: str = ""
    name_override: str = ""
    description: str = ""
    default: Value | None = None
    examples: tuple[Json, ...] = ()
    named_examples: tuple[tuple[str, Json], ...] = ()
    deprecated: bool = False
    deprecation_message: str = ""
    is_global: bool = False
    hidden: bool = False
