"""Generated from the OpenAPI document; do not edit."""

from datetime import date
from typing import List, Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel
from .line import Line, LineTypedDict
from .payment import Payment, PaymentTypedDict


class OrderRequestTypedDict(TypedDict):
    lines: List[LineTypedDict]
    payment: PaymentTypedDict
    deliver_on: NotRequired[date]
    gift: NotRequired[bool]
    from_: NotRequired[str]
    """Who sends it."""


class OrderRequest(BaseModel):
    lines: List[Line]
    payment: Payment
    deliver_on: Optional[date] = None
    gift: Optional[bool] = False
    from_: Annotated[Optional[str], pydantic.Field(alias="from")] = None
    """Who sends it."""
