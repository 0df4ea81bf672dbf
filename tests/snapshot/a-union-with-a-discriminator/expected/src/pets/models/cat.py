"""Generated from the OpenAPI document; do not edit."""

from typing import Literal, Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel


class CatTypedDict(TypedDict):
    kind: Literal["cat"]
    lives: NotRequired[int]


class Cat(BaseModel):
    kind: Annotated[Literal["cat"], pydantic.Field(alias="kind")] = "cat"
    lives: Optional[int] = None
