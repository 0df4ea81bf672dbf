"""Parameters in all styles of OpenAPI 3.1: one writer for each, made once for each operation.

The styles are those of RFC 6570 and of OpenAPI's table of examples. What a value holds can never
end its place in the request: in a path every character that is not unreserved is escaped, and what
would be a dot segment or an empty segment is refused; in a header, control characters are.
"""

from __future__ import annotations

import re
from typing import Any, Callable, Optional
from urllib.parse import quote

from .operation import Parameter
from .unset import UNSET
from .values import (
    ArgumentError,
    Plain,
    field_text,
    json_text,
    nested_text,
    plain,
    with_files,
)

Writer = Callable[[Any], str]

_UNRESERVED = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*").fullmatch
_RESERVED_IN_PATH = ":[]@!$&'()*+,;="
_RESERVED_IN_QUERY = ":/?[]@!$'()*,;="
_COOKIE_OCTETS = "!#$&'()*+-./:<=>?@[]^_`{|}~"
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+").fullmatch
_CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]").search
TRIPLES = re.compile(r"%25(?=[0-9A-Fa-f]{2})").sub
_DEFAULT_STYLES = {"path": "simple", "header": "simple", "cookie": "form"}

Pairs = list[tuple[str, str]]


def style_of(parameter: Parameter) -> tuple[str, bool]:
    """Return a parameter's style and explode, with the standard's defaults filled in."""
    style = parameter.style or _DEFAULT_STYLES.get(parameter.location, "form")
    explode = parameter.explode
    return style, style in ("form", "cookie") if explode is None else explode


def prepare(parameter: Parameter) -> Callable[[Any], Plain]:
    """Return the function that turns an argument into texts, lists and dicts of texts."""
    if parameter.media_type:
        return _content(parameter)
    if parameter.type is None:
        return plain
    validate: list[Any] = []
    type_of = parameter.type

    def validated(value: Any) -> Plain:
        if not validate:
            from .models import adapter_for

            validate.append(adapter_for(type_of()))
        return with_files(written, value)

    def written(value: Any) -> Plain:
        adapter = validate[0]
        checked = adapter.validate_python(value)
        return plain(adapter.dump_python(checked, mode="json", by_alias=True))

    return validated


def _content(parameter: Parameter) -> Callable[[Any], Plain]:
    type_of = parameter.type
    if "json" not in parameter.media_type:
        return field_text
    if type_of is None:
        return lambda value: json_text(value).decode()

    def validated(value: Any) -> Plain:
        from .models import adapter_for
        from .values import checked_json

        adapter = adapter_for(type_of())

        def written(given: Any) -> str:
            checked = adapter.validate_python(given)
            return checked_json(adapter.dump_json(checked, by_alias=True)).decode()

        return with_files(written, value)

    return validated


# --- path -----------------------------------------------------------------------------------


def path_writer(parameter: Parameter) -> Writer:
    """Return the function that writes a path parameter into its segment."""
    style, explode = style_of(parameter)
    name = parameter.name
    safe = _RESERVED_IN_PATH if parameter.allow_reserved else ""
    if parameter.allow_slashes:
        safe += "/"
    value_of = prepare(parameter)
    simple = style == "simple" and parameter.type is None and not parameter.media_type

    def write(value: Any) -> str:
        if simple and type(value) is str and _UNRESERVED(value):
            return value
        if value is None or value is UNSET:
            raise ArgumentError(f"path parameter {name!r} is required")
        content = value_of(value)
        text = _PATH_STYLES[style](quote(name, safe=""), content, explode, safe)
        if not content or text in ("", "."):
            raise ArgumentError(f"path parameter {name!r} must not be empty")
        return text

    return write


def _simple(name: str, value: Plain, explode: bool, safe: str) -> str:
    return ",".join(_items(value, "=" if explode else ",", safe))


def _label(name: str, value: Plain, explode: bool, safe: str) -> str:
    if not explode:
        return "." + ",".join(_items(value, ",", safe))
    items = _items(value, "=", safe)
    if not isinstance(value, str):
        # A point between the items is not one of an item (RFC 6570 tells them apart nowhere).
        items = [item.replace(".", "%2E") for item in items]
    return "." + ".".join(items)


