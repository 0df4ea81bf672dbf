"""Parts of a reply that are a form or multipart themselves, known by names (OpenAPI 3.2)."""

from __future__ import annotations

import re
from typing import Any, Iterator, Mapping
from urllib.parse import parse_qsl

from .operation import Part
from .partstreams import Splitter, boundary_of, disposition, read_part, value_of

_DELIMITERS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}
_MEMBER = re.compile(r"\[([^\]]*)\]")


def named_values(
    content: bytes, declared: str, part: Part, is_checked: bool
) -> dict[str, Any]:
    """Return what a part holds by name, as it is to be validated; ValueError if it is cut short."""
    known = {one.name: one for one in part.parts}
    if declared.lower().startswith("multipart/"):
        pairs = _of_parts(content, boundary_of(declared), known, is_checked)
    else:
        pairs = _of_form(content, known, is_checked)
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in known and known[name].many:
            found.setdefault(name, []).append(value)
        else:
            found[name] = value
    return found


def _of_parts(
    content: bytes, boundary: bytes, known: Mapping[str, Part], is_checked: bool
) -> Iterator[tuple[str, Any]]:
    splitter = Splitter(lambda: boundary)
    for at, text, is_whole in [*splitter.feed(content), *splitter.end()]:
        if not is_whole:
            raise ValueError(f"a part ends within its part {at + 1}")
        headers, inner = read_part(text)
        name = disposition(headers).get_param("name", header="content-disposition")
        if isinstance(name, str):
            part = known.get(name) or Part(name=name)
            yield name, value_of(headers, inner, part, is_checked)


def _of_form(
    content: bytes, known: Mapping[str, Part], is_checked: bool
) -> Iterator[tuple[str, Any]]:
    objects: dict[str, dict[str, Any]] = {}
    for name, text in parse_qsl(content.decode(), keep_blank_values=True):
        base, bracket, _ = name.partition("[")
        part = known.get(name) or Part(name=name)
        if bracket and base in known and known[base].style == "deepObject":
            _put(objects.setdefault(base, {}), _MEMBER.findall(name), text)
        elif part.many and _is_joined(part):
            yield from ((name, one) for one in text.split(_DELIMITERS[part.style]))
        elif part.named:
            inner = text.encode()
            yield name, named_values(inner, part.content_type, part, is_checked)
        elif "json" in part.content_type:
            from pydantic_core import from_json

            yield name, from_json(text)
        else:
            yield name, text
    yield from objects.items()


def _is_joined(part: Part) -> bool:
    """Tell whether all items of an array come as one text."""
    explodes = part.style == "form" if part.explode is None else part.explode
    return part.style in _DELIMITERS and not explodes


def _put(whole: dict[str, Any], way: list[str], text: str) -> None:
    """Put a text into nested objects."""
    for key in way[:-1]:
        below = whole.setdefault(key, {})
        if not isinstance(below, dict):
            raise ValueError(f"{key!r} is both an object and a text")
        whole = below
    if way:
        whole[way[-1]] = text
