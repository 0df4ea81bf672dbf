"""Generated from the OpenAPI document; do not edit."""

from typing import Any, Literal, Union

from typing_extensions import Annotated

from .._runtime.models import BaseModel
from .._runtime.unions import Discriminated
from .answerdelta import AnswerDelta, AnswerDeltaTypedDict
from .answerfinished import AnswerFinished, AnswerFinishedTypedDict
from .answerstarted import AnswerStarted, AnswerStartedTypedDict

AnswerEventTypedDict = Union[
    AnswerStartedTypedDict, AnswerDeltaTypedDict, AnswerFinishedTypedDict
]


class UnknownAnswerEvent(BaseModel):
    """A member of AnswerEvent that this version does not know; `raw` is all of it, as
    received.
    """

    type: Literal["UNKNOWN"] = "UNKNOWN"
    raw: Any
    is_unknown: Literal[True] = True


AnswerEvent = Annotated[
    Union[AnswerStarted, AnswerDelta, AnswerFinished, UnknownAnswerEvent],
    Discriminated(
        "type",
        {"started": AnswerStarted, "delta": AnswerDelta, "finished": AnswerFinished},
        names=("TYPE",),
        unknown=UnknownAnswerEvent,
    ),
]
