"""Generated from the OpenAPI document; do not edit."""

from __future__ import annotations

from typing import Awaitable, Callable, List, Optional, Union

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel, Nullable, OptionalNullable, UNSET
from .agentpage import AgentPage, AgentPageTypedDict
from .agentstatus import AgentStatus


class ListAgentsRequestTypedDict(TypedDict):
    x_workspace: NotRequired[str]
    cursor: NotRequired[Nullable[str]]
    """Where to go on, as the last page said."""
    limit: NotRequired[int]
    """How many agents a page has at most."""
    status: NotRequired[List[AgentStatus]]
    """Only agents in one of these states."""


class ListAgentsRequest(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
    cursor: OptionalNullable[str] = UNSET
    """Where to go on, as the last page said."""
    limit: Optional[int] = 20
    """How many agents a page has at most."""
    status: Optional[List[AgentStatus]] = None
    """Only agents in one of these states."""


class ListAgentsResponseTypedDict(TypedDict):
    result: AgentPageTypedDict


class ListAgentsResponse(BaseModel):
    next: Union[
        Callable[[], Optional[ListAgentsResponse]],
        Callable[[], Awaitable[Optional[ListAgentsResponse]]],
    ]
    result: AgentPage


class ListAgentsGlobalsTypedDict(TypedDict):
    x_workspace: NotRequired[str]


class ListAgentsGlobals(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
