"""Generated from the OpenAPI document; do not edit."""

from __future__ import annotations

from typing import Awaitable, Callable, List, Optional, Union

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel
from .line import Line, LineTypedDict


class ListOrderLinesRequestTypedDict(TypedDict):
    order_id: str


class ListOrderLinesRequest(BaseModel):
    order_id: str


class ListOrderLinesResponseBodyTypedDict(TypedDict):
    """Some lines."""

    lines: List[LineTypedDict]
    next: NotRequired[str]


class ListOrderLinesResponseBody(BaseModel):
    """Some lines."""

    lines: List[Line]
    next: Optional[str] = None


class ListOrderLinesResponseTypedDict(TypedDict):
    result: ListOrderLinesResponseBodyTypedDict


class ListOrderLinesResponse(BaseModel):
    next: Union[
        Callable[[], Optional[ListOrderLinesResponse]],
        Callable[[], Awaitable[Optional[ListOrderLinesResponse]]],
    ]
    result: ListOrderLinesResponseBody
