"""Request bodies: forms, multipart, files, JSON lines; and uploads that are never held whole."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import AsyncIterator
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import Annotated, Any, List, Literal, Optional, Union

import httpx
import pytest
from pydantic import Field

from sdkloom_templates.python.runtime.models import UNSET, BaseModel, OptionalNullable
from sdkloom_templates.python.runtime.operation import Body, Operation, Part
from sdkloom_templates.python.runtime.values import ArgumentError

from .conftest import Caller


class Tag(BaseModel):
    """An object inside of a form."""

    tag_name: str = Field(alias="tagName")


class File(BaseModel):
    """A file in a form."""

    file_name: str
    content: Any
    content_type: Optional[str] = None


class Form(BaseModel):
    """A form."""

    title: str = Field(alias="Title")
    count: Optional[int] = None
    words: Optional[List[str]] = None
    tag: Optional[Tag] = None
    file: Optional[Union[File, Any]] = None
    files: Optional[List[Any]] = None
    kind: Optional[str] = "plain"


FIELDS = tuple(
    (name, "Title" if name == "title" else name)
    for name in ("title", "count", "words", "tag", "file", "files", "kind")
)
PARTS = (Part(name="file", file=True), Part(name="files", file=True))


def send(
    caller: Caller, body: Body, /, **arguments: Any
) -> tuple[httpx.Request, bytes]:
    """Send a body, and return the request and what arrived."""
    contents: list[bytes] = []

    async def take_async(request: httpx.Request) -> httpx.Response:
        contents.append(await request.aread())
        return httpx.Response(204)

    def take(request: httpx.Request) -> httpx.Response:
        contents.append(request.read())
        return httpx.Response(204)

    caller.answer(take_async if caller.is_async else take)  # type: ignore[arg-type]
    operation: Operation[Any] = Operation(id="send", method="POST", path="/", body=body)
    caller.call(operation, arguments)
    return caller.recorder.requests[-1], contents[-1]


def parts_of(request: httpx.Request, content: bytes) -> list[tuple[Any, ...]]:
    """Read a multipart body: name, file name, media type, content."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + content)
    found = []
    for part in message.iter_parts():
        declared = part["content-type"]
        found.append(
            (
                part.get_param("name", header="content-disposition"),
                part.get_filename(),
                str(declared) if declared else None,
                part.get_payload(decode=True),
            )
        )
    return found


MULTIPART = Body(
    codec="multipart",
    media_type="multipart/form-data",
    fields=FIELDS,
    type=lambda: Form,
    parts=PARTS,
    required=True,
)


class Cat(BaseModel):
    """A member of a union in a form."""

    kind: Literal["cat"] = Field(alias="petKind")
    lives: int = Field(alias="livesLeft")
    photo: Optional[Union[bytes, io.IOBase]] = None


class Dog(BaseModel):
    """Another one."""

    kind: Literal["dog"] = Field(alias="petKind")
    tag: Optional[str] = Field(default=None, alias="tagName")


@pytest.mark.parametrize("codec", ["multipart", "form"])
def test_a_form_of_several_classes(caller: Caller, codec: str) -> None:
    """A dict has the wire names of the member that it fits, as an instance of it has."""
    body = Body(
        codec=codec,
        media_type="multipart/form-data",
        argument="request",
        type=lambda: Optional[Annotated[Union[Cat, Dog], "pet"]],
        parts=(Part(name="photo", file=True),),
        required=True,
    )
    for value in (
        {"kind": "dog", "tag": "Rex"},
        {"petKind": "dog", "tagName": "Rex"},
        Dog(kind="dog", tag="Rex"),
    ):
        request, content = send(caller, body, request=value)
        if codec == "form":
            assert content == b"petKind=dog&tagName=Rex"
        else:
            names = [(part[0], part[3]) for part in parts_of(request, content)]
            assert names == [("petKind", b"dog"), ("tagName", b"Rex")]

    with pytest.raises(ArgumentError):
        send(caller, body, request={"kind": "cat"})


def test_a_file_in_a_form_of_several_classes(caller: Caller) -> None:
    """It goes on its way unread."""
    body = Body(
        codec="multipart",
        media_type="multipart/form-data",
        argument="request",
        type=lambda: Union[Dog, Cat, None],
        parts=(Part(name="photo", file=True),),
        required=True,
    )
    photo = io.BytesIO(b"\x89PNG")
    value = {"kind": "cat", "lives": 9, "photo": photo}
    request, content = send(caller, body, request=value)
    assert parts_of(request, content) == [
        ("petKind", None, None, b"cat"),
        ("livesLeft", None, None, b"9"),
        ("photo", "photo", "application/octet-stream", b"\x89PNG"),
    ]


