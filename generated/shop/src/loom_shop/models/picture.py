"""Generated from the OpenAPI document; do not edit."""

from typing import Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel


class PictureTypedDict(TypedDict):
    id: int
    url: str
    thumbnail: NotRequired[str]


class Picture(BaseModel):
    id: int
    url: str
    thumbnail: Optional[str] = None
