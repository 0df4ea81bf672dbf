"""Multipart bodies: fields, JSON parts and files, streamed one after the other."""

from __future__ import annotations

import os
import re
from mimetypes import guess_type
from typing import Any, Iterable, Iterator, Mapping, Optional, Union

from .bodies import BodyWriter, Payload, property_reader
from .operation import Body, Part
from .properties import is_nested
from .uploads import Sequence, Source, is_file, source_of
from .parameters import safe_header, safe_name, styled_pairs
from .values import ArgumentError, field_text, json_text, plain, scalar_text

_CRLF = b"\r\n"
_BOUNDARY = re.compile(r';\s*boundary=(?:"[^"]*"|[^\s;]*)', re.IGNORECASE)


def multipart_writer(body: Body) -> BodyWriter:
    """Return the function that makes a multipart body of a call's arguments."""
    properties = property_reader(body)
    encodings = {part.name: part for part in body.parts}
    suffix = "[]" if body.array_names == "legacy" else ""
    media_type = media_type_of(body)

    def content(arguments: Mapping[str, Any]) -> Optional[Payload]:
        values = properties(arguments)
        if values is None:
            return None
        return named_parts(values, encodings, media_type, suffix)

    return content


def named_parts(
    values: Mapping[str, Any],
    encodings: Mapping[str, Part],
    media_type: str,
    suffix: str = "",
) -> tuple[Source, str]:
    """Return parts that have the names of properties, and their media type with its boundary."""
    boundary = os.urandom(16).hex()
    sources: list[Source] = []
    for name, value in values.items():
        for wire, file_name, kind, headers, item in _parts(
            name, value, encodings.get(name) or Part(name=name), suffix
        ):
            head = head_of(boundary, "form-data", wire, file_name, kind, headers)
            sources += [head, item, source_of(_CRLF)]
    sources.append(source_of(f"--{boundary}--\r\n"))
    return Sequence(sources), f"{media_type}; boundary={boundary}"


def media_type_of(described: Union[Body, Part], *, of_json: bool = False) -> str:
    """Return the one media type that a body or a part is sent as, "" for the usual one.

    Of several the first that is no range is meant, of JSON if there is one for what has no other
    text; which one it is, a file says itself.
    """
    if isinstance(described, Body):
        media_type = described.media_type
        name = media_type.partition(";")[0].strip()
        if "*" in name or name.lower() == "multipart/form-data":
            return "multipart/form-data"
        return _BOUNDARY.sub("", media_type)  # what else it says stays: RFC 2387, 3
    choices = [one.strip() for one in described.content_type.split(",")]
    named = [one for one in choices if one and "*" not in one]
    fitting = [one for one in named if "json" in one] if of_json else []
    return next(iter(fitting or named), "")


_Headers = tuple[tuple[str, str], ...]
_Named = tuple[str, str, str, _Headers, Source]
"""A part: its name, its file name, its media type, its headers, its content."""


def _parts(name: str, value: Any, part: Part, suffix: str) -> Iterator[_Named]:
    if not part.file and (part.style or part.explode is not None):
        style = part.style or "form"
        explode = style == "form" if part.explode is None else part.explode
        for key, text in styled_pairs(name, plain(value), style, explode, None):
            yield key, "", "", part.headers, source_of(text)
    elif _is_array(value, part):
        for item in value:
            if part.file and isinstance(item, list):
                yield from _parts(name + suffix, item, part, suffix)
            else:
                yield _one(name + suffix, item, part)
    else:
        yield _one(name, value, part)


def _one(name: str, value: Any, part: Part) -> _Named:
    file_name, kind, headers, content = written(value, part)
    is_file_part = part.file or is_file(value)
    return name, file_name or (name if is_file_part else ""), kind, headers, content


def written(value: Any, part: Part) -> tuple[str, str, _Headers, Source]:
    """Return a part's file name, media type, headers and content."""
    headers = part.headers
    if part.file and _is_file_tuple(value) and len(value) == 4:
        headers = (*headers, *dict(value[3] or {}).items())
    if part.given:
        from .partheaders import apart

        value, headers = apart(value, part)
    if part.file or is_file(value):
        file_name, kind, content = content_of(value, part.content_type)
        return file_name, kind, headers, content
    if is_nested(part):
        from .nestedparts import nested

        found = nested(value, part)
        if found is not None:
            return "", found[1], headers, found[0]
    is_text = scalar_text(value) is not None
    declared = media_type_of(part, of_json=not is_text)
    if not is_text or "json" in declared:
        kind = declared or "application/json"
        return "", kind, headers, source_of(json_text(value))
    return "", declared, headers, source_of(field_text(value))


