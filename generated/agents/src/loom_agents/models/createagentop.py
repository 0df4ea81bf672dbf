"""Generated from the OpenAPI document; do not edit."""

from typing import Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel
from .agentinput import AgentInput, AgentInputTypedDict


class CreateAgentRequestTypedDict(TypedDict):
    x_workspace: NotRequired[str]
    body: AgentInputTypedDict


class CreateAgentRequest(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
    body: AgentInput


class CreateAgentGlobalsTypedDict(TypedDict):
    x_workspace: NotRequired[str]


class CreateAgentGlobals(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
