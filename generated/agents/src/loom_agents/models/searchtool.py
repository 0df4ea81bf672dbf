"""Generated from the OpenAPI document; do not edit."""

from typing import Literal, Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel


class SearchToolTypedDict(TypedDict):
    type: Literal["search"]
    index: str
    limit: NotRequired[int]


class SearchTool(BaseModel):
    TYPE: Annotated[Literal["search"], pydantic.Field(alias="type")] = "search"
    index: str
    limit: Optional[int] = 5
