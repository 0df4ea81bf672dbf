"""Generated from the OpenAPI document; do not edit."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Awaitable, Callable, Dict, List, Optional, Union

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel
from .product import ProductOutput, ProductOutputTypedDict


class Sort(str, Enum):
    NAME = "name"
    NAME2 = "-name"
    PRICE = "price"
    PRICE2 = "-price"


class PriceTypedDict(TypedDict):
    min: NotRequired[float]
    max: NotRequired[float]


class Price(BaseModel):
    min: Optional[float] = None
    max: Optional[float] = None


class ListProductsRequestTypedDict(TypedDict):
    offset: NotRequired[int]
    """How many products to leave out."""
    limit: NotRequired[int]
    sort: NotRequired[List[Sort]]
    """The fields to sort by."""
    tags: NotRequired[List[str]]
    price: NotRequired[PriceTypedDict]
    since: NotRequired[datetime]


class ListProductsRequest(BaseModel):
    offset: Optional[int] = 0
    """How many products to leave out."""
    limit: Optional[int] = 10
    sort: Optional[List[Sort]] = None
    """The fields to sort by."""
    tags: Optional[List[str]] = None
    price: Optional[Price] = None
    since: Optional[datetime] = None


class ListProductsResponseBodyTypedDict(TypedDict):
    """Some products."""

    items: List[ProductOutputTypedDict]


class ListProductsResponseBody(BaseModel):
    """Some products."""

    items: List[ProductOutput]


class ListProductsResponseTypedDict(TypedDict):
    headers: Dict[str, List[str]]
    result: ListProductsResponseBodyTypedDict


class ListProductsResponse(BaseModel):
    next: Union[
        Callable[[], Optional[ListProductsResponse]],
        Callable[[], Awaitable[Optional[ListProductsResponse]]],
    ]
    headers: Dict[str, List[str]]
    result: ListProductsResponseBody
