"""Models: what they accept, keep, leave out and refuse."""

from __future__ import annotations

import copy
import gc
import io
import json
import os
import pickle
from pathlib import Path
from typing import IO, Any, Dict, List, Literal, Optional, Union

import pytest
from pydantic import Field, ValidationError

from sdkloom_templates.python.runtime.lazy import undisturbed
from sdkloom_templates.python.runtime.models import (
    UNSET,
    Adapter,
    BaseModel,
    Nullable,
    OptionalNullable,
    UnrecognizedInt,
    UnrecognizedStr,
    adapter_for,
)


class Thing(BaseModel):
    """A model with every kind of field."""

    wire_name: str = Field(alias="wireName")
    required: Nullable[int]
    optional: Optional[str] = None
    nullable: OptionalNullable[int] = UNSET
    default: Optional[str] = "d"
    things: Optional[List["Thing"]] = None


def test_names_of_python_and_of_the_wire_are_taken() -> None:
    """A field is given by either name, and written by its wire name."""
    assert Thing(wire_name="a", required=1) == Thing(wireName="a", required=1)  # type: ignore[call-arg]
    dumped = Thing(wire_name="a", required=None).model_dump_json(by_alias=True)
    assert dumped == '{"wireName":"a","required":null,"default":"d"}'


class Extras(BaseModel):
    """A model whose further properties have a type."""

    name: str
    __pydantic_extra__: Dict[str, int] = Field(init=False)


class Around(BaseModel):
    """Typed further properties inside of whatever may be absent or another type."""

    nullable: OptionalNullable[Extras] = UNSET
    either: Union[Extras, int, None] = None
    all: Optional[List[Union[Extras, str]]] = None


def test_typed_further_properties_are_written_inside_of_unions() -> None:
    """A model with them is recognised as itself: nothing of it is lost, and nothing warns."""
    value = {"name": "a", "more": 1}
    whole = {"nullable": value, "either": value, "all": [value, "x"]}
    around = Around.model_validate(whole)
    assert around.model_dump(mode="json", warnings="error") == whole
    assert json.loads(around.model_dump_json(warnings="error")) == whole
    assert around.either.__pydantic_extra__ == {"more": 1}  # type: ignore[union-attr]
    with pytest.raises(ValidationError):
        Around.model_validate({"either": {"name": "a", "more": "text"}})


def test_what_was_not_given_is_left_out_at_any_depth() -> None:
    """None and UNSET defaults are not written; a null that was given is."""
    thing = Thing(wire_name="a", required=1, things=[Thing(wire_name="b", required=2)])
    assert thing.model_dump(by_alias=True)["things"] == [
        {"wireName": "b", "required": 2, "default": "d"}
    ]
    given = Thing(wire_name="a", required=1, nullable=None, default=None)
    assert given.model_dump(by_alias=True) == {
        "wireName": "a",
        "required": 1,
        "nullable": None,
    }


def test_unknown_properties_are_kept() -> None:
    """They are attributes, and in the dump; models with them copy and pickle."""
    thing = adapter_for(Thing).validate_json(
        b'{"wireName": "a", "required": 1, "new": {"x": 1}}'
    )
    assert thing.new == {"x": 1}
    assert thing.model_dump(by_alias=True)["new"] == {"x": 1}
    assert copy.deepcopy(thing) == thing
    assert pickle.loads(pickle.dumps(thing)) == thing


def test_unset_is_one_value() -> None:
    """UNSET is false, itself after copying and pickling, and shows its name."""
    assert not UNSET and repr(UNSET) == "UNSET"
    assert copy.deepcopy(UNSET) is UNSET
    assert pickle.loads(pickle.dumps(UNSET)) is UNSET


def test_open_enums_take_values_of_tomorrow() -> None:
    """Known values stay plain, unknown ones say so; wrong types are refused."""
    words = adapter_for(Union[Literal["a", "b"], UnrecognizedStr])
    assert type(words.validate_json(b'"a"')) is str
    assert isinstance(words.validate_json(b'"c"'), UnrecognizedStr)
    assert words.dump_json(words.validate_python("c")) == b'"c"'
    numbers = adapter_for(Union[Literal[1, 2], UnrecognizedInt])
    assert numbers.validate_json(b"3") == 3
    assert isinstance(numbers.validate_json(b"3"), UnrecognizedInt)
    with pytest.raises(ValidationError):
        words.validate_json(b"[1]")


class Upload(BaseModel):
    """A model with a file in it."""

    content: Union[IO[bytes], "os.PathLike[str]"]
    more: Optional[Union[IO[bytes], "os.PathLike[str]"]] = None
    many: Optional[List[Union[IO[bytes], "os.PathLike[str]"]]] = None


def test_files_in_json_are_base64(tmp_path: Path) -> None:
    """A path or an open file is written as base64; bytes are refused; text is a reply's."""
    path = tmp_path / "x"
    path.write_bytes(b"\x00\xff")
    assert Upload(content=path).model_dump_json() == '{"content":"AP8="}'
    both = Upload(content=io.BytesIO(b"a"), more=path)
    assert both.model_dump_json() == '{"content":"YQ==","more":"AP8="}'
    many = Upload(content=path, many=[path, io.BytesIO(b"a")])
    assert many.model_dump_json() == '{"content":"AP8=","many":["AP8=","YQ=="]}'
    assert Upload.model_validate({"content": "AP8="}).content == "AP8="
    wrong: Any = b"bytes"
    with pytest.raises(ValidationError):
        Upload(content=wrong)


def test_the_collector_rests_while_types_are_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Validators are made without looking for garbage; after it all is as it was before."""
    seen: list[bool] = []
    make = Adapter.__init__

    def watched(self: Adapter, type_: Any) -> None:
        seen.append(gc.isenabled())
        with undisturbed:  # as the import of a module inside
            make(self, type_)
        seen.append(gc.isenabled())

    monkeypatch.setattr(Adapter, "__init__", watched)
    for enabled in (True, False):
        (gc.enable if enabled else gc.disable)()
        try:
            adapter_for(Dict[str, Union[int, Literal[enabled]]])  # type: ignore[valid-type]
            assert gc.isenabled() is enabled
        finally:
            gc.enable()
    assert seen == [False] * 4


def test_credentials_are_not_shown() -> None:
    """The repr of a class of credentials tells which are there; nested ones are hidden too."""

    class Login(BaseModel, secret=True):
        username: str
        password: Optional[str] = None

    class Security(BaseModel, secret=True):
        key: Optional[str] = None
        login: Optional[Login] = None

    security = Security(key="SECRET1", login=Login(username="SECRET2"))
    shown = [repr(security), str(security), f"{[security.login]}"]
    assert shown[0] == "Security(key='[redacted]', login='[redacted]')"
    assert shown[2] == "[Login(username='[redacted]', password=None)]"
    wrong: Any = ["SECRET3"]
    with pytest.raises(ValidationError) as caught:
        Login(username=wrong)
    assert "SECRET" not in "".join([*shown, str(caught.value)])
    assert security.key == "SECRET1" and not hasattr(Login, "secret")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
def test_the_collector_works_in_a_child_process() -> None:
    """A process that is forked while another thread loads types collects its garbage."""
    with undisturbed:
        child = os.fork()
        if not child:
            with undisturbed:
                pass
            os._exit(0 if gc.isenabled() else 1)
        _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0
