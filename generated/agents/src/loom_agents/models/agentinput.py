"""Generated from the OpenAPI document; do not edit."""

from typing import Dict, List, Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel
from .modelname import ModelName
from .tool import Tool, ToolTypedDict


class AgentInputTypedDict(TypedDict):
    name: str
    model: ModelName
    instructions: NotRequired[str]
    tools: NotRequired[List[ToolTypedDict]]
    labels: NotRequired[Dict[str, str]]


class AgentInput(BaseModel):
    name: str
    model: ModelName
    instructions: Optional[str] = None
    tools: Optional[List[Tool]] = None
    labels: Optional[Dict[str, str]] = None
