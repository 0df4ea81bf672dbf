"""Generated from the OpenAPI document; do not edit."""

from typing import Any, Literal, Union

from typing_extensions import Annotated

from .._runtime.models import BaseModel
from .._runtime.unions import Discriminated
from .cardpayment import CardPayment, CardPaymentTypedDict
from .invoicepayment import InvoicePayment, InvoicePaymentTypedDict

PaymentTypedDict = Union[CardPaymentTypedDict, InvoicePaymentTypedDict]


class UnknownPayment(BaseModel):
    """A member of Payment that this version does not know; `raw` is all of it, as
    received.
    """

    method: Literal["UNKNOWN"] = "UNKNOWN"
    raw: Any
    is_unknown: Literal[True] = True


Payment = Annotated[
    Union[CardPayment, InvoicePayment, UnknownPayment],
    Discriminated(
        "method",
        {"CardPayment": CardPayment, "InvoicePayment": InvoicePayment},
        unknown=UnknownPayment,
    ),
]
