"""Generated from the OpenAPI document; do not edit."""

import io
from typing import IO, Union

from typing_extensions import TypedDict

from .._runtime.models import BaseModel


class ReplacePictureRequestTypedDict(TypedDict):
    picture_id: int
    body: Union[bytes, IO[bytes], io.IOBase]


class ReplacePictureRequest(BaseModel):
    picture_id: int
    body: Union[bytes, IO[bytes], io.IOBase]
