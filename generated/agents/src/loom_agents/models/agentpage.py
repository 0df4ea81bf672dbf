"""Generated from the OpenAPI document; do not edit."""

from typing import List

from typing_extensions import TypedDict

from .._runtime.models import BaseModel, Nullable
from .agent import Agent, AgentTypedDict


class AgentPageTypedDict(TypedDict):
    data: List[AgentTypedDict]
    next_cursor: Nullable[str]


class AgentPage(BaseModel):
    data: List[Agent]
    next_cursor: Nullable[str]
