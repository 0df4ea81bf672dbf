"""Encodings in encodings, and headers of parts (OpenAPI 3.2, Encoding Object)."""

from __future__ import annotations

import asyncio
import io
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import Any

import pytest

from .clients import package_of
from .test_parts_by_position import Server, document

META = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string"},
        "tags": {"type": "array", "items": {"type": "integer"}},
    },
}
NESTED = {
    "schema": {
        "type": "array",
        "minItems": 2,
        "prefixItems": [
            {"type": "array", "items": {"type": "integer"}},
            {
                "type": "array",
                "minItems": 3,
                "prefixItems": [META, {"type": "string"}, {}],
                "items": False,
            },
        ],
        "items": False,
    },
    "prefixEncoding": [
        {},
        {
            "contentType": "multipart/mixed",
            "prefixEncoding": [
                {"headers": {"X-Kind": {"schema": {"const": "meta"}}}},
                {},
                {"contentType": "image/png"},
            ],
        },
    ],
}
"""A part of JSON, and one in parts of its own."""
FORM = {
    "schema": {
        "type": "object",
        "required": ["meta", "scans", "search"],
        "properties": {
            "meta": {
                "type": "object",
                "required": ["note", "files"],
                "properties": {
                    "note": {"type": "string"},
                    "files": {
                        "type": "array",
                        "items": {"type": "string", "format": "binary"},
                    },
                    "info": META,
                },
            },
            "scans": {"type": "array", "items": {"type": "array", "items": {}}},
            "search": META,
        },
    },
    "encoding": {
        "meta": {
            "contentType": "multipart/form-data",
            "encoding": {"info": {"contentType": "application/x-www-form-urlencoded"}},
        },
        "scans": {
            "contentType": "multipart/mixed",
            "itemEncoding": {"contentType": "image/png"},
        },
        "search": {
            "contentType": "application/x-www-form-urlencoded",
            "encoding": {"tags": {"style": "pipeDelimited", "explode": False}},
        },
    },
}


def message_of(server: Server) -> EmailMessage:
    """Return what was sent last, read by Python's own parser."""
    media_type, content = server.sent.pop()
    head = f"Content-Type: {media_type}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + content)
    assert isinstance(message, EmailMessage)
    return message


def read(message: Any) -> Any:
    """Return a part's media type, and its content or its own parts."""
    content = (
        [read(part) for part in message.iter_parts()]
        if message.is_multipart()
        else message.get_payload(decode=True)
    )
    name = message.get_param("name", header="content-disposition")
    return (name, message.get_content_type(), content)


def test_parts_in_parts_by_position(site: Path) -> None:
    """The inner parts have their own boundary, types and headers, both ways."""
    package = package_of(document("multipart/mixed", NESTED, NESTED), "nested", site)
    server = Server(package)
    server.sdk.send(request=([1, 2], ({"name": "a"}, "text", io.BytesIO(b"\x89"))))
    message = message_of(server)
    assert read(message) == (
        None,
        "multipart/mixed",
        [
            (None, "application/json", b"[1,2]"),
            (
                None,
                "multipart/mixed",
                [
                    (None, "application/json", b'{"name":"a"}'),
                    (None, "text/plain", b"text"),
                    (None, "image/png", b"\x89"),
                ],
            ),
        ],
    )
    inner = list(message.iter_parts())[1]
    assert isinstance(inner, EmailMessage)
    assert [part["x-kind"] for part in inner.iter_parts()] == ["meta", None, None]
    assert inner.get_boundary() != message.get_boundary()

    server.media_type = "multipart/mixed; boundary=a"
    server.content = (
        b"--a\r\nContent-Type: application/json\r\n\r\n[3]\r\n"
        b'--a\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
        b'--b\r\nContent-Type: application/json\r\n\r\n{"name":"m"}\r\n'
        b"--b\r\n\r\nnote\r\n--b\r\nContent-Type: image/png\r\n\r\n\x89\r\n--b--\r\n"
        b"--a--"
    )
    numbers, (meta, note, image) = server.sdk.fetch()
    assert (numbers, meta.name, note, image) == ([3], "m", "note", b"\x89")
    assert asyncio.run(server.sdk.fetch_async())[0] == [3]
    for broken in (
        server.content.replace(b"--b--", b""),
        server.content.replace(b'; boundary="b"', b""),
        server.content.replace(b"--b\r\n\r\nnote\r\n", b""),
        server.content.replace(b"[3]", b'["x"]'),
    ):
        server.content, whole = broken, server.content
        with pytest.raises(package.errors.ResponseValidationError):
            server.sdk.fetch()
        server.content = whole


