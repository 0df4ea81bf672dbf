"""Files in forms as a hostile tester has them: odd names, odd sources, the same file again."""

from __future__ import annotations

import io
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from sdkloom_templates.python.runtime.operation import Body, Operation, Part
from sdkloom_templates.python.runtime.retries import BackoffStrategy, RetryConfig

from .conftest import Caller, ShopError
from .test_bodies import MULTIPART, parts_of, send

NAMES = [
    "a.txt",
    'say "hi".txt',
    "back\\slash.txt",
    "ends\\",
    "naïve 😀\u2028.txt",
    "50%22.txt",
    "tab\t.txt",
    "semi;colon=.txt",
]


@pytest.mark.parametrize("name", NAMES)
def test_names_are_written_as_httpx_writes_them(caller: Caller, name: str) -> None:
    """RFC 7578: UTF-8 as it is, no `filename*`; nothing in a name ends its quotes."""
    _, content = send(
        caller, MULTIPART, title="t", kind=None, file=(name, b"1", "a/b"), files=[]
    )
    theirs = httpx.Request("POST", "https://x", files={"file": (name, b"1", "a/b")})
    line = [one for one in theirs.read().split(b"\r\n") if b"filename" in one]
    assert [one for one in content.split(b"\r\n") if b"filename" in one] == line


def test_a_name_that_is_not_utf_8_is_sent_as_it_is(
    caller: Caller, tmp_path: Path
) -> None:
    """A path may have such a name; a half of a character is refused."""
    path = os.fsencode(tmp_path) + b"/\xff.bin"
    try:
        Path(os.fsdecode(path)).write_bytes(b"1")
    except OSError:
        pytest.skip("the file system has no such names")
    _, content = send(caller, MULTIPART, title="t", file=Path(os.fsdecode(path)))
    assert b'filename="\xff.bin"' in content
    with pytest.raises(ShopError):
        send(caller, MULTIPART, title="t", file=("\ud800", b"1"))


def test_names_of_parts_cannot_end_them(caller: Caller) -> None:
    """Keys of an open form are escaped: they may be anybody's."""
    body = Body(codec="multipart", media_type="multipart/form-data", argument="form")
    keys = ['a"; filename="x', "b\r\nX-Evil: 1\r\n\r\n", "c\\", "d\0"]
    request, content = send(caller, body, form=dict.fromkeys(keys, "1"))
    assert b"\r\nX-Evil" not in content
    found = parts_of(request, content)
    assert [(part[1], part[3]) for part in found] == [(None, b"1")] * 4
    assert [part[0] for part in found] == [
        "a%22; filename=%22x",
        "b%0D%0AX-Evil: 1%0D%0A%0D%0A",
        "c\\",
        "d%00",
    ]


def test_what_looks_like_a_delimiter_stays_content(caller: Caller) -> None:
    """No content can end a part: nobody knows the boundary before."""
    content = b"--\r\n\r\n--a\r\n--a--\r\n" * 100
    request, whole = send(caller, MULTIPART, title="t", kind=None, file=content)
    assert parts_of(request, whole)[1][3] == content
    again, _ = send(caller, MULTIPART, title="t")
    assert again.headers["content-type"] != request.headers["content-type"]


@pytest.mark.parametrize("name", ["X-A\r\nX-B", "X A", ""])
def test_headers_of_the_document_are_checked(caller: Caller, name: str) -> None:
    """A document is a stranger's text, too."""
    for header in ((name, "1"), ("X-A", "1\r\nX-B: 2")):
        part = Part(name="title", headers=(header,))
        body = Body(codec="multipart", argument="form", parts=(part,))
        with pytest.raises(ShopError):
            send(caller, body, form={"title": "t"})
    assert caller.recorder.requests == []


def test_files_may_have_headers_as_httpx_takes_them(caller: Caller) -> None:
    """The fourth of a tuple are headers of the part."""
    file = ("a", b"1", "a/b", {"X-A": "1"})
    _, content = send(caller, MULTIPART, title="t", file=file)
    assert b"Content-Type: a/b\r\nX-A: 1\r\n\r\n1\r\n" in content


