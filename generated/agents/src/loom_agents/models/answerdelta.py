"""Generated from the OpenAPI document; do not edit."""

from typing import Literal

import pydantic
from typing_extensions import Annotated, TypedDict

from .._runtime.models import BaseModel


class AnswerDeltaTypedDict(TypedDict):
    type: Literal["delta"]
    text: str


class AnswerDelta(BaseModel):
    TYPE: Annotated[Literal["delta"], pydantic.Field(alias="type")] = "delta"
    text: str