def test_a_multipart_form(caller: Caller) -> None:
    """Scalars are text, objects JSON, arrays repeat their name, files have names and types."""
    request, content = send(
        caller,
        MULTIPART,
        title='Say "hi"',
        count=2,
        words=["a", "b"],
        tag={"tag_name": "t"},
        file={"file_name": 'x".png', "content": b"\x89PNG"},
        files=[b"one", io.BytesIO(b"two")],
        kind=None,
    )
    assert request.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert int(request.headers["content-length"]) == len(content)
    assert parts_of(request, content) == [
        ("Title", None, None, b'Say "hi"'),
        ("count", None, None, b"2"),
        ("words", None, None, b"a"),
        ("words", None, None, b"b"),
        ("tag", None, "application/json", b'{"tagName":"t"}'),
        ("file", "x%22.png", "image/png", b"\x89PNG"),
        ("files", "files", "application/octet-stream", b"one"),
        ("files", "files", "application/octet-stream", b"two"),
    ]


def test_defaults_of_a_form_are_sent(caller: Caller) -> None:
    """A field with a default that nobody gave has its default."""
    request, content = send(caller, MULTIPART, title="t")
    assert parts_of(request, content)[-1] == ("kind", None, None, b"plain")


def test_a_whole_form_may_be_a_model_or_a_mapping(caller: Caller) -> None:
    """A body that is one argument has the same fields."""
    body = Body(
        codec="multipart",
        media_type="multipart/form-data",
        argument="request",
        type=lambda: Form,
        parts=PARTS,
    )
    for value in (Form(title="t", words=["a"]), {"title": "t", "words": ["a"]}):
        request, content = send(caller, body, request=value)
        assert [part[0] for part in parts_of(request, content)][:2] == [
            "Title",
            "words",
        ]


def test_arrays_may_have_brackets(caller: Caller) -> None:
    """The older form of arrays has brackets in the name."""
    body = Body(
        codec="multipart",
        media_type="multipart/form-data",
        fields=FIELDS,
        type=lambda: Form,
        parts=PARTS,
        array_names="legacy",
    )
    request, content = send(caller, body, title="t", files=[b"1"], words=["a"])
    names = [part[0] for part in parts_of(request, content)]
    assert names == ["Title", "words[]", "files[]", "kind"]


def test_a_part_can_have_its_own_media_type(caller: Caller) -> None:
    """The Encoding Object's content type is that of the part, of each item of an array."""
    body = Body(
        codec="multipart",
        media_type="multipart/form-data",
        fields=FIELDS,
        type=lambda: Form,
        parts=(
            Part(name="words", content_type="application/json"),
            Part(name="file", file=True, content_type="image/png, image/jpeg"),
        ),
    )
    request, content = send(caller, body, title="t", words=["a"], file=b"x")
    assert parts_of(request, content)[1] == (
        "words",
        None,
        "application/json",
        b'"a"',
    )


@pytest.mark.parametrize(
    "file",
    [
        {"file_name": "a\r\nX: 1", "content": b""},
        {"file_name": "a", "content": b"", "content_type": "a/b\r\nX: 1"},
        ("a\nb", b""),
        ("a", b"", "a/b\n"),
    ],
)
def test_a_part_cannot_begin_another_header(caller: Caller, file: Any) -> None:
    """A line end in a file name or a media type is refused before anything is sent."""
    with pytest.raises(ArgumentError):
        send(caller, MULTIPART, title="t", file=file)
    assert caller.recorder.requests == []


def test_missing_fields_of_a_form_are_refused(caller: Caller) -> None:
    """A required field that is not there is named."""
    with pytest.raises(ArgumentError, match="title"):
        send(caller, MULTIPART, count=1)


def test_files_come_from_paths_and_streams(caller: Caller, tmp_path: Path) -> None:
    """A path gives its name; an iterator has no length and is sent in chunks."""
    path = tmp_path / "cat.txt"
    path.write_bytes(b"meow")
    request, content = send(caller, MULTIPART, title="t", file=path, kind=None)
    assert parts_of(request, content)[1] == ("file", "cat.txt", "text/plain", b"meow")

    chunks = {"file_name": "x", "content": iter([b"a", b"b"])}
    request, content = send(caller, MULTIPART, title="t", file=chunks, kind=None)
    assert request.headers["transfer-encoding"] == "chunked"
    assert parts_of(request, content)[1][3] == b"ab"


def test_an_async_iterator_can_be_sent_by_the_async_client() -> None:
    """Only the async client reads an async iterator."""

    async def chunks() -> AsyncIterator[bytes]:
        yield b"a"
        yield b"b"

    body = Body(codec="binary", media_type="application/octet-stream", argument="body")
    assert send(Caller(True), body, body=chunks())[1] == b"ab"
    with pytest.raises(ArgumentError):
        send(Caller(False), body, body=chunks())


FORM = "application/x-www-form-urlencoded"


def test_a_form(caller: Caller) -> None:
    """Scalars are escaped, arrays repeat their name, objects are JSON, nothing is null."""
    body = Body(codec="form", media_type=FORM, fields=FIELDS, type=lambda: Form)
    request, content = send(
        caller, body, title="a&b=c", words=["x", "é"], tag={"tag_name": "t"}, count=None
    )
    assert request.headers["content-type"] == FORM
    assert httpx.QueryParams(content.decode()).multi_items() == [
        ("Title", "a&b=c"),
        ("words", "x"),
        ("words", "é"),
        ("tag", '{"tagName":"t"}'),
        ("kind", "plain"),
    ]


