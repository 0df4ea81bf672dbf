"""Generated from the OpenAPI document; do not edit."""

from typing import Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel
from .agentpatch import AgentPatch, AgentPatchTypedDict


class UpdateAgentRequestTypedDict(TypedDict):
    x_workspace: NotRequired[str]
    agent_id: str
    """The agent's id."""
    body: AgentPatchTypedDict


class UpdateAgentRequest(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
    agent_id: str
    """The agent's id."""
    body: AgentPatch


class UpdateAgentGlobalsTypedDict(TypedDict):
    x_workspace: NotRequired[str]


class UpdateAgentGlobals(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