def _is_array(value: Any, part: Part) -> bool:
    """Tell whether each item of a value is a part: an iterator may be the chunks of one file."""
    if isinstance(value, (list, tuple)):
        return not _is_file_tuple(value)
    is_one = isinstance(value, (str, Mapping)) or is_file(value)
    return part.many and not is_one and isinstance(value, Iterable)


def _is_file_tuple(value: Any) -> bool:
    """Tell whether a tuple is (file name, content[, media type[, headers]]), as httpx has it."""
    return (
        isinstance(value, tuple) and 2 <= len(value) <= 4 and isinstance(value[0], str)
    )


def content_of(value: Any, declared: str) -> tuple[str, str, Source]:
    """Return a file's name, "" if it has none, its media type and its content.

    It is bytes, a stream or a path, a tuple as httpx takes it, or an object with `content`.
    `declared` are the media types that the document names, `image/*, application/pdf`.
    """
    file_name: Any = None
    media_type: Any = None
    content = value
    if _is_file_tuple(value):
        file_name, content, media_type = (*value, None)[:3]
    elif isinstance(value, Mapping):
        file_name = value.get("file_name", value.get("fileName"))
        if "content" not in value:
            raise ArgumentError("a file has no 'content'")
        content = value["content"]
        media_type = value.get("content_type", value.get("Content-Type"))
    elif hasattr(value, "content"):
        file_name = getattr(value, "file_name", None)
        content = value.content
        media_type = getattr(value, "content_type", None)
    file_name = str(file_name or _own_name(content))
    if not media_type:
        choices = [
            choice.strip() for choice in declared.split(",") if "*" not in choice
        ]
        guessed = guess_type(file_name)[0]
        media_type = choices[0] if len(choices) == 1 and choices[0] else guessed
    kind = str(media_type or "application/octet-stream")
    return file_name, kind, source_of(content)


def _own_name(content: Any) -> str:
    is_path = isinstance(content, os.PathLike)
    name = content if is_path else getattr(content, "name", None)
    if not isinstance(name, (str, bytes, os.PathLike)):
        return ""  # that of a descriptor is a number
    text = os.path.basename(os.fsdecode(name))
    is_place = text.startswith("<") and text.endswith(">")  # `<stdin>`
    return text if is_path or not is_place else ""


def head_of(
    boundary: str,
    disposition: str,
    name: str,
    file_name: str,
    media_type: str,
    headers: tuple[tuple[str, str], ...],
) -> Source:
    """Return what stands before the content of a part; `headers` win over what we would say."""
    if re.search("[\r\n\0]", file_name):
        raise ArgumentError(f"the file name of {name!r} must not have a line end")
    headers = tuple((safe_name(key), safe_header(key, text)) for key, text in headers)
    named = f'; name="{_quoted(name)}"' if name else ""
    named += f'; filename="{_quoted(file_name)}"' if file_name else ""
    own = {"content-disposition": disposition + named if disposition else ""}
    own["content-type"] = safe_header(f"Content-Type of {name}", media_type)
    for header, value in headers:
        own.pop(header.lower(), None)
    lines = [f"{key.title()}: {value}" for key, value in own.items() if value]
    lines += [f"{key}: {value}" for key, value in headers]
    text = "\r\n".join([f"--{boundary}", *lines, "", ""])
    # A file system may have names that are not UTF-8: they are sent as they are there.
    return source_of(text.encode("utf-8", "surrogateescape"))


def _quoted(text: str) -> str:
    """Escape a name as forms in HTML do ("multipart/form-data encoding algorithm").

    So are all control characters; a backslash is doubled, as it must not escape the closing quote.
    """
    escaped = re.sub(
        r'["\x00-\x1f\x7f]', lambda found: f"%{ord(found.group()):02X}", text
    )
    return escaped.replace("\\", "\\\\")
