"""Generated from the OpenAPI document; do not edit."""

from datetime import date, datetime
from typing import List, Optional, Union

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel
from .line import Line, LineTypedDict
from .money import Money, MoneyTypedDict
from .orderstate import OrderState
from .payment import Payment, PaymentTypedDict
from .review import Review, ReviewTypedDict

HistoryTypedDict = Union[ReviewTypedDict, str]

History = Union[Review, str]


class OrderTypedDict(TypedDict):
    lines: List[LineTypedDict]
    payment: PaymentTypedDict
    deliver_on: NotRequired[date]
    gift: NotRequired[bool]
    from_: NotRequired[str]
    """Who sends it."""
    id: str
    state: OrderState
    placed_at: datetime
    total: NotRequired[MoneyTypedDict]
    history: NotRequired[List[HistoryTypedDict]]


class Order(BaseModel):
    lines: List[Line]
    payment: Payment
    deliver_on: Optional[date] = None
    gift: Optional[bool] = False
    from_: Annotated[Optional[str], pydantic.Field(alias="from")] = None
    """Who sends it."""
    id: str
    state: OrderState
    placed_at: datetime
    total: Optional[Money] = None
    history: Optional[List[History]] = None
