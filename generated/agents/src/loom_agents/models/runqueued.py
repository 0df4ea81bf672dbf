"""Generated from the OpenAPI document; do not edit."""

from typing import Literal

import pydantic
from typing_extensions import Annotated, TypedDict

from .._runtime.models import BaseModel


class RunQueuedTypedDict(TypedDict):
    state: Literal["queued"]
    run_id: str


class RunQueued(BaseModel):
    STATE: Annotated[Literal["queued"], pydantic.Field(alias="state")] = "queued"
    run_id: str
