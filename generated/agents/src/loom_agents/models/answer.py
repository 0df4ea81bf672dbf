"""Generated from the OpenAPI document; do not edit."""

from typing import List, Literal, Optional, Union

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel, UnrecognizedStr
from .message import Message, MessageTypedDict
from .usage import Usage, UsageTypedDict

FinishReason = Union[Literal["stop", "length", "tool"], UnrecognizedStr]


class AnswerTypedDict(TypedDict):
    id: str
    output: List[MessageTypedDict]
    usage: UsageTypedDict
    finish_reason: NotRequired[FinishReason]


class Answer(BaseModel):
    id: str
    output: List[Message]
    usage: Usage
    finish_reason: Optional[FinishReason] = None
