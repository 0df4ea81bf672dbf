"""Generated from the OpenAPI document; do not edit."""

from typing import Literal

import pydantic
from typing_extensions import Annotated, TypedDict

from .._runtime.models import BaseModel
from .usage import Usage, UsageTypedDict


class AnswerFinishedTypedDict(TypedDict):
    type: Literal["finished"]
    id: str
    usage: UsageTypedDict


class AnswerFinished(BaseModel):
    TYPE: Annotated[Literal["finished"], pydantic.Field(alias="type")] = "finished"
    id: str
    usage: Usage
