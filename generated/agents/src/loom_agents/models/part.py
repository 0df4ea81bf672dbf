"""Generated from the OpenAPI document; do not edit."""

from typing import Any, Dict, Literal, Union

import pydantic
from typing_extensions import Annotated, TypedDict

from .._runtime.models import BaseModel
from .._runtime.unions import Discriminated


class TextPartTypedDict(TypedDict):
    kind: Literal["text"]
    text: str


class TextPart(BaseModel):
    KIND: Annotated[Literal["text"], pydantic.Field(alias="kind")] = "text"
    text: str


class DataPartTypedDict(TypedDict):
    kind: Literal["data"]
    data: Dict[str, Any]


class DataPart(BaseModel):
    KIND: Annotated[Literal["data"], pydantic.Field(alias="kind")] = "data"
    data: Dict[str, Any]


PartTypedDict = Union[TextPartTypedDict, DataPartTypedDict]
"""A piece of a message; told apart by `kind`, though no discriminator says so."""


class UnknownPart(BaseModel):
    """A member of Part that this version does not know; `raw` is all of it, as
    received.
    """

    kind: Literal["UNKNOWN"] = "UNKNOWN"
    raw: Any
    is_unknown: Literal[True] = True


Part = Annotated[
    Union[TextPart, DataPart, UnknownPart],
    Discriminated(
        "kind",
        {"text": TextPart, "data": DataPart},
        names=("KIND",),
        unknown=UnknownPart,
    ),
]
"""A piece of a message; told apart by `kind`, though no discriminator says so."""
