"""Generated from the OpenAPI document; do not edit."""

from typing import Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel


class ForgetMemoryRequestTypedDict(TypedDict):
    x_workspace: NotRequired[str]
    store: str


class ForgetMemoryRequest(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
    store: str


class ForgetMemoryGlobalsTypedDict(TypedDict):
    x_workspace: NotRequired[str]


class ForgetMemoryGlobals(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
