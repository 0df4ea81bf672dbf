"""Generated from the OpenAPI document; do not edit."""

from typing import Dict, Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel


class SearchMemoryRequestTypedDict(TypedDict):
    x_workspace: NotRequired[str]
    store: str
    """The name of the memory store."""
    q: str
    """What to look for."""
    filter_: NotRequired[Dict[str, str]]
    """Only documents that have these values."""


class SearchMemoryRequest(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
    store: str
    """The name of the memory store."""
    q: str
    """What to look for."""
    filter_: Annotated[Optional[Dict[str, str]], pydantic.Field(alias="filter")] = None
    """Only documents that have these values."""


class SearchMemoryGlobalsTypedDict(TypedDict):
    x_workspace: NotRequired[str]


class SearchMemoryGlobals(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
