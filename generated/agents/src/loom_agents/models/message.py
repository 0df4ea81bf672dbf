"""Generated from the OpenAPI document; do not edit."""

from typing import List, Literal, Union

from typing_extensions import TypedDict

from .._runtime.models import BaseModel, UnrecognizedStr
from .part import Part, PartTypedDict

Role = Union[Literal["user", "assistant"], UnrecognizedStr]


class MessageTypedDict(TypedDict):
    role: Role
    parts: List[PartTypedDict]


class Message(BaseModel):
    role: Role
    parts: List[Part]
