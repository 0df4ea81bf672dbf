"""Generated from the OpenAPI document; do not edit."""

from datetime import date, datetime
from typing import Dict, List, Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel, Nullable, OptionalNullable, UNSET
from .agentstatus import AgentStatus
from .modelname import ModelName
from .tool import Tool, ToolTypedDict


class AgentTypedDict(TypedDict):
    id: str
    name: str
    model: ModelName
    status: AgentStatus
    """Whether an agent answers."""
    instructions: NotRequired[Nullable[str]]
    tools: List[ToolTypedDict]
    parent: NotRequired[Nullable["AgentTypedDict"]]
    labels: NotRequired[Dict[str, str]]
    created_at: datetime
    retired_on: NotRequired[date]


class Agent(BaseModel):
    id: str
    name: str
    model: ModelName
    status: AgentStatus
    """Whether an agent answers."""
    instructions: OptionalNullable[str] = UNSET
    tools: List[Tool]
    parent: OptionalNullable["Agent"] = UNSET
    labels: Optional[Dict[str, str]] = None
    created_at: datetime
    retired_on: Optional[date] = None
