"""Generated from the OpenAPI document; do not edit."""

from typing import List, Literal

import pydantic
from typing_extensions import Annotated, TypedDict

from .._runtime.models import BaseModel


class ToolGroupTypedDict(TypedDict):
    type: Literal["group"]
    tools: List["ToolTypedDict"]


class ToolGroup(BaseModel):
    TYPE: Annotated[Literal["group"], pydantic.Field(alias="type")] = "group"
    tools: List["Tool"]


from .tool import Tool, ToolTypedDict