def test_a_form_with_encodings(caller: Caller) -> None:
    """Style and explode of the Encoding Object hold for forms too."""
    body = Body(
        codec="form",
        media_type=FORM,
        fields=FIELDS,
        type=lambda: Form,
        parts=(
            Part(name="words", style="pipeDelimited", explode=False),
            Part(name="tag", style="deepObject"),
        ),
    )
    _, content = send(
        caller, body, title="t", words=["a", "b"], tag={"tag_name": "x"}, kind=None
    )
    assert content == b"Title=t&words=a%7Cb&tag%5BtagName%5D=x"


@pytest.mark.parametrize(
    ("codec", "value", "content"),
    [
        ("text", "héllo", "héllo".encode()),
        ("text", b"raw", b"raw"),
        ("xml", "<a/>", b"<a/>"),
        ("binary", b"\x00", b"\x00"),
        ("binary", io.BytesIO(b"\x01"), b"\x01"),
        ("json", {"a": [1, None]}, b'{"a":[1,null]}'),
        ("json-lines", [{"a": 1}, {"b": 2}], b'{"a":1}\n{"b":2}\n'),
        ("json-lines", iter([{"a": 1}]), b'{"a":1}\n'),
    ],
)
def test_other_bodies(caller: Caller, codec: str, value: Any, content: bytes) -> None:
    """Each kind of body is written as its media type says."""
    if hasattr(value, "seek"):
        value.seek(0)
    elif hasattr(value, "__next__"):
        value = iter([{"a": 1}])
    body = Body(codec=codec, media_type="x/y", argument="body")
    request, sent = send(caller, body, body=value)
    assert sent == content
    assert request.headers["content-type"] == "x/y"


def test_a_text_may_be_a_file(caller: Caller, tmp_path: Path) -> None:
    """A text or an XML document is sent from a path, a stream or an iterator, too."""
    path = tmp_path / "a.xml"
    path.write_text("<a/>", encoding="utf-8")
    body = Body(codec="xml", media_type="application/xml", argument="body")
    for value in (path, io.StringIO("<a/>"), iter(["<a", "/>"])):
        request, sent = send(caller, body, body=value)
        assert sent == b"<a/>"
        assert request.headers["content-type"] == "application/xml"


def test_a_json_text_sequence(caller: Caller) -> None:
    """RFC 7464: each text has a record separator before it."""
    body = Body(codec="json-lines", media_type="application/json-seq", argument="b")
    assert send(caller, body, b=[1, {"a": 2}])[1] == b'\x1e1\n\x1e{"a":2}\n'


def test_an_absent_body_is_no_body(caller: Caller) -> None:
    """Without a value there is neither content nor a media type; a required one is missed."""
    body = Body(argument="body", type=lambda: Form)
    request, content = send(caller, body, body=None)
    assert content == b"" and "content-type" not in request.headers
    flat = Body(fields=FIELDS, type=lambda: Form)
    assert send(caller, flat, title=None, count=UNSET)[1] == b""
    with pytest.raises(ArgumentError):
        send(caller, Body(argument="body", required=True))


class Update(BaseModel):
    """An object with every kind of absence."""

    name: Optional[str] = None
    note: OptionalNullable[str] = UNSET
    size: Optional[int] = 3


@pytest.mark.parametrize(
    ("arguments", "content"),
    [
        ({"name": "x"}, b'{"name":"x","size":3}'),
        ({"name": "x", "note": None}, b'{"name":"x","note":null,"size":3}'),
        ({"name": "x", "note": UNSET, "size": None}, b'{"name":"x"}'),
        ({"name": None, "note": "", "size": 0}, b'{"note":"","size":0}'),
    ],
)
def test_absent_null_and_empty_are_told_apart(
    caller: Caller, arguments: dict[str, Any], content: bytes
) -> None:
    """Only a nullable property is sent as null, and only when None was given."""
    fields = (("name", "name"), ("note", "note"), ("size", "size"))
    body = Body(fields=fields, type=lambda: Update, required=True)
    assert send(caller, body, **arguments)[1] == content


def test_a_large_upload_is_not_held_in_memory() -> None:
    """A file of 64 MB takes a fraction of that to send."""

    class Zeros(io.RawIOBase):
        left = 64_000_000

        def read(self, size: int = -1) -> bytes:
            size = min(size, self.left)
            self.left -= size
            return b"0" * size

    def take(request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.SyncByteStream)
        counted.append(sum(len(chunk) for chunk in request.stream))
        return httpx.Response(204)

    counted: list[int] = []

    class Transport(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            return take(request)

    caller = Caller(False)
    operation: Operation[Any] = Operation(
        id="s", method="POST", path="/", body=MULTIPART
    )
    shop = caller.shop(client=httpx.Client(transport=Transport()))
    tracemalloc.start()
    file = {"file_name": "zeros", "content": Zeros()}
    shop._call(operation, {"title": "t", "file": file})
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert counted[0] > 64_000_000
    assert peak < 5_000_000
