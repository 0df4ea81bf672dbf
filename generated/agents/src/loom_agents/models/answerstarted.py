"""Generated from the OpenAPI document; do not edit."""

from typing import Literal

import pydantic
from typing_extensions import Annotated, TypedDict

from .._runtime.models import BaseModel


class AnswerStartedTypedDict(TypedDict):
    type: Literal["started"]
    id: str


class AnswerStarted(BaseModel):
    TYPE: Annotated[Literal["started"], pydantic.Field(alias="type")] = "started"
    id: str
