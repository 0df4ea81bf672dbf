"""Generated from the OpenAPI document; do not edit."""

from enum import Enum
from typing import Union

from .order import Order, OrderTypedDict
from .review import Review, ReviewTypedDict

PlaceOrderResponseTypedDict = Union[ReviewTypedDict, OrderTypedDict]

PlaceOrderResponse = Union[Review, Order]


class Reason(str, Enum):
    CARD_REFUSED = "card_refused"
    NO_FUNDS = "no_funds"
