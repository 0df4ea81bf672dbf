"""Generated from the OpenAPI document; do not edit."""

from typing import Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel


class PictureDetailsTypedDict(TypedDict):
    width: NotRequired[int]
    height: NotRequired[int]


class PictureDetails(BaseModel):
    width: Optional[int] = None
    height: Optional[int] = None
