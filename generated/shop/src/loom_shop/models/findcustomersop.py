"""Generated from the OpenAPI document; do not edit."""

from __future__ import annotations

from typing import Awaitable, Callable, List, Optional, Union

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel, Nullable, OptionalNullable, UNSET
from .customer import Customer, CustomerTypedDict


class FindCustomersRequestTypedDict(TypedDict):
    email: NotRequired[str]
    cursor: NotRequired[int]


class FindCustomersRequest(BaseModel):
    email: Optional[str] = None
    cursor: Optional[int] = None


class FindCustomersResponseBodyTypedDict(TypedDict):
    """Some customers."""

    customers: List[CustomerTypedDict]
    next: NotRequired[Nullable[int]]


class FindCustomersResponseBody(BaseModel):
    """Some customers."""

    customers: List[Customer]
    next: OptionalNullable[int] = UNSET


class FindCustomersResponseTypedDict(TypedDict):
    result: FindCustomersResponseBodyTypedDict


class FindCustomersResponse(BaseModel):
    next: Union[
        Callable[[], Optional[FindCustomersResponse]],
        Callable[[], Awaitable[Optional[FindCustomersResponse]]],
    ]
    result: FindCustomersResponseBody
