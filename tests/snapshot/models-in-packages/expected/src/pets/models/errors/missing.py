"""Generated from the OpenAPI document; do not edit."""

from dataclasses import dataclass, field
from typing import Optional

import httpx

from ..._runtime.errors import text_of
from ..._runtime.models import BaseModel
from ..components import pet as components_pet
from .petserror import PetsError


class MissingData(BaseModel):
    like: Optional[components_pet.Pet] = None
    message: Optional[str] = None


@dataclass(init=False, repr=False, eq=False)
class Missing(PetsError):
    data: MissingData = field(hash=False)

    def __init__(
        self,
        data: MissingData,
        raw_response: httpx.Response,
        body: Optional[str] = None,
    ) -> None:
        content = text_of(raw_response) if body is None else body
        super().__init__(data.message or content, raw_response, content)
        self.data = data
