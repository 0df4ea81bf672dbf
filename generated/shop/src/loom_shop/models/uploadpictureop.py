"""Generated from the OpenAPI document; do not edit."""

import io
from typing import IO, List, Optional, Union

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel
from .picturedetails import PictureDetails, PictureDetailsTypedDict


class FileTypedDict(TypedDict):
    file_name: str
    content: Union[bytes, IO[bytes], io.IOBase]
    content_type: NotRequired[str]


class File(BaseModel):
    file_name: Annotated[str, pydantic.Field(alias="fileName")]
    content: Union[bytes, IO[bytes], io.IOBase]
    content_type: Annotated[Optional[str], pydantic.Field(alias="Content-Type")] = None


class MoreTypedDict(TypedDict):
    file_name: str
    content: Union[bytes, IO[bytes], io.IOBase]
    content_type: NotRequired[str]


class More(BaseModel):
    file_name: Annotated[str, pydantic.Field(alias="fileName")]
    content: Union[bytes, IO[bytes], io.IOBase]
    content_type: Annotated[Optional[str], pydantic.Field(alias="Content-Type")] = None


class UploadPictureRequestBodyTypedDict(TypedDict):
    file: FileTypedDict
    more: NotRequired[List[MoreTypedDict]]
    caption: NotRequired[str]
    details: NotRequired[PictureDetailsTypedDict]


class UploadPictureRequestBody(BaseModel):
    file: File
    more: Optional[List[More]] = None
    caption: Optional[str] = None
    details: Optional[PictureDetails] = None


class UploadPictureRequestTypedDict(TypedDict):
    sku: str
    body: UploadPictureRequestBodyTypedDict


class UploadPictureRequest(BaseModel):
    sku: str
    body: UploadPictureRequestBody
