"""Generated from the OpenAPI document; do not edit."""

from typing import Any, Literal, Optional, Union

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel
from .._runtime.unions import Discriminated
from .rundone import RunDone, RunDoneTypedDict
from .runqueued import RunQueued, RunQueuedTypedDict

Priority = Literal[1, 2, 3]


class StartRunRequestBodyTypedDict(TypedDict):
    input: NotRequired[str]
    priority: NotRequired[Priority]


class StartRunRequestBody(BaseModel):
    input: Optional[str] = "Go on."
    priority: Optional[Priority] = None


class StartRunRequestTypedDict(TypedDict):
    x_workspace: NotRequired[str]
    agent_id: str
    """The agent's id."""
    body: NotRequired[StartRunRequestBodyTypedDict]


class StartRunRequest(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
    agent_id: str
    """The agent's id."""
    body: Optional[StartRunRequestBody] = None


StartRunResponseTypedDict = Union[RunDoneTypedDict, RunQueuedTypedDict]


class UnknownStartRunResponse(BaseModel):
    """A member of StartRunResponse that this version does not know; `raw` is all of it, as
    received.
    """

    state: Literal["UNKNOWN"] = "UNKNOWN"
    raw: Any
    is_unknown: Literal[True] = True


StartRunResponse = Annotated[
    Union[RunDone, RunQueued, UnknownStartRunResponse],
    Discriminated(
        "state",
        {"done": RunDone, "queued": RunQueued},
        names=("STATE",),
        unknown=UnknownStartRunResponse,
    ),
]


class StartRunGlobalsTypedDict(TypedDict):
    x_workspace: NotRequired[str]


class StartRunGlobals(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
