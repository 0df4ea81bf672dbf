"""Generated from the OpenAPI document; do not edit."""

from typing import Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel
from .currency import Currency


class MoneyTypedDict(TypedDict):
    amount: float
    currency: NotRequired[Currency]


class Money(BaseModel):
    amount: float
    currency: Optional[Currency] = Currency.EUR
