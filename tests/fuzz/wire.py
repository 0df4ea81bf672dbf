"""Reads a request as a server would, by the document alone: nothing here is the SDK's."""

from __future__ import annotations

import json
import re
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import unquote, unquote_plus

import httpx

_JOINTS = {
    "form": ",",
    "simple": ",",
    "spaceDelimited": "%20",
    "pipeDelimited": "%7C",
    "tabDelimited": "%09",
}


def texts(value: Any) -> Any:
    """Return a value as texts in lists and dicts, as styles carry it."""
    if isinstance(value, dict):
        return {key: texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [texts(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else str(value)


def path_values(template: str, request: httpx.Request) -> dict[str, str]:
    """Return the raw text of each variable of a path."""
    names = re.findall(r"\{([^}]*)\}", template)
    pattern = "".join(
        "([^/?]*)" if part.startswith("{") else re.escape(part)
        for part in re.split(r"(\{[^}]*\})", template)
    )
    raw = request.url.raw_path.decode("ascii").partition("?")[0]
    found = re.fullmatch(f".*?{pattern}", raw)
    assert found is not None, f"{raw} is no {template}"
    return dict(zip(names, found.groups()))


def query_pairs(request: httpx.Request) -> list[tuple[str, str]]:
    """Return the names of a query, and their raw texts."""
    raw = request.url.query.decode("ascii")
    pairs = [each.partition("=") for each in raw.split("&") if each]
    return [(unquote(name), text) for name, _, text in pairs]


def cookie_pairs(request: httpx.Request) -> list[tuple[str, str]]:
    """Return the names of the cookies, and their raw texts."""
    raw = request.headers.get("cookie", "")
    pairs = [each.partition("=") for each in raw.split("; ") if each]
    return [(unquote(name), text) for name, _, text in pairs]


def path_value(parameter: dict[str, Any], raw: str) -> Any:
    """Return what a variable of a path holds."""
    style, explode, kind = _style(parameter, "simple")
    name = parameter["name"]
    if style == "label":
        assert raw.startswith("."), raw
        return _split(raw[1:], "." if explode else ",", explode, kind)
    if style == "matrix":
        assert raw.startswith(";"), raw
        parts = raw[1:].split(";")
        if kind == "object" and explode:
            return dict(map(_unquoted, (part.split("=", 1) for part in parts)))
        values = [part.split("=", 1)[1] for part in parts]
        assert {unquote(part.split("=", 1)[0]) for part in parts} == {name}
        if kind == "array" and explode:
            return [unquote(value) for value in values]
        return _split(values[0], ",", False, kind)
    return _split(raw, _JOINTS[style], explode, kind)


def header_value(parameter: dict[str, Any], raw: str) -> Any:
    """Return what a header holds; nothing in it is escaped."""
    _, explode, kind = _style(parameter, "simple")
    joint = {"pipeDelimited": "|", "spaceDelimited": " ", "tabDelimited": "\t"}.get(
        parameter.get("style", ""), ","
    )
    return _split(raw, joint, explode, kind, plain=True)


def pairs_value(parameter: dict[str, Any], pairs: list[tuple[str, str]]) -> Any:
    """Return what a query, a form or the cookies hold of a parameter."""
    style, explode, kind = _style(parameter, "form")
    name = parameter["name"]
    own = [text for key, text in pairs if key == name]
    plain = style == "cookie"
    if style == "deepObject":
        inner = re.compile(re.escape(name) + r"\[(.*)\]\Z", re.DOTALL)
        found = ((inner.match(key), text) for key, text in pairs)
        return {each[1]: unquote(text) for each, text in found if each}
    if kind == "object" and explode:
        keys = parameter["schema"]["properties"]
        return {
            key: text if plain else unquote(text) for key, text in pairs if key in keys
        }
    if kind == "array" and explode:
        return own if plain else [unquote(text) for text in own]
    assert len(own) == 1, pairs
    return _split(own[0], _JOINTS.get(style, ","), False, kind, plain=plain)


def _style(parameter: dict[str, Any], default: str) -> tuple[str, bool, str]:
    style = parameter.get("style", default)
    explode = parameter.get("explode", style in ("form", "cookie", "deepObject"))
    return style, explode, parameter["schema"].get("type", "string")


def _split(raw: str, joint: str, explode: bool, kind: str, plain: bool = False) -> Any:
    read = str if plain else unquote
    if kind == "array":
        return [read(part) for part in raw.split(joint)]
    if kind != "object":
        return read(raw)
    parts = raw.split(joint)
    if explode:
        return dict(tuple(map(read, part.split("=", 1))) for part in parts)
    return dict(zip(map(read, parts[::2]), map(read, parts[1::2])))


def _unquoted(parts: list[str]) -> tuple[str, str]:
    return unquote(parts[0]), unquote(parts[1])


def form_value(request: httpx.Request) -> dict[str, list[str]]:
    """Return the fields of a form."""
    found: dict[str, list[str]] = {}
    for pair in request.content.decode("ascii").split("&"):
        name, _, text = pair.partition("=")
        found.setdefault(unquote_plus(name), []).append(unquote_plus(text))
    return found


def part_values(request: httpx.Request) -> list[tuple[str, str, bytes]]:
    """Return the parts of a multipart body: name, media type, content."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + request.content)
    found = []
    for part in message.iter_parts():
        name = part.get_param("name", "", header="content-disposition")
        kind = str(part["content-type"] or "")
        # A form in HTML escapes three signs of a name, and a parser of mail does not know that.
        plain = str(name).replace("%22", '"').replace("%0D", "\r").replace("%0A", "\n")
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        found.append((plain, kind, content))
    return found


def content_value(media_type: str, text: str) -> Any:
    """Return what a parameter with `content` holds."""
    return json.loads(text) if "json" in media_type else text
