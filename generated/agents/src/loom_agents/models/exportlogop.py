"""Generated from the OpenAPI document; do not edit."""

from datetime import datetime
from typing import Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel


class ExportLogRequestTypedDict(TypedDict):
    x_workspace: NotRequired[str]
    agent_id: str
    """The agent's id."""
    since: NotRequired[datetime]


class ExportLogRequest(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
    agent_id: str
    """The agent's id."""
    since: Optional[datetime] = None


class ExportLogGlobalsTypedDict(TypedDict):
    x_workspace: NotRequired[str]


class ExportLogGlobals(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
