"""Multipart bodies: fields, JSON parts and files, streamed one after the other."""

from __future__ import annotations

import os
import re
from mimetypes import guess_type
from typing import Any, Iterator, Mapping, Optional

from .bodies import BodyWriter, Payload, property_reader
from .operation import Body, Part
from .uploads import Sequence, Source, is_file, source_of
from .parameters import safe_header
from .values import ArgumentError, field_text, json_text, scalar_text

_CRLF = b"\r\n"
_QUOTED = {'"': "%22", "\r": "%0D", "\n": "%0A"}


def multipart_writer(body: Body) -> BodyWriter:
    """Return the function that makes a multipart body of a call's arguments."""
    properties = property_reader(body)
    encodings = {part.name: part for part in body.parts}
    suffix = "[]" if body.array_names == "legacy" else ""

    def content(arguments: Mapping[str, Any]) -> Optional[Payload]:
        values = properties(arguments)
        if values is None:
            return None
        boundary = os.urandom(16).hex()
        sources: list[Source] = []
        for name, value in values.items():
            for part in _parts(name, value, encodings.get(name), suffix):
                sources += _framed(boundary, *part)
        sources.append(source_of(f"--{boundary}--\r\n"))
        media_type = body.media_type.partition(";")[0]
        if "*" in media_type:
            media_type = "multipart/form-data"
        return Sequence(sources), f"{media_type}; boundary={boundary}"

    return content


_Framed = tuple[str, str, str, Source]
"""A part: its name, its file name, its media type, its content."""


def _parts(
    name: str, value: Any, part: Optional[Part], suffix: str
) -> Iterator[_Framed]:
    if isinstance(value, (list, tuple)) and not _is_file_tuple(value):
        is_json = part is not None and "json" in part.content_type
        if not is_json or (part is not None and part.file):
            for item in value:
                yield from _parts(name + suffix, item, part, suffix)
            return
    declared = part.content_type if part is not None else ""
    if (part is not None and part.file) or is_file(value):
        yield _file(name, value, declared)
    elif scalar_text(value) is None or "json" in declared:
        yield name, "", declared or "application/json", source_of(json_text(value))
    else:
        yield name, "", declared, source_of(field_text(value))


def _is_file_tuple(value: Any) -> bool:
    """Tell whether a tuple is (file name, content[, media type]), as httpx takes files."""
    return (
        isinstance(value, tuple) and 2 <= len(value) <= 3 and isinstance(value[0], str)
    )


def _file(name: str, value: Any, declared: str) -> _Framed:
    """Return the part of a file: its bytes, stream or path, or an object with `content`."""
    file_name: Any = None
    media_type: Any = None
    content = value
    if _is_file_tuple(value):
        file_name, content, media_type = (*value, None)[:3]
    elif isinstance(value, Mapping):
        file_name = value.get("file_name", value.get("fileName"))
        content = value["content"]
        media_type = value.get("content_type", value.get("Content-Type"))
    elif hasattr(value, "content"):
        file_name = getattr(value, "file_name", None)
        content = value.content
        media_type = getattr(value, "content_type", None)
    file_name = file_name or _own_name(content) or name
    if not media_type:
        choices = [
            choice.strip() for choice in declared.split(",") if "*" not in choice
        ]
        guessed = guess_type(str(file_name))[0]
        media_type = choices[0] if len(choices) == 1 and choices[0] else guessed
    return (
        name,
        str(file_name),
        str(media_type or "application/octet-stream"),
        source_of(content),
    )


def _own_name(content: Any) -> str:
    name = (
        content if isinstance(content, os.PathLike) else getattr(content, "name", None)
    )
    return (
        os.path.basename(os.fsdecode(name))
        if isinstance(name, (str, bytes, os.PathLike))
        else ""
    )


def _framed(
    boundary: str, name: str, file_name: str, media_type: str, content: Source
) -> list[Source]:
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(name)}"'
    if file_name:
        if re.search("[\r\n\0]", file_name):
            raise ArgumentError(f"the file name of {name!r} must not have a line end")
        head += f'; filename="{_quoted(file_name)}"'
    if media_type:
        kind = safe_header(f"Content-Type of {name}", media_type)
        head += f"\r\nContent-Type: {kind}"
    return [source_of(head + "\r\n\r\n"), content, source_of(_CRLF)]


def _quoted(text: str) -> str:
    """Escape a name as forms in HTML do ("multipart/form-data encoding algorithm")."""
    return re.sub('["\r\n]', lambda found: _QUOTED[found.group()], text)
