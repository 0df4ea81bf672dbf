"""Generated from the OpenAPI document; do not edit."""

import io
from typing import IO, Optional, Union

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel


class FileTypedDict(TypedDict):
    file_name: str
    content: Union[bytes, IO[bytes], io.IOBase]
    content_type: NotRequired[str]


class File(BaseModel):
    file_name: Annotated[str, pydantic.Field(alias="fileName")]
    content: Union[bytes, IO[bytes], io.IOBase]
    content_type: Annotated[Optional[str], pydantic.Field(alias="Content-Type")] = None


class UploadRequestTypedDict(TypedDict):
    file: FileTypedDict
    note: NotRequired[str]


class UploadRequest(BaseModel):
    file: File
    note: Optional[str] = None
