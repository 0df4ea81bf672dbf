"""Generated from the OpenAPI document; do not edit."""

from dataclasses import dataclass, field
from typing import List, Optional

import httpx

from .._runtime.errors import text_of
from .._runtime.models import BaseModel
from .shoperror import ShopError


class FailureData(BaseModel):
    message: str
    details: Optional[List[str]] = None


@dataclass(init=False, repr=False, eq=False)
class Failure(ShopError):
    data: FailureData = field(hash=False)

    def __init__(
        self,
        data: FailureData,
        raw_response: httpx.Response,
        body: Optional[str] = None,
    ) -> None:
        content = text_of(raw_response) if body is None else body
        super().__init__(data.message or content, raw_response, content)
        self.data = data
