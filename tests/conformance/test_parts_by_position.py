"""Multipart by position (OpenAPI 3.2, Encoding By Position): `prefixEncoding`, `itemEncoding`."""

from __future__ import annotations

import asyncio
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import Any

import httpx
import pytest

from .clients import package_of

META = {
    "type": "object",
    "required": ["name"],
    "properties": {"name": {"type": "string"}},
}
MIXED = {
    "schema": {
        "type": "array",
        "minItems": 2,
        "prefixItems": [META, {}],
        "items": False,
    },
    "prefixEncoding": [
        {"headers": {"X-Kind": {"schema": {"const": "meta"}}}},
        {"contentType": "image/png"},
    ],
}
IMAGES = {
    "schema": {"type": "array", "items": {}},
    "itemEncoding": {
        "contentType": "image/png, image/jpeg",
        "headers": {
            "Content-Disposition": {"schema": {"const": 'form-data; name="image"'}}
        },
    },
}
FRAMES = {"itemSchema": META, "itemEncoding": {"contentType": "application/json"}}
PARTS = (
    b"a preamble\r\n--x y\r\nContent-Type: application/json\r\n\r\n"
    b'{"name":"a"}\r\n--x y  \r\nContent-Type: image/png\r\n\r\n\x89\r\n--x yz\r\n'
    b"\r\n--x y--\r\nan epilogue"
)
MEDIA_TYPE = 'multipart/mixed; boundary="x y"'


def document(media_type: str, request: Any, reply: Any) -> dict[str, Any]:
    """Return a document with one operation that sends parts, and one that gets them."""
    sends = {
        "operationId": "send",
        "requestBody": {"required": True, "content": {media_type: request}},
        "responses": {"204": {"description": "taken"}},
    }
    gets = {
        "operationId": "fetch",
        "responses": {"200": {"content": {"multipart/mixed": reply}}},
    }
    return {
        "openapi": "3.2.0",
        "info": {"title": "T", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {"/parts": {"post": sends, "get": gets}},
    }


class Server:
    """Keeps what is sent, and answers in small chunks."""

    def __init__(self, package: Any) -> None:
        self.package = package
        self.sent: list[tuple[str, bytes]] = []
        self.content = PARTS
        self.media_type = MEDIA_TYPE
        self.sdk = package.Sdk(
            client=httpx.Client(transport=httpx.MockTransport(self._answer)),
            async_client=httpx.AsyncClient(
                transport=httpx.MockTransport(self._answer_async)
            ),
        )

    def _answer(self, request: httpx.Request) -> httpx.Response:
        return self._reply(request, request.read())

    async def _answer_async(self, request: httpx.Request) -> httpx.Response:
        return self._reply(request, await request.aread())

    def _reply(self, request: httpx.Request, content: bytes) -> httpx.Response:
        if request.method == "POST":
            self.sent.append((request.headers["content-type"], content))
            return httpx.Response(204)
        headers = {"content-type": self.media_type}
        chunks = [self.content[at : at + 3] for at in range(0, len(self.content), 3)]
        return httpx.Response(200, headers=headers, stream=Chunks(chunks))

    def parts(self) -> list[tuple[dict[str, str], bytes]]:
        """Return what was sent last, read by Python's own parser: headers and contents."""
        media_type, content = self.sent.pop()
        head = f"Content-Type: {media_type}\r\n\r\n".encode()
        message = BytesParser(policy=HTTP).parsebytes(head + content)
        return [
            (
                {name: str(value) for name, value in part.items()},
                part.get_payload(decode=True),
            )
            for part in message.iter_parts()
        ]


class Chunks(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A reply in pieces."""

    def __init__(self, chunks: list[bytes]) -> None:
        self.chunks = chunks

    def __iter__(self) -> Any:
        return iter(self.chunks)

    async def __aiter__(self) -> Any:
        for chunk in self.chunks:
            yield chunk


def test_parts_of_several_kinds(site: Path) -> None:
    """Each position has its type, its media type and its headers, both ways."""
    package = package_of(document("multipart/mixed", MIXED, MIXED), "parts_mixed", site)
    server = Server(package)
    server.sdk.send(request=({"name": "a"}, b"\x89\r\n"))
    assert server.parts() == [
        ({"Content-Type": "application/json", "X-Kind": "meta"}, b'{"name":"a"}'),
        ({"Content-Type": "image/png"}, b"\x89\r\n"),
    ]
    asyncio.run(server.sdk.send_async(request=[{"name": "a"}, b"1"]))
    assert server.parts()[1][1] == b"1"

    meta, image = server.sdk.fetch()
    assert (meta.name, image) == ("a", b"\x89\r\n--x yz\r\n")
    assert asyncio.run(server.sdk.fetch_async()) == (meta, image)
    hint = package.Sdk.fetch.__annotations__["return"]
    assert hint.startswith("Tuple[models.") and hint.endswith(", bytes]")


def test_items_of_one_kind(site: Path) -> None:
    """The encoding of items holds for all; a header of a constant takes the place of ours."""
    spec = document("multipart/form-data", IMAGES, IMAGES)
    server = Server(package_of(spec, "parts_images", site))
    path = site / "one.jpg"
    path.write_bytes(b"\xff")
    server.sdk.send(request=iter([path, b"\x89"]))
    name = 'form-data; name="image"'
    assert server.parts() == [
        ({"Content-Type": "image/jpeg", "Content-Disposition": name}, b"\xff"),
        (
            {"Content-Type": "application/octet-stream", "Content-Disposition": name},
            b"\x89",
        ),
    ]
    assert server.sdk.fetch()[1] == b"\x89\r\n--x yz\r\n"


@pytest.mark.parametrize("is_async", [False, True])
def test_a_stream_of_parts(is_async: bool, site: Path) -> None:
    """`itemSchema` alone: parts are handed out as they come, and sent as they are made."""
    module = f"parts_stream_{is_async}".lower()
    spec = document("multipart/mixed", FRAMES, FRAMES)
    server = Server(package_of(spec, module, site))
    server.content = (
        b'--b\r\n\r\n{"name":"a"}\r\n--b\r\n'
        b'Content-Transfer-Encoding: base64\r\n\r\neyJuYW1lIjoiYiJ9\r\n--b\r\n\r\n{"name":1}\r\n--b--'
    )
    server.media_type = "multipart/mixed; boundary=b"

    async def gather(found: list[str]) -> None:
        async def made() -> Any:
            yield {"name": "s"}

        await server.sdk.send_async(request=made())
        async for item in await server.sdk.fetch_async():
            found.append(item.name)

    found: list[str] = []
    with pytest.raises(Exception, match="an item of the stream does not fit"):
        if is_async:
            asyncio.run(gather(found))
        else:
            server.sdk.send(request=({"name": one} for one in "s"))
            found.extend(item.name for item in server.sdk.fetch())
    if is_async:
        assert found == ["a", "b"]
    assert server.parts() == [({"Content-Type": "application/json"}, b'{"name":"s"}')]


@pytest.mark.parametrize("reply", [MIXED, FRAMES])
def test_a_reply_without_a_boundary(reply: Any, site: Path) -> None:
    """It cannot be read, and the error is the SDK's."""
    module = f"parts_bare_{'itemSchema' in reply}".lower()
    package = package_of(document("multipart/mixed", reply, reply), module, site)
    server = Server(package)
    server.media_type = "multipart/mixed"
    with pytest.raises(package.errors.SdkError, match="names no boundary"):
        list(server.sdk.fetch())
