"""Generated from the OpenAPI document; do not edit."""

from enum import Enum

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel, Nullable, OptionalNullable, UNSET
from .._runtime.openenums import OpenEnumMeta


class InvoicePaymentMethod(str, Enum, metaclass=OpenEnumMeta):
    INVOICE_PAYMENT = "InvoicePayment"


class InvoicePaymentTypedDict(TypedDict):
    method: InvoicePaymentMethod
    reference: NotRequired[Nullable[str]]


class InvoicePayment(BaseModel):
    method: InvoicePaymentMethod
    reference: OptionalNullable[str] = UNSET