def _matrix(name: str, value: Plain, explode: bool, safe: str) -> str:
    if isinstance(value, str):
        return f";{name}={quote(value, safe=safe)}"
    if not explode:
        return f";{name}={','.join(_items(value, ',', safe))}"
    if isinstance(value, list):
        return "".join(f";{name}={item}" for item in _items(value, "=", safe))
    return "".join(f";{item}" for item in _items(value, "=", safe))


def _delimited(joint: str) -> Callable[[str, Plain, bool, str], str]:
    def write(name: str, value: Plain, explode: bool, safe: str) -> str:
        return joint.join(_items(value, joint, safe))

    return write


_DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|", "tabDelimited": "\t"}
"""Those of arrays; Swagger 2.0 has them for every location."""
_JOINTS = {style: quote(joint) for style, joint in _DELIMITERS.items()}
_PATH_STYLES = {
    "simple": _simple,
    "label": _label,
    "matrix": _matrix,
    **{style: _delimited(joint) for style, joint in _JOINTS.items()},
}


def _items(value: Plain, joint: str, safe: str) -> list[str]:
    if isinstance(value, str):
        return [quote(value, safe=safe)]
    if isinstance(value, list):
        return [quote(nested_text(item), safe=safe) for item in value]
    return [
        f"{quote(key, safe=safe)}{joint}{quote(nested_text(item), safe=safe)}"
        for key, item in value.items()
    ]


def check_segment(segment: str, path: str) -> str:
    """Return a filled-in segment, refusing one that would lead to another path."""
    for part in segment.split("/"):
        if part.replace("%2E", ".") in (".", ".."):
            raise ArgumentError(f"{part!r} in {path} would lead to another path")
    return segment


# --- query ----------------------------------------------------------------------------------


def query_writer(parameter: Parameter) -> Callable[[Any, list[str]], None]:
    """Return the function that adds a query parameter, as `name=value` texts, to a list."""
    if parameter.location == "querystring":
        return _querystring_writer(parameter)
    style, explode = style_of(parameter)
    name = parameter.name
    escaped = quote(name, safe="")
    safe = _RESERVED_IN_QUERY if parameter.allow_reserved else ""
    value_of = prepare(parameter)

    def write(value: Any, query: list[str]) -> None:
        content = value_of(value)
        if isinstance(content, str):
            query.append(f"{escaped}={quote(content, safe=safe)}")
            return
        for key, text in styled_pairs(name, content, style, explode, safe):
            query.append(f"{quote(key, safe='')}={text}")

    return write if not safe else _reserved(write)


def _reserved(
    write: Callable[[Any, list[str]], None],
) -> Callable[[Any, list[str]], None]:
    """Leave percent-encoded triples as they are, too (RFC 6570, 3.2.3)."""

    def rewritten(value: Any, query: list[str]) -> None:
        pairs: list[str] = []
        write(value, pairs)
        for pair in pairs:
            name, _, text = pair.partition("=")
            query.append(f"{name}={TRIPLES('%', text)}")

    return rewritten


def _querystring_writer(parameter: Parameter) -> Callable[[Any, list[str]], None]:
    """Return the function that makes the whole query of one value (OpenAPI 3.2)."""
    form = not parameter.media_type or "form" in parameter.media_type
    named = Parameter(name=parameter.name, type=parameter.type)
    value_of = prepare(named if form else parameter)

    def write(value: Any, query: list[str]) -> None:
        content = value_of(value)
        if isinstance(content, str):
            query.append(quote(content, safe="=&+" if form else ""))
            return
        for key, text in styled_pairs("", content, "form", True, ""):
            query.append(f"{quote(key, safe='')}={text}")

    return write


def styled_pairs(
    name: str, value: Plain, style: str, explode: bool, safe: Optional[str]
) -> Pairs:
    """Return the pairs that a value is written as; the values are escaped, the names are not.

    With `safe` None the values are not escaped either: so multipart has them.
    """

    def escaped(text: str) -> str:
        return text if safe is None else quote(text, safe=safe)

    if isinstance(value, str):
        return [(name, escaped(value))]
    if style == "deepObject":
        return [(key, escaped(text)) for key, text in _deep(name, value)]
    if isinstance(value, list):
        texts = [escaped(nested_text(item)) for item in value]
        if explode:
            return [(name, text) for text in texts]
    elif explode:
        return [
            (key, escaped(nested_text(item)))
            for key, items in value.items()
            for item in (items if isinstance(items, list) else [items])
        ]
    else:
        parts = [
            part for key, item in value.items() for part in (key, nested_text(item))
        ]
        texts = [escaped(part) for part in parts]
    joints = _DELIMITERS if safe is None else _JOINTS
    return [(name, joints.get(style, ",").join(texts))] if texts else []


