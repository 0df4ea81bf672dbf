"""Generated from the OpenAPI document; do not edit."""

from typing_extensions import TypedDict

from .._runtime.models import BaseModel


class DownloadPictureRequestTypedDict(TypedDict):
    picture_id: int


class DownloadPictureRequest(BaseModel):
    picture_id: int