def test_forms_and_parts_in_a_form(site: Path) -> None:
    """A property is written by its own encoding: parts with names, by position, a form."""
    spec = document("multipart/form-data", FORM, NESTED)
    package = package_of(spec, "nested_form", site)
    server = Server(package)
    arguments: dict[str, Any] = {
        "meta": {
            "note": "n",
            "files": [{"file_name": "a.txt", "content": b"1"}, b"2"],
            "info": {"name": "é", "tags": [1, 2]},
        },
        "scans": [[b"\x89", b"\x8a"], [b"\x8b"]],
        "search": {"name": "a b", "tags": [1, 2]},
    }
    parts = [
        (
            "meta",
            "multipart/form-data",
            [
                ("note", "text/plain", b"n"),
                ("files", "text/plain", b"1"),
                ("files", "application/octet-stream", b"2"),
                (
                    "info",
                    "application/x-www-form-urlencoded",
                    b"name=%C3%A9&tags=1&tags=2",
                ),
            ],
        ),
        (
            "scans",
            "multipart/mixed",
            [(None, "image/png", b"\x89"), (None, "image/png", b"\x8a")],
        ),
        ("scans", "multipart/mixed", [(None, "image/png", b"\x8b")]),
        (
            "search",
            "application/x-www-form-urlencoded",
            b"name=a%20b&tags=1%7C2",
        ),
    ]
    server.sdk.send(**{**arguments, "scans": iter(arguments["scans"])})
    assert read(message_of(server))[2] == parts
    asyncio.run(server.sdk.send_async(**arguments))
    assert read(message_of(server))[2] == parts

    bad = {**arguments, "meta": {"files": []}}
    with pytest.raises(package.errors.SdkError, match="'note' is required"):
        server.sdk.send(**bad)


DEEP = {
    "schema": {"type": "array", "items": {"$ref": "#/components/schemas/Set"}},
    "itemEncoding": {
        "contentType": "multipart/form-data",
        "encoding": {
            "images": {
                "contentType": "multipart/mixed",
                "itemEncoding": {"contentType": "image/png"},
            }
        },
    },
}
SET = {
    "type": "object",
    "required": ["images"],
    "properties": {
        "images": {"type": "array", "items": {"type": "array", "items": {}}},
        "file": {"type": "string", "format": "binary"},
    },
}


def test_names_in_positions_in_names(site: Path) -> None:
    """Encodings are nested to any depth, and files are found in there."""
    spec = document("multipart/mixed", DEEP, NESTED)
    spec["components"] = {"schemas": {"Set": SET}}
    server = Server(package_of(spec, "nested_deep", site))
    one = {"images": [[b"1"]], "file": {"file_name": "a", "content": b"2"}}
    for value in (one, server.package.models.Set(**one)):
        server.sdk.send(request=[value])
        assert read(message_of(server))[2] == [
            (
                None,
                "multipart/form-data",
                [
                    ("images", "multipart/mixed", [(None, "image/png", b"1")]),
                    ("file", "application/octet-stream", b"2"),
                ],
            )
        ]


def headers(**said: Any) -> dict[str, Any]:
    """Return the headers of an Encoding Object."""
    return {
        "X-Digest": {"required": True, "schema": {"type": "string"}},
        "X-Sizes": {"schema": {"type": "array", "items": {"type": "integer"}}},
        **said,
    }


