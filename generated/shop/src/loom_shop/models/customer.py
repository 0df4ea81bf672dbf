"""Generated from the OpenAPI document; do not edit."""

from datetime import date
from typing import Any, Dict, Optional

import pydantic
from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel


class CustomerTypedDict(TypedDict):
    id: int
    email: str
    name: NotRequired[str]
    birthday: NotRequired[date]


class Customer(BaseModel):
    id: int
    email: str
    name: Optional[str] = None
    birthday: Optional[date] = None
    __pydantic_extra__: Dict[str, Any] = pydantic.Field(init=False)

    @property
    def additional_properties(self) -> Dict[str, Any]:
        return self.__pydantic_extra__

    @additional_properties.setter
    def additional_properties(self, value: Dict[str, Any]) -> None:
        self.__pydantic_extra__ = value
