"""Generated from the OpenAPI document; do not edit."""

from decimal import Decimal
from typing import Dict, Optional

import pydantic
from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel


class UsageTypedDict(TypedDict):
    input_tokens: int
    output_tokens: int
    cost: NotRequired[Decimal]


class Usage(BaseModel):
    input_tokens: int
    output_tokens: int
    cost: Optional[Decimal] = None
    __pydantic_extra__: Dict[str, int] = pydantic.Field(init=False)

    @property
    def additional_properties(self) -> Dict[str, int]:
        return self.__pydantic_extra__

    @additional_properties.setter
    def additional_properties(self, value: Dict[str, int]) -> None:
        self.__pydantic_extra__ = value
