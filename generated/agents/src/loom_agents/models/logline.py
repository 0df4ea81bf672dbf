"""Generated from the OpenAPI document; do not edit."""

from datetime import datetime
from typing import Any, Literal, Optional, Union

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel, UnrecognizedStr

Level = Union[Literal["debug", "info", "warning", "error"], UnrecognizedStr]


class LogLineTypedDict(TypedDict):
    at: datetime
    level: Level
    text: str
    details: NotRequired[Any]


class LogLine(BaseModel):
    at: datetime
    level: Level
    text: str
    details: Optional[Any] = None
