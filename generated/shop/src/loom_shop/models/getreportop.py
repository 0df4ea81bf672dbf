"""Generated from the OpenAPI document; do not edit."""

from enum import Enum

import pydantic
from typing_extensions import Annotated, TypedDict

from .._runtime.models import BaseModel


class Format(str, Enum):
    SHORT = "short"
    LONG = "long"


class GetReportRequestTypedDict(TypedDict):
    year: int
    format_: Format


class GetReportRequest(BaseModel):
    year: int
    format_: Annotated[Format, pydantic.Field(alias="format")]