@pytest.mark.parametrize(
    "file",
    [
        {"file_name": "x"},
        {"file_name": "x", "content": None},
        5,
        io.BytesIO(),
        Path("/"),
        Path("/no/such/file"),
        [None],
    ],
)
def test_what_is_no_file_is_refused(caller: Caller, file: Any) -> None:
    """The error is the SDK's, and comes before anything is sent."""
    if isinstance(file, io.BytesIO):
        file.close()
    with pytest.raises(ShopError):
        send(caller, MULTIPART, title="t", file=file)
    assert caller.recorder.requests == []


def test_any_collection_of_files_is_an_array(caller: Caller) -> None:
    """Where an array is documented the items of an iterator are parts, else they are chunks."""
    parts = (Part(name="file", file=True), Part(name="files", file=True, many=True))
    media_type = "multipart/form-data"
    body = Body(codec="multipart", media_type=media_type, argument="form", parts=parts)
    for files in (iter([b"1", b"2"]), {"a": b"1", "b": b"2"}.values()):
        request, content = send(
            caller, body, form={"file": iter([b"3", b"4"]), "files": files}
        )
        found = [(part[0], part[3]) for part in parts_of(request, content)]
        assert found == [("file", b"34"), ("files", b"1"), ("files", b"2")]


def test_one_file_twice(caller: Caller) -> None:
    """A file object is read from where it stood, as often as it is sent."""
    file = io.BytesIO(b"xabc")
    file.seek(1)
    request, content = send(caller, MULTIPART, title="t", kind=None, files=[file, file])
    assert int(request.headers["content-length"]) == len(content)
    assert [part[3] for part in parts_of(request, content)[1:]] == [b"abc", b"abc"]


@pytest.mark.parametrize("kind", ["stream", "text", "path", "chunks", "generator"])
def test_an_upload_is_read_again_if_it_can_be(
    caller: Caller, kind: str, tmp_path: Path
) -> None:
    """A retry sends the same bytes; what can be read only once is not sent again."""
    path = tmp_path / "a.txt"
    path.write_text("xabc", encoding="utf-8")
    with path.open("rb") as stream, path.open(encoding="utf-8") as text:
        stream.read(1)
        text.read(1)
        file: Any = {
            "stream": stream,
            "text": text,
            "path": path,
            "chunks": {"file_name": "a", "content": [b"a", "bc"]},
            "generator": {"file_name": "a", "content": iter([b"abc"])},
        }[kind]
        bodies: list[bytes] = []

        def take(request: httpx.Request) -> httpx.Response:
            bodies.append(request.content)
            return httpx.Response(503 if len(bodies) < 3 else 204)

        async def take_async(request: httpx.Request) -> httpx.Response:
            await request.aread()
            return take(request)

        def take_sync(request: httpx.Request) -> httpx.Response:
            request.read()
            return take(request)

        caller.answer(take_async if caller.is_async else take_sync)  # type: ignore[arg-type]
        operation: Operation[Any] = Operation(
            id="send", method="POST", path="/", body=MULTIPART
        )
        retries = RetryConfig("backoff", BackoffStrategy(1, 1, 1, 1000), True)
        arguments = {"title": "t", "file": file}
        if kind == "generator":
            with pytest.raises(ShopError):
                caller.call(operation, arguments, retries=retries)
        else:
            caller.call(operation, arguments, retries=retries)
    assert len(bodies) == (1 if kind == "generator" else 3)
    assert len(set(bodies)) == 1
    assert (b"xabc" if kind == "path" else b"\r\n\r\nabc\r\n") in bodies[0]


def test_a_file_that_grows_has_the_length_it_had(caller: Caller) -> None:
    """What is written to a log while it is sent is not sent: its length has been announced."""

    class Growing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            place = self.tell()
            self.seek(0, os.SEEK_END)
            self.write(b"new")
            self.seek(place)
            return super().read(size)

    body = Body(codec="binary", media_type="a/b", argument="file")
    request, content = send(caller, body, file=Growing(b"old"))
    length = request.headers["content-length"]
    assert len(content) == int(length) and content[:3] == b"old"


def test_an_async_file_is_read_by_the_async_client() -> None:
    """One whose `read` is awaited is an iterator; a sync client says that it cannot."""

    class File:
        name = "/tmp/a.txt"

        async def read(self, size: int = -1) -> bytes:
            raise AssertionError("it is iterated")

        async def __aiter__(self) -> AsyncIterator[bytes]:
            yield b"abc"

    caller = Caller(True)
    request, content = send(caller, MULTIPART, title="t", kind=None, file=File())
    assert parts_of(request, content)[1] == ("file", "a.txt", "text/plain", b"abc")
    with pytest.raises(ShopError, match="async"):
        send(Caller(False), MULTIPART, title="t", file=File())


