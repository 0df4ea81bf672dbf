"""Generated from the OpenAPI document; do not edit."""

from typing import Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel


class DeleteAgentRequestTypedDict(TypedDict):
    x_workspace: NotRequired[str]
    agent_id: str
    """The agent's id."""


class DeleteAgentRequest(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
    agent_id: str
    """The agent's id."""


class DeleteAgentGlobalsTypedDict(TypedDict):
    x_workspace: NotRequired[str]


class DeleteAgentGlobals(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