def _deep(name: str, value: Plain) -> Pairs:
    if isinstance(value, str):
        return [(name, value)]
    if isinstance(value, dict):
        nested = [(f"{name}[{key}]", item) for key, item in value.items()]
    elif all(isinstance(item, str) for item in value):
        return [(name, item) for item in value]
    else:
        nested = [(f"{name}[{index}]", item) for index, item in enumerate(value)]
    return [pair for key, item in nested for pair in _deep(key, item)]


# --- headers and cookies --------------------------------------------------------------------


def header_writer(parameter: Parameter) -> Writer:
    """Return the function that writes the value of a header parameter."""
    style, explode = style_of(parameter)
    delimiter = _DELIMITERS.get(style, ",")
    name = parameter.name
    value_of = prepare(parameter)

    def write(value: Any) -> str:
        if type(value) is str:
            return safe_header(name, value)
        content = value_of(value)
        if isinstance(content, list):
            content = delimiter.join(nested_text(item) for item in content)
        elif isinstance(content, dict):
            joint = "=" if explode else ","
            content = ",".join(
                f"{key}{joint}{nested_text(item)}" for key, item in content.items()
            )
        return safe_header(name, content)

    return write


def safe_header(name: str, value: str) -> str:
    """Return a header's value without the white space around it (RFC 9110, 5.5).

    One that would begin another header is refused, and so is every other control character. The
    value is in no message: it may be a secret.
    """
    value = value.strip(" \t")
    found = _CONTROLS(value)
    if found is None:
        return value
    kind = "a line end" if found.group() in "\r\n" else "a control character"
    raise ArgumentError(f"header {name!r} must not have {kind} in its value")


def safe_name(name: str) -> str:
    """Return a header's name; one that is no token (RFC 9110, 5.1) is refused."""
    if _TOKEN(name):
        return name
    raise ArgumentError(f"{name!r} is no name of a header")


def cookie_writer(parameter: Parameter) -> Writer:
    """Return the function that writes a cookie parameter, as `name=value` texts.

    Style `cookie` (OpenAPI 3.2) escapes nothing, and refuses what would end a value.
    """
    style, explode = style_of(parameter)
    name = parameter.name
    value_of = prepare(parameter)

    def write(value: Any) -> str:
        content = value_of(value)
        if style == "cookie":
            pairs = raw_pairs(name, content, explode)
            return "; ".join(f"{key}={_raw_cookie(name, text)}" for key, text in pairs)
        pairs = styled_pairs(name, content, "form", explode, _COOKIE_OCTETS)
        return "; ".join(
            f"{quote(key, safe=_COOKIE_OCTETS)}={text}" for key, text in pairs
        )

    return write


def raw_pairs(name: str, value: Plain, explode: bool) -> Pairs:
    """Return the pairs that a value is written as in style `cookie`, with nothing escaped."""
    if isinstance(value, str):
        return [(name, value)]
    if isinstance(value, list):
        texts = [nested_text(item) for item in value]
        if explode:
            return [(name, text) for text in texts]
    elif explode:
        return [
            (_raw_name(name, key), nested_text(item)) for key, item in value.items()
        ]
    else:
        texts = [
            part for key, item in value.items() for part in (key, nested_text(item))
        ]
    return [(name, ",".join(texts))] if texts else []


def _raw_name(name: str, key: str) -> str:
    if "=" in key:
        raise ArgumentError(f"cookie {name!r} has a key that would end it")
    return _raw_cookie(name, key)


def _raw_cookie(name: str, value: str) -> str:
    if _CONTROLS(value) or ";" in value:
        raise ArgumentError(f"cookie {name!r} has a value that would end it")
    return value


def is_absent(value: Any, parameter: Optional[Parameter] = None) -> bool:
    """Tell whether an argument says nothing: UNSET, or None where null cannot be written."""
    if value is UNSET:
        return True
    return value is None and not (
        parameter is not None and parameter.nullable and bool(parameter.media_type)
    )