def test_a_place_that_is_no_file_gives_no_name(caller: Caller) -> None:
    """`<stdin>` is not the name of a file, nor is the number of a descriptor."""
    for name in ("<stdin>", 7):
        file = io.BytesIO(b"1")
        file.name = name  # type: ignore[attr-defined]
        request, content = send(caller, MULTIPART, title="t", file=file)
        assert parts_of(request, content)[1][1] == "file"


def test_what_a_media_type_says_besides_is_kept(caller: Caller) -> None:
    """RFC 2387: `type` is required; only the boundary is ours."""
    media_type = 'multipart/related; boundary=old; type="application/json"'
    body = Body(codec="parts", media_type=media_type, argument="parts")
    request, content = send(caller, body, parts=[{"a": 1}, b"1"])
    said = request.headers["content-type"]
    assert said.startswith('multipart/related; type="application/json"; boundary=')
    assert [part[3] for part in parts_of(request, content)] == [b'{"a":1}', b"1"]


@pytest.mark.parametrize("parts", ["ab", b"ab", {"a": 1}])
def test_what_is_no_list_of_parts_is_refused(caller: Caller, parts: Any) -> None:
    """A text has no parts, and neither has an object."""
    body = Body(codec="parts", media_type="multipart/mixed", argument="parts")
    with pytest.raises(ShopError, match="no list of parts"):
        send(caller, body, parts=parts)


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("codec", "media_type"), [("form", FORM), ("multipart", "multipart/form-data")]
)
def test_what_has_no_properties_is_no_form(
    caller: Caller, codec: str, media_type: str
) -> None:
    """It is refused, and not sent as a form of nothing; keys are texts."""
    body = Body(codec=codec, media_type=media_type, argument="form")
    for value in (5, "text", [1], b"x"):
        with pytest.raises(ShopError, match="no properties"):
            send(caller, body, form=value)
    assert caller.recorder.requests == []
    _, content = send(caller, body, form={1: 2})
    assert content == b"1=2" or b'name="1"\r\n\r\n2\r\n' in content
    with pytest.raises(ShopError, match="not a number"):
        send(caller, body, form={"a": float("nan")})


def test_a_form_has_no_files(caller: Caller) -> None:
    """A file object in a form of texts is refused."""
    body = Body(codec="form", media_type=FORM, argument="form")
    with pytest.raises(ShopError, match="no place"):
        send(caller, body, form={"file": io.BytesIO(b"1")})


class Odd:
    """A file that gives what no file gives."""

    def __init__(self, piece: Any) -> None:
        self.piece = piece

    def read(self, size: int = -1) -> Any:
        return self.piece


async def later(*pieces: Any) -> AsyncIterator[Any]:
    """Yield pieces, for `async for`."""
    for piece in pieces:
        yield piece


FILE = Body(codec="binary", media_type="application/octet-stream", argument="file")


@pytest.mark.parametrize("piece", [7, None, {"a": 1}, "\ud800"])
def test_a_piece_that_is_no_bytes_is_refused(caller: Caller, piece: Any) -> None:
    """Whatever it comes from, with an error that names its type, and the SDK's."""
    sources: list[Any] = [[b"a", piece], iter([b"a", piece])]
    if caller.is_async:
        sources.append(later(b"a", piece))
    if piece:
        sources.append(Odd(piece))
    for source in sources:
        with pytest.raises(ShopError, match="a piece of an upload is") as caught:
            send(caller, FILE, file=source)
        assert isinstance(caught.value, ValueError)


def test_pieces_are_bytes_of_any_kind_or_texts(caller: Caller) -> None:
    """A text is sent in UTF-8."""
    pieces = [b"a", bytearray(b"b"), memoryview(b"c"), "é"]
    for source in (pieces, iter(pieces)):
        assert send(caller, FILE, file=source)[1] == b"abc\xc3\xa9"


@pytest.mark.parametrize("value", [{"a": "b"}, 5])
def test_what_has_no_pieces_is_refused(caller: Caller, value: Any) -> None:
    """The keys of a mapping are no content."""
    with pytest.raises(ShopError, match="nothing that bytes can be read from"):
        send(caller, FILE, file=value)
