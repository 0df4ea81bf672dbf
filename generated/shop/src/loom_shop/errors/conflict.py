"""Generated from the OpenAPI document; do not edit."""

from dataclasses import dataclass, field
from typing import Optional

import httpx

from .._runtime.errors import text_of
from .._runtime.models import BaseModel
from .shoperror import ShopError
from ..models import product as models_product


class ConflictData(BaseModel):
    message: str
    existing: models_product.ProductOutput


@dataclass(init=False, repr=False, eq=False)
class Conflict(ShopError):
    data: ConflictData = field(hash=False)

    def __init__(
        self,
        data: ConflictData,
        raw_response: httpx.Response,
        body: Optional[str] = None,
    ) -> None:
        content = text_of(raw_response) if body is None else body
        super().__init__(data.message or content, raw_response, content)
        self.data = data
