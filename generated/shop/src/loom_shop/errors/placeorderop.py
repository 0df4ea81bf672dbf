"""Generated from the OpenAPI document; do not edit."""

from dataclasses import dataclass, field
from typing import Optional

import httpx

from .._runtime.errors import text_of
from .._runtime.models import BaseModel
from .shoperror import ShopError
from ..models import placeorderop as models_placeorderop


class PaymentFailedErrorData(BaseModel):
    """It cannot be paid."""

    message: str
    reason: models_placeorderop.Reason


@dataclass(init=False, repr=False, eq=False)
class PaymentFailedError(ShopError):
    """It cannot be paid."""

    data: PaymentFailedErrorData = field(hash=False)

    def __init__(
        self,
        data: PaymentFailedErrorData,
        raw_response: httpx.Response,
        body: Optional[str] = None,
    ) -> None:
        content = text_of(raw_response) if body is None else body
        super().__init__(data.message or content, raw_response, content)
        self.data = data
