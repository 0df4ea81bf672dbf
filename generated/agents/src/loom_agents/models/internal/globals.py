"""Generated from the OpenAPI document; do not edit."""

from typing import Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from ..._runtime.models import BaseModel


class GlobalsTypedDict(TypedDict):
    x_workspace: NotRequired[str]
    """The workspace that a call works in."""
    x_trace: NotRequired[str]


class Globals(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
    """The workspace that a call works in."""
    x_trace: Annotated[Optional[str], pydantic.Field(alias="X-Trace")] = None
