"""Generated from the OpenAPI document; do not edit."""

from __future__ import annotations

from typing import Any, Awaitable, Callable, Dict, List, Optional, Union

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel
from .order import Order, OrderTypedDict
from .orderstate import OrderState


class ListOrdersRequestTypedDict(TypedDict):
    page: NotRequired[int]
    state: NotRequired[OrderState]
    session: NotRequired[str]
    where: NotRequired[Dict[str, Any]]
    """Conditions, as JSON."""


class ListOrdersRequest(BaseModel):
    page: Optional[int] = 1
    state: Optional[OrderState] = None
    session: Optional[str] = None
    where: Optional[Dict[str, Any]] = None
    """Conditions, as JSON."""


class ListOrdersResponseBodyTypedDict(TypedDict):
    """A page of orders."""

    orders: List[OrderTypedDict]
    pages: int


class ListOrdersResponseBody(BaseModel):
    """A page of orders."""

    orders: List[Order]
    pages: int


class ListOrdersResponseTypedDict(TypedDict):
    result: ListOrdersResponseBodyTypedDict


class ListOrdersResponse(BaseModel):
    next: Union[
        Callable[[], Optional[ListOrdersResponse]],
        Callable[[], Awaitable[Optional[ListOrdersResponse]]],
    ]
    result: ListOrdersResponseBody
