"""Multipart replies: in whatever pieces they come, and cut short at any byte."""

from __future__ import annotations

import asyncio
from typing import Any, Dict, Optional

import httpx
import pytest
from pydantic import Field

from sdkloom_templates.python.runtime.models import BaseModel
from sdkloom_templates.python.runtime.operation import (
    Operation,
    Parameter,
    Part,
    Reply,
)

from .conftest import Caller, ValidationError
from .test_streams import Body


class Note(BaseModel):
    """A part."""

    text: str


WHOLE = (
    b'--b\r\nContent-Type: application/json\r\n\r\n{"text":"a"}\r\n'
    b'--b\r\n\r\n{"text":"b"}\r\n--b--\r\n'
)
LAST = WHOLE.index(b"--b--") + len("--b--")
"""Where the last delimiter ends: what follows says nothing."""
NOTE = Part(name="", content_type="application/json", type=lambda: Note)


def operation(decoder: str, part: Part = NOTE) -> Operation[Any, Any]:
    """Return an operation that answers with parts."""
    return Operation(
        id="fetch",
        method="GET",
        path="/parts",
        replies=(Reply(media_type="multipart/mixed", decoder=decoder, rest=part),),
    )


def answer(caller: Caller, *chunks: bytes) -> Body:
    """Answer with parts in pieces."""
    body = Body(list(chunks))
    headers = {"content-type": "multipart/mixed; boundary=b"}
    caller.answer(lambda request: httpx.Response(200, headers=headers, stream=body))
    return body


@pytest.mark.parametrize("decoder", ["parts", "part-stream"])
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_parts_are_read(caller: Caller, decoder: str, size: int) -> None:
    """They are the same whatever pieces they come in; no part at all is none."""
    answer(caller, *(WHOLE[at : at + size] for at in range(0, len(WHOLE), size)))
    assert [note.text for note in caller.call(operation(decoder))] == ["a", "b"]
    for nothing in (b"", b"\r\n", b"--b--"):
        answer(caller, nothing)
        assert caller.call(operation(decoder)) == []


@pytest.mark.parametrize("decoder", ["parts", "part-stream"])
def test_a_part_that_is_cut_short_is_an_error(caller: Caller, decoder: str) -> None:
    """Wherever a reply ends before its last delimiter, the SDK's error says so."""
    for end in range(1, LAST):
        body = answer(caller, WHOLE[:end])
        with pytest.raises(ValidationError, match="the reply ends within its part"):
            caller.call(operation(decoder))
        assert body.closed
    answer(caller, WHOLE[:LAST])
    assert len(caller.call(operation(decoder))) == 2


def test_whole_parts_come_before_one_that_is_cut_short(caller: Caller) -> None:
    """A stream hands out what is whole, and the error holds what came of the rest."""
    answer(caller, WHOLE[: LAST - len('b"}\r\n--b--')])
    shop, found = caller.shop(), []

    async def read() -> None:
        async for note in await shop._call_async(operation("part-stream"), {}):
            found.append(note.text)

    with pytest.raises(ValidationError) as raised:
        if caller.is_async:
            asyncio.run(read())
        else:
            for note in shop._call(operation("part-stream"), {}):
                found.append(note.text)
    assert found == ["a"]
    assert raised.value.body == '\n\r\n{"text":"'


def test_a_part_is_handed_out_before_the_next_has_come(caller: Caller) -> None:
    """A reply that goes on for hours is read while it comes."""
    first = WHOLE.index(b"--b", 1) + len(b"--b\r\n")
    body = answer(caller, WHOLE[:first], WHOLE[first:])
    shop = caller.shop()

    async def read() -> tuple[str, int]:
        async for note in await shop._call_async(operation("part-stream"), {}):
            return note.text, body.given
        raise AssertionError

    if caller.is_async:
        found = asyncio.run(read())
    else:
        found = next(shop._call(operation("part-stream"), {})).text, body.given

    assert found == ("a", 1)


class File(BaseModel):
    """A part that is a file."""

    content: bytes
    file_name: Optional[str] = Field(alias="fileName", default=None)
    headers: Dict[str, int]


@pytest.mark.parametrize("name", ["é.txt", "a b.txt", "x;y.txt"])
@pytest.mark.parametrize("charset", ["utf-8", "latin-1"])
def test_what_a_part_says_of_its_file(caller: Caller, name: str, charset: str) -> None:
    """Its name is UTF-8, or what it can be else; its headers are typed, folded or not."""
    head = f'Content-Disposition: attachment;\r\n filename="{name}"\r\nx-n: 7'
    answer(caller, b"--b\r\n" + head.encode(charset) + b"\r\n\r\n\x00\r\n--b--")
    given = (Parameter(name="X-N", location="header"),)
    part = Part(name="", file=True, given=given, type=lambda: File)
    (file,) = caller.call(operation("parts", part))
    assert (file.file_name, file.content, file.headers) == (name, b"\0", {"X-N": 7})


def test_json_of_a_part_may_have_a_byte_order_mark(caller: Caller) -> None:
    """As a whole reply may."""
    answer(caller, b'--b\r\n\r\n\xef\xbb\xbf{"text":"a"}\r\n--b--')
    assert caller.call(operation("parts")) == [Note(text="a")]


@pytest.mark.parametrize("decoder", ["parts", "part-stream"])
def test_a_part_in_bad_base64_is_an_error(caller: Caller, decoder: str) -> None:
    """What cannot be decoded does not fit the document."""
    answer(caller, b"--b\r\nContent-Transfer-Encoding: base64\r\n\r\nA\r\n--b--")
    with pytest.raises(ValidationError):
        caller.call(operation(decoder))


@pytest.mark.parametrize("decoder", ["parts", "part-stream"])
def test_parts_without_a_boundary_leave_nothing_open(
    caller: Caller, decoder: str
) -> None:
    """The error is the SDK's, and the connection is free."""
    body = Body([WHOLE])
    headers = {"content-type": "multipart/mixed"}
    caller.answer(lambda request: httpx.Response(200, headers=headers, stream=body))
    with pytest.raises(ValidationError, match="names no boundary"):
        caller.call(operation(decoder))
    assert body.closed
