"""Generated from the OpenAPI document; do not edit."""

from typing import Literal

import pydantic
from typing_extensions import Annotated, TypedDict

from .._runtime.models import BaseModel
from .answer import Answer, AnswerTypedDict


class RunDoneTypedDict(TypedDict):
    state: Literal["done"]
    answer: AnswerTypedDict


class RunDone(BaseModel):
    STATE: Annotated[Literal["done"], pydantic.Field(alias="state")] = "done"
    answer: Answer
