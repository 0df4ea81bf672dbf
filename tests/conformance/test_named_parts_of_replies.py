"""Parts of a reply that are a form or multipart themselves: read by names, as objects."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from .clients import package_of
from .test_parts_by_position import Server, document

POINT = {"type": "object", "properties": {"x": {"type": "integer"}}}
RECORD = {
    "type": "object",
    "required": ["note", "file"],
    "properties": {
        "note": {"type": "string"},
        "count": {"type": "integer"},
        "point": POINT,
        "points": {"type": "array", "items": POINT},
        "words": {"type": "array", "items": {"type": "string"}},
        "file": {"type": "string", "format": "binary"},
        "scans": {"type": "array", "items": {}},
        "search": POINT,
    },
}
QUERY = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string"},
        "tags": {"type": "array", "items": {"type": "integer"}},
        "words": {"type": "array", "items": {"type": "string"}},
        "point": POINT,
        "deep": {"type": "object", "properties": {"point": POINT}},
    },
}
REPLY = {
    "schema": {
        "type": "array",
        "prefixItems": [RECORD, QUERY],
        "minItems": 2,
        "items": False,
    },
    "prefixEncoding": [
        {
            "contentType": "multipart/form-data",
            "encoding": {
                "scans": {
                    "contentType": "multipart/mixed",
                    "itemEncoding": {"contentType": "image/png"},
                },
                "search": {"contentType": "application/x-www-form-urlencoded"},
            },
        },
        {
            "contentType": "application/x-www-form-urlencoded",
            "encoding": {
                "tags": {"style": "pipeDelimited"},
                "deep": {"style": "deepObject"},
            },
        },
    ],
}
FORM = b"name=a+b&tags=1%7C2&words=c&words=d&point=%7B%22x%22:3%7D&deep[point][x]=4"


def part(name: str, content: bytes, media_type: str = "", more: str = "") -> bytes:
    """Return a part with a name, within the boundary b."""
    said = f"Content-Type: {media_type}\r\n" if media_type else ""
    head = f'--b\r\nContent-Disposition: form-data; name="{name}"{more}\r\n{said}\r\n'
    return head.encode() + content + b"\r\n"


def reply(*parts: bytes, form: bytes = FORM) -> bytes:
    """Return a reply of two parts: one in parts with names, and a form."""
    return (
        b"--a\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n"
        + b"".join(parts)
        + b"--b--\r\n--a\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n"
        + form
        + b"\r\n--a--"
    )


PARTS = (
    part("note", "é".encode()),
    part("count", b"5", "text/plain"),
    part("point", b'{"x":1}', "application/json"),
    part("points", b'{"x":1}'),
    part("points", b'{"x":2}', "application/json"),
    part("words", b"one"),
    part("file", b"\x89", "image/png", '; filename="a.png"'),
    part(
        "scans",
        b"--c\r\nContent-Type: image/png\r\n\r\n1\r\n--c--",
        "multipart/mixed; boundary=c",
    ),
    part("search", b"x=7"),
    part("more", b"unknown"),
)


def server_of(name: str, site: Path, said: Any = REPLY) -> Server:
    package = package_of(document("multipart/mixed", REPLY, said), name, site)
    server = Server(package)
    server.media_type = "multipart/mixed; boundary=a"
    server.content = reply(*PARTS)
    return server


def test_names_are_read_by_their_encodings(site: Path) -> None:
    """Texts, JSON, files and lists of each, parts in parts, and forms."""
    server = server_of("named_replies", site)
    for record, query in (server.sdk.fetch(), asyncio.run(server.sdk.fetch_async())):
        assert (record.note, record.count, record.words) == ("é", 5, ["one"])
        assert (record.point.x, [one.x for one in record.points]) == (1, [1, 2])
        assert (record.file, record.search.x) == (b"\x89", 7)
        assert record.scans == [[b"1"]]
        assert (query.name, query.tags, query.words) == ("a b", [1, 2], ["c", "d"])
        assert (query.point.x, query.deep.point.x) == (3, 4)


@pytest.mark.parametrize(
    "content",
    [
        reply(*PARTS[1:]),
        reply(*PARTS).replace(b"--b--", b""),
        reply(*PARTS).replace(b"boundary=b", b"charset=b"),
        reply(*PARTS, form=b"tags=1"),
        reply(*PARTS, form=b"name=a&tags=x"),
        reply(*PARTS, form=b"name=a&point={"),
        reply(*PARTS, form=b"name=a&deep[a]=1&deep[a][b]=2"),
        reply(*PARTS, form=b"name=\xff"),
    ],
)
def test_what_does_not_fit_is_an_error_of_the_sdk(site: Path, content: bytes) -> None:
    """A field that is missing, a part cut short, a text that is no number, no JSON, no UTF-8."""
    server = server_of("named_replies", site)
    server.content = content

    with pytest.raises(server.package.errors.ResponseValidationError):
        server.sdk.fetch()


def test_headers_of_a_part_with_names_are_beside_it(site: Path) -> None:
    """Those of the part itself; its inner parts have no place for theirs."""
    said = {
        "itemSchema": QUERY,
        "itemEncoding": {
            "contentType": "application/x-www-form-urlencoded",
            "headers": {"X-Id": {"schema": {"type": "string"}}},
        },
    }
    server = server_of("named_headers", site, said)
    server.content = (
        b"--a\r\nContent-Type: application/x-www-form-urlencoded\r\nX-Id: 7\r\n\r\n"
        b"name=n\r\n--a--"
    )

    (one,) = list(server.sdk.fetch())
    assert (one.content.name, one.headers.x_id) == ("n", "7")


def test_a_file_that_is_also_sent_comes_with_its_name(site: Path) -> None:
    """The schema is that of a body: a file is an object of name, content and media type."""
    spec = document(
        "multipart/form-data",
        {"schema": {"$ref": "#/components/schemas/Upload"}},
        {
            "itemSchema": {"$ref": "#/components/schemas/Upload"},
            "itemEncoding": {"contentType": "multipart/form-data"},
        },
    )
    file = {"type": "string", "format": "binary"}
    spec["components"] = {
        "schemas": {
            "Upload": {
                "type": "object",
                "properties": {"one": file, "many": {"type": "array", "items": file}},
            }
        }
    }
    server = Server(package_of(spec, "named_files", site))
    server.media_type = "multipart/mixed; boundary=a"
    parts = [
        part("one", b"1", "text/csv", '; filename="a.csv"'),
        part("many", b"2", "", '; filename="b"'),
        part("many", b"3", "", '; filename="c"'),
    ]
    server.content = (
        b"--a\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n"
        + b"".join(parts)
        + b"--b--\r\n--a--"
    )

    (upload,) = list(server.sdk.fetch())
    one = upload.one
    assert (one.file_name, one.content, one.content_type) == ("a.csv", b"1", "text/csv")
    assert [(each.file_name, each.content) for each in upload.many] == [
        ("b", b"2"),
        ("c", b"3"),
    ]
