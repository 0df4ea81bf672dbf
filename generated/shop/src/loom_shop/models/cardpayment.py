"""Generated from the OpenAPI document; do not edit."""

from enum import Enum

from typing_extensions import TypedDict

from .._runtime.models import BaseModel
from .._runtime.openenums import OpenEnumMeta


class CardPaymentMethod(str, Enum, metaclass=OpenEnumMeta):
    CARD_PAYMENT = "CardPayment"


class CardPaymentTypedDict(TypedDict):
    method: CardPaymentMethod
    number: str


class CardPayment(BaseModel):
    method: CardPaymentMethod
    number: str
