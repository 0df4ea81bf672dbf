"""Generated from the OpenAPI document; do not edit."""

from dataclasses import dataclass, field
from typing import Optional

import httpx

from .._runtime.errors import text_of
from .._runtime.models import BaseModel
from .petserror import PetsError


class NotFoundErrorData(BaseModel):
    """Not there"""

    message: Optional[str] = None


@dataclass(init=False, repr=False, eq=False)
class NotFoundError(PetsError):
    """Not there"""

    data: NotFoundErrorData = field(hash=False)

    def __init__(
        self,
        data: NotFoundErrorData,
        raw_response: httpx.Response,
        body: Optional[str] = None,
    ) -> None:
        content = text_of(raw_response) if body is None else body
        super().__init__(data.message or content, raw_response, content)
        self.data = data
