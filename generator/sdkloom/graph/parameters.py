"""The pass that reads parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sdkloom.document.fields import LOCATIONS
from sdkloom.document.node import Node
from sdkloom.document.swagger_parameters import DELIMITED
from sdkloom.document.words import check_location
from sdkloom.graph.descriptions import told_of
from sdkloom.graph.examples import named_examples
from sdkloom.graph.mediatypes import media_type_of
from sdkloom.graph.origins import component_of, root
from sdkloom.graph.reading import Reading, Told
from sdkloom.graph.schemas import type_of
from sdkloom.graph.values import flag, text
from sdkloom.ir.parameters import Location, Parameter, Style
from sdkloom.ir.schemas import OriginKind
from sdkloom.ir.types import ANYTHING, Json

_DEFAULT_STYLE = {
    Location.PATH: Style.SIMPLE,
    Location.HEADER: Style.SIMPLE,
    Location.QUERY: Style.FORM,
    Location.QUERYSTRING: Style.FORM,
    Location.COOKIE: Style.FORM,
}
_STYLES = {
    Location.PATH: {Style.SIMPLE, Style.LABEL, Style.MATRIX},
    Location.HEADER: {Style.SIMPLE},
    Location.COOKIE: {Style.FORM, Style.COOKIE},
    Location.QUERYSTRING: {Style.FORM},
    Location.QUERY: {
        Style.FORM,
        Style.SPACE_DELIMITED,
        Style.PIPE_DELIMITED,
        Style.DEEP_OBJECT,
    },
}
_IGNORED_HEADERS = ("accept", "content-type", "authorization")
Key = tuple[str, Location]


def read_parameters(
    reading: Reading,
    path_item: Node,
    operation: Node,
    shared: Mapping[Key, Parameter],
    owner: str,
) -> tuple[Parameter, ...]:
    """Return an operation's parameters, its path item's among them.

    A parameter of the operation replaces the path item's of the same name and location, and
    takes its place; all others keep the order of the document, the path item's first. A path
    parameter is required even if the document does not say so: no URL can be built without it.
    """
    merged: dict[Key, Parameter] = {}
    for place in (path_item / "parameters", operation / "parameters"):
        for node in place:
            parameter = read_parameter(reading, node, owner)
            if parameter is None:
                continue
            key = (parameter.name, parameter.location)
            common = shared.get(key)
            merged[key] = parameter if common is None else _shared(parameter, common)
            if reading.marked(node.resolved(), "ignore"):
                del merged[key]
    return tuple(merged.values())


def _shared(parameter: Parameter, common: Parameter) -> Parameter:
    hidden = parameter.hidden or common.hidden
    return replace(parameter, is_global=True, hidden=hidden)


def read_parameter(reading: Reading, node: Node, owner: str) -> Parameter | None:
    """Return one parameter with the standard's defaults, None if it cannot be sent.

    A shared parameter is read once. A text beside its `$ref` is the text of this use.
    """
    target = node.resolved()
    if not component_of(target):
        return _read(reading, target, owner)
    if target.pointer not in reading.parameters:
        reading.parameters[target.pointer] = _read(reading, target, "")
    parameter = reading.parameters[target.pointer]
    own = text(node, "description")
    if parameter is None or node.pointer == target.pointer or not own:
        return parameter
    return replace(parameter, description=own)


def _read(reading: Reading, node: Node, owner: str) -> Parameter | None:
    name = text(node, "name")
    location = _location(reading, node)
    if location is None or not name:
        return None
    if location is Location.HEADER and name.lower() in _IGNORED_HEADERS:
        reading.diagnostics.info(
            "header-parameter-ignored",
            node.pointer,
            f"OpenAPI says that the header parameter {name!r} is ignored",
        )
        return None
    content = next((item for _, item in (node / "content").items()), None)
    schema = node / "schema" if content is None else content / "schema"
    origin = root(OriginKind.PARAMETER, name, owner=owner, component=component_of(node))
    told = told_of(reading, schema) if schema else Told()
    style = _style(reading, node, location)
    _check_content(reading, content, schema)
    if "collectionFormat" in schema / "items":
        reading.diagnostics.degraded(
            "nested-array",
            f"{schema.pointer}/items",
            "an array in an array is written as JSON, whatever its collectionFormat",
        )
    named = named_examples(reading, node)
    unescaped = reading.note(node, "param-encoding-override") == "allowReserved"
    return Parameter(
        name=name,
        location=location,
        type=type_of(reading, schema, origin) if schema else ANYTHING,
        required=location is Location.PATH or flag(node, "required"),
        style=style,
        explode=_explode(node, style),
        pointer=node.pointer,
        allow_reserved=flag(node, "allowReserved") or unescaped,
        allow_slashes=unescaped and location is Location.PATH,
        allow_empty_value=flag(node, "allowEmptyValue"),
        content_media_type="" if content is None else content.key,
        name_override=reading.note(node, "name-override"),
        description=text(node, "description") or told.description,
        default=told.default,
        examples=_examples(node, named, told),
        named_examples=named,
        deprecated=flag(node, "deprecated") or told.deprecated,
        deprecation_message=reading.note(node, "deprecation-message")
        or told.deprecation_message,
        hidden=reading.marked(node, "globals-hidden"),
    )


def _check_content(reading: Reading, content: Node | None, schema: Node) -> None:
    """Note a media type that objects and arrays of a parameter are not written in."""
    if content is None or not schema:
        return
    media_type = media_type_of(content.key)
    is_form = media_type.name == "application/x-www-form-urlencoded"
    kind = schema.resolved().get("type")
    if not (media_type.is_json or is_form) and kind in ("object", "array", None):
        reading.diagnostics.degraded(
            "parameter-media-type",
            content.pointer,
            f"a value that is no text is written as JSON, not as {content.key}",
            on_key=True,
        )


def _location(reading: Reading, node: Node) -> Location | None:
    written = node.get("in")
    if not isinstance(written, str):
        return None  # and that has been said
    check_location(written, f"{node.pointer}/in", reading.diagnostics)
    return Location(written) if written in LOCATIONS else None


def _style(reading: Reading, node: Node, location: Location) -> Style:
    default = _DEFAULT_STYLE[location]
    known = {style.value: style for style in Style}
    delimited = known.get(text(node, DELIMITED))
    if delimited is not None:
        return delimited
    value = node.get("style")
    if value is None:
        return default
    style = known.get(value) if isinstance(value, str) else None
    if style is None or style not in _STYLES[location]:
        reading.diagnostics.warning(
            "parameter-style",
            f"{node.pointer}/style",
            f"style {value!r} is not defined for {location.value} parameters; "
            f"{default.value!r} is used",
        )
        return default
    return style


def _explode(node: Node, style: Style) -> bool:
    value = node.get("explode")
    if isinstance(value, bool):
        return value
    return style in (Style.FORM, Style.COOKIE, Style.DEEP_OBJECT)


def _examples(
    node: Node, named: tuple[tuple[str, Json], ...], told: Told
) -> tuple[Json, ...]:
    if "example" in node:
        return (node.get("example"),)
    if named:
        return tuple(value for _, value in named)
    return told.examples
