"""Generated from the OpenAPI document; do not edit."""

from typing import Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel


class GetAgentRequestTypedDict(TypedDict):
    x_workspace: NotRequired[str]
    agent_id: str
    """The agent's id."""


class GetAgentRequest(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
    agent_id: str
    """The agent's id."""


class GetAgentGlobalsTypedDict(TypedDict):
    x_workspace: NotRequired[str]


class GetAgentGlobals(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
