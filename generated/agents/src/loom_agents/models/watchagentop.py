"""Generated from the OpenAPI document; do not edit."""

from typing import Literal, Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel


class WatchAgentRequestTypedDict(TypedDict):
    x_workspace: NotRequired[str]
    agent_id: str
    """The agent's id."""


class WatchAgentRequest(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
    agent_id: str
    """The agent's id."""


class WatchAgentGlobalsTypedDict(TypedDict):
    x_workspace: NotRequired[str]


class WatchAgentGlobals(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None


class WatchAgentResponseTypedDict(TypedDict):
    """One event for each thing that happens."""

    id: NotRequired[str]
    event: Literal["activity"]
    data: str
    retry: NotRequired[int]


class WatchAgentResponse(BaseModel):
    """One event for each thing that happens."""

    id: Optional[str] = None
    EVENT: Annotated[Literal["activity"], pydantic.Field(alias="event")] = "activity"
    data: str
    retry: Optional[int] = None
