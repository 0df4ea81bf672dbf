"""Values that would be sent as something else, or not at all, are refused before anything is sent."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

import pytest

from sdkloom_templates.python.runtime.models import BaseModel
from sdkloom_templates.python.runtime.operation import (
    Body,
    Operation,
    Parameter,
    Part,
)

from .conftest import Caller, ShopError
from .test_bodies import parts_of, send

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


class Form(BaseModel):
    """A form."""

    title: str
    file: Any
    extra: Optional[bytes]
    anything: Optional[Any] = None


class Named(BaseModel):
    """A form with a file."""

    file: bytes


NUMBERS: dict[str, tuple[Body, Any]] = {
    "a list": (Body(argument="b", type=lambda: List[float]), [1.0, float("nan")]),
    "a mapping": (Body(argument="b", type=lambda: Dict[str, Any]), {"a": float("inf")}),
    "anything": (Body(argument="b", type=lambda: Any), [{"a": float("-inf")}]),
    "a form": (
        Body(argument="b", codec="form", media_type=FORM, type=lambda: Form),
        {"title": "t", "file": "f", "extra": None, "anything": {"a": float("nan")}},
    ),
    "a part": (
        Body(argument="b", codec="multipart", media_type=MULTIPART, type=lambda: Form),
        {"title": "t", "file": "f", "extra": None, "anything": [[float("nan")]]},
    ),
}


@pytest.mark.parametrize("name", NUMBERS)
def test_what_is_no_number_never_becomes_null(caller: Caller, name: str) -> None:
    """In types that are no models as in models."""
    body, value = NUMBERS[name]
    with pytest.raises(ShopError, match="NaN|number"):
        send(caller, body, b=value)
    assert caller.recorder.requests == []


def test_what_is_no_number_is_no_parameter_either(caller: Caller) -> None:
    """One that is written as JSON."""
    parameter = Parameter(
        name="q", media_type="application/json", type=lambda: Dict[str, Any]
    )
    operation: Operation[Any] = Operation(
        id="get", method="GET", path="/", parameters=(parameter,)
    )
    with pytest.raises(ShopError, match="NaN"):
        caller.call(operation, {"q": {"a": float("nan")}})


@pytest.mark.parametrize(
    "codec, media_type", [("form", FORM), ("multipart", MULTIPART)]
)
def test_a_required_field_is_not_left_out(
    caller: Caller, codec: str, media_type: str
) -> None:
    """A form cannot say null: None is an absent field, which a required one is not."""
    body = Body(argument="b", codec=codec, media_type=media_type, type=lambda: Form)
    given: dict[str, Any] = {"title": None, "file": "f", "extra": None}
    with pytest.raises(ShopError, match="'title' is required"):
        send(caller, body, b=given)
    assert caller.recorder.requests == []
    _, content = send(caller, body, b={**given, "title": "t", "file": None})
    assert b"extra" not in content


def test_a_required_file_is_not_left_out(caller: Caller) -> None:
    """Nor is a file, which nothing validates."""
    body = Body(
        argument="b",
        codec="multipart",
        media_type=MULTIPART,
        type=lambda: Named,
        parts=(Part(name="file", file=True),),
    )
    with pytest.raises(ShopError, match="'file' is required"):
        send(caller, body, b={"file": None})
    request, content = send(caller, body, b={"file": b""})
    assert [part[0] for part in parts_of(request, content)] == ["file"]


def test_none_is_no_text(caller: Caller) -> None:
    """It would be sent as `null`."""
    body = Body(codec="text", media_type="text/plain", argument="b", required=True)
    with pytest.raises(ShopError, match="no text"):
        send(caller, body, b=None)
