"""Generated from the OpenAPI document; do not edit."""

from decimal import Decimal
from typing import Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel
from .currency import Currency


class QuotePriceRequestTypedDict(TypedDict):
    sku: str
    quantity: NotRequired[int]
    """Deprecated: This will be removed in a future release, please migrate away from it as
    soon as possible.
    """


class QuotePriceRequest(BaseModel):
    sku: str
    quantity: Optional[int] = 1
    """Deprecated: This will be removed in a future release, please migrate away from it as
    soon as possible.
    """


class QuotePriceResponseTypedDict(TypedDict):
    """The price."""

    amount: Decimal
    currency: Currency


class QuotePriceResponse(BaseModel):
    """The price."""

    amount: Decimal
    currency: Currency