WITH_HEADERS = {
    "schema": {
        "type": "object",
        "required": ["file", "meta"],
        "properties": {
            "file": {"type": "string", "format": "binary"},
            "meta": META,
            "note": {"type": "string"},
        },
    },
    "encoding": {
        "file": {
            "headers": headers(
                **{
                    "Content-Disposition": {"schema": {"type": "string"}},
                    "X-Kind": {"schema": {"const": "k"}},
                }
            )
        },
        "meta": {"headers": headers()},
        "note": {"headers": {"X-Note": {"schema": {"type": "string"}}}},
    },
}


def test_headers_of_parts_of_a_form(site: Path) -> None:
    """A file has a place for them; another part gets one if a header is required."""
    spec = document("multipart/form-data", WITH_HEADERS, NESTED)
    package = package_of(spec, "part_headers", site)
    server = Server(package)
    models = package.models
    file = {
        "file_name": "a",
        "content": b"1",
        "headers": {"x_digest": "d", "x_sizes": [1, 2]},
    }
    meta = {"content": {"name": "n"}, "headers": {"x_digest": "m"}}
    for value in (file, models.File(**file)):
        server.sdk.send(file=value, meta=meta, note="text")
        (first, said), (second, data), (third, _) = server.parts()
        assert first == {
            "Content-Disposition": 'form-data; name="file"; filename="a"',
            "Content-Type": "application/octet-stream",
            "X-Kind": "k",
            "X-Digest": "d",
            "X-Sizes": "1,2",
        }
        assert (said, data) == (b"1", b'{"name":"n"}')
        assert second == {
            "Content-Disposition": 'form-data; name="meta"',
            "Content-Type": "application/json",
            "X-Digest": "m",
        }
        assert third == {"Content-Disposition": 'form-data; name="note"'}
    for bare in (b"1", {"file_name": "a", "content": b"1"}):
        with pytest.raises(package.errors.SdkError, match="'X-Digest' of 'file'"):
            server.sdk.send(file=bare, meta=meta)
    evil = {**file, "headers": {"x_digest": "d\r\nX-More: 1"}}
    with pytest.raises(package.errors.SdkError, match="line end"):
        server.sdk.send(file=evil, meta=meta)
    assert server.sent == []


FRAMES = {
    "itemSchema": {},
    "itemEncoding": {
        "contentType": "image/png",
        "headers": {
            "X-Number": {"required": True, "schema": {"type": "integer"}},
            "X-Note": {"schema": {"type": "string"}},
        },
    },
}


@pytest.mark.parametrize("is_async", [False, True])
def test_headers_of_parts_by_position(is_async: bool, site: Path) -> None:
    """A part with headers is an object with them and its content, both ways."""
    module = f"part_headers_placed_{is_async}".lower()
    package = package_of(document("multipart/mixed", FRAMES, FRAMES), module, site)
    server = Server(package)
    server.media_type = "multipart/mixed; boundary=b"
    server.content = (
        b"--b\r\nX-Number: 7\r\nContent-Type: image/png\r\n"
        b'Content-Disposition: attachment; filename="a.png"\r\n\r\n\x89\r\n--b--'
    )
    sent = [{"content": b"\x89", "headers": {"x_number": 1, "x_note": "n"}}]

    async def both() -> list[Any]:
        await server.sdk.send_async(request=sent)
        return [frame async for frame in await server.sdk.fetch_async()]

    if is_async:
        (frame,) = asyncio.run(both())
    else:
        server.sdk.send(request=sent)
        (frame,) = server.sdk.fetch()
    assert server.parts() == [
        ({"Content-Type": "image/png", "X-Number": "1", "X-Note": "n"}, b"\x89")
    ]
    assert (frame.content, frame.headers.x_number, frame.headers.x_note) == (
        b"\x89",
        7,
        None,
    )
    assert (frame.file_name, frame.content_type) == ("a.png", "image/png")
    server.content = server.content.replace(b"X-Number: 7", b"X-Other: 7")
    with pytest.raises(package.errors.ResponseValidationError):
        list(server.sdk.fetch())
