"""An open file is an iterator: where values are written it is never a list of its lines."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, List, Mapping, Optional, Union

import httpx
import pytest

from sdkloom_templates.python.runtime.models import BaseModel
from sdkloom_templates.python.runtime.openfiles import holds_file, with_stand_ins
from sdkloom_templates.python.runtime.operation import (
    Body,
    Operation,
    Parameter,
    Part,
)
from sdkloom_templates.python.runtime.values import ArgumentError

from .conftest import Caller, ShopError
from .test_bodies import parts_of, send


class Note(BaseModel):
    """A note with a place for everything."""

    name: Optional[str] = None
    anything: Optional[Any] = None
    lines: Optional[List[str]] = None
    either: Optional[Union[str, List[str]]] = None
    inner: Optional["Note"] = None
    scan: Optional[Union[IO[bytes], os.PathLike[str]]] = None


class Rights(BaseModel):
    """A model with a property that files have as well."""

    read: bool
    write: bool


JSON = Body(argument="body", type=lambda: Note)
LINES = Body(argument="body", codec="json-lines", type=lambda: Note)
FORM = Body(
    argument="body",
    codec="form",
    media_type="application/x-www-form-urlencoded",
    type=lambda: Note,
)
MULTIPART = Body(
    argument="body",
    codec="multipart",
    media_type="multipart/form-data",
    type=lambda: Note,
)
PLAIN = Body(argument="body")
LIST = Body(argument="body", type=lambda: List[str])

PLACES: dict[str, tuple[Body, Callable[[Any], Any]]] = {
    "where anything may be": (JSON, lambda file: {"anything": file}),
    "in a list": (JSON, lambda file: {"anything": [1, [file]]}),
    "in a mapping": (JSON, lambda file: {"anything": {"a": {"b": file}}}),
    "in a property nobody declared": (JSON, lambda file: {"more": file}),
    "for a list": (JSON, lambda file: {"lines": file}),
    "for a text or a list": (JSON, lambda file: {"either": file}),
    "in a model": (JSON, lambda file: Note(anything=file)),
    "in a model in a mapping": (JSON, lambda file: {"inner": Note(anything=(file,))}),
    "for a whole body": (PLAIN, lambda file: file),
    "in an untyped body": (PLAIN, lambda file: {"a": file}),
    "for a body that is a list": (LIST, lambda file: file),
    "in a line": (LINES, lambda file: [{"anything": file}]),
    "for lines": (LINES, lambda file: file),
    "in a form": (FORM, lambda file: {"anything": {"a": file}}),
    "in a part": (MULTIPART, lambda file: {"anything": {"a": file}}),
    "in a model in a part": (MULTIPART, lambda file: {"inner": {"anything": file}}),
}
"""Bodies, and what makes a value of a file that has no place in it."""


@pytest.mark.parametrize("kind", ["text", "bytes", "path"])
@pytest.mark.parametrize("place", PLACES)
def test_a_file_among_values_is_refused(
    caller: Caller, place: str, kind: str, tmp_path: Path
) -> None:
    """Before anything is sent, and without reading it."""
    path = tmp_path / "x.txt"
    path.write_text("one\ntwo\n")
    file: Any = path if kind == "path" else open(path, "r" if kind == "text" else "rb")
    body, value_of = PLACES[place]
    try:
        with pytest.raises(ShopError) as caught:
            send(caller, body, body=value_of(file))
        assert isinstance(caught.value, ValueError)
        assert kind == "path" or file.tell() == 0
    finally:
        kind == "path" or file.close()
    assert caller.recorder.requests == []


@pytest.mark.parametrize("location", ["path", "query", "header", "cookie"])
def test_a_parameter_is_no_file(caller: Caller, location: str) -> None:
    """Its lines would be as many values."""
    operation: Operation[Any] = Operation(
        id="get",
        method="GET",
        path="/{p}",
        parameters=(Parameter(name="p", location=location),),
    )
    with pytest.raises(ArgumentError, match="file"):
        caller.call(operation, {"p": io.StringIO("a\nb")})


@pytest.mark.parametrize("as_model", [False, True])
def test_a_declared_file_is_base64_beside_others(
    caller: Caller, as_model: bool, tmp_path: Path
) -> None:
    """What the document declares to be a file is written; what is around it stays."""
    path = tmp_path / "x"
    path.write_bytes(b"\x00\xff")
    for file in (path, io.BytesIO(b"\x00\xff")):
        value: Any = {"name": "n", "inner": {"scan": file, "more": (1, 2)}}
        body = Note.model_validate(value) if as_model else value
        _, content = send(caller, JSON, body=body)
        assert content == b'{"name":"n","inner":{"scan":"AP8=","more":[1,2]}}'


def test_a_property_called_read_is_none(caller: Caller) -> None:
    """A model with it is JSON, and a part is too."""
    rights = Rights(read=True, write=False)
    assert not holds_file(rights)
    _, content = send(caller, JSON, body={"anything": rights})
    assert content == b'{"anything":{"read":true,"write":false}}'
    body = Body(
        argument="body",
        codec="multipart",
        media_type="multipart/form-data",
        parts=(Part(name="rights"),),
    )
    request, content = send(caller, body, body={"rights": rights})
    assert parts_of(request, content) == [
        ("rights", None, "application/json", b'{"read":true,"write":false}')
    ]


def test_what_holds_no_file_is_left_alone() -> None:
    """The value itself is written, and one inside of itself is somebody else's to refuse."""
    value: dict[str, Any] = {"a": [1, "b", {"c": None}], "d": (1,), "e": {2}}
    assert with_stand_ins(value) is value
    value["again"] = value
    assert not holds_file(value)
    mapping: Mapping[str, Any] = httpx.Headers({"a": "b"})
    assert not holds_file(mapping)
