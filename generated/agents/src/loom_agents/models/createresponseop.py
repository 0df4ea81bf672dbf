"""Generated from the OpenAPI document; do not edit."""

from typing import Any, Dict, List, Optional, Union

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel
from .answer import Answer, AnswerTypedDict
from .answerevent import AnswerEvent, AnswerEventTypedDict
from .message import Message, MessageTypedDict
from ..utils import eventstreaming


class ThreadTypedDict(TypedDict):
    """The conversation that the message belongs to."""

    id: str
    tags: NotRequired[List[str]]


class Thread(BaseModel):
    """The conversation that the message belongs to."""

    id: str
    tags: Optional[List[str]] = None


class CreateResponseRequestBodyTypedDict(TypedDict):
    message: MessageTypedDict
    thread: NotRequired[ThreadTypedDict]
    """The conversation that the message belongs to."""
    variables: NotRequired[Dict[str, Any]]
    """Values for the placeholders of the agent's instructions."""
    temperature: NotRequired[float]
    stream: NotRequired[bool]
    """Whether the answer comes as events."""


class CreateResponseRequestBody(BaseModel):
    message: Message
    thread: Optional[Thread] = None
    """The conversation that the message belongs to."""
    variables: Optional[Dict[str, Any]] = None
    """Values for the placeholders of the agent's instructions."""
    temperature: Optional[float] = 1
    stream: Optional[bool] = False
    """Whether the answer comes as events."""


class CreateResponseRequestTypedDict(TypedDict):
    x_workspace: NotRequired[str]
    agent_id: str
    """The agent's id."""
    body: CreateResponseRequestBodyTypedDict


class CreateResponseRequest(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
    agent_id: str
    """The agent's id."""
    body: CreateResponseRequestBody


class CreateResponseResponseBodyTypedDict(TypedDict):
    """The answer, whole or in pieces."""

    id: NotRequired[str]
    event: NotRequired[str]
    data: AnswerEventTypedDict


class CreateResponseResponseBody(BaseModel):
    """The answer, whole or in pieces."""

    id: Optional[str] = None
    event: Optional[str] = None
    data: AnswerEvent


CreateResponseResponseTypedDict = Union[
    AnswerTypedDict,
    Union[
        eventstreaming.EventStream[CreateResponseResponseBodyTypedDict],
        eventstreaming.EventStreamAsync[CreateResponseResponseBodyTypedDict],
    ],
]

CreateResponseResponse = Union[
    Answer,
    Union[
        eventstreaming.EventStream[CreateResponseResponseBody],
        eventstreaming.EventStreamAsync[CreateResponseResponseBody],
    ],
]


class CreateResponseGlobalsTypedDict(TypedDict):
    x_workspace: NotRequired[str]


class CreateResponseGlobals(BaseModel):
    x_workspace: Annotated[Optional[str], pydantic.Field(alias="X-Workspace")] = None
