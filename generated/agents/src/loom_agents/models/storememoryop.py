"""Generated from the OpenAPI document; do not edit."""

from typing import Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel
from .memorydocument import MemoryDocument, MemoryDocumentTypedDict


class StoreMemoryRequestTypedDict(TypedDict):
    x_workspace: NotRequired[str]
    store: str
    """The name of the memory store."""
    body: MemoryDocumentTypedDict


class StoreMemoryRequest(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
    store: str
    """The name of the memory store."""
    body: MemoryDocument


class StoreMemoryGlobalsTypedDict(TypedDict):
    x_workspace: NotRequired[str]


class StoreMemoryGlobals(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
