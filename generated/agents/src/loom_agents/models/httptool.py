"""Generated from the OpenAPI document; do not edit."""

from typing import Dict, Literal, Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel


class HTTPToolTypedDict(TypedDict):
    type: Literal["http"]
    url: str
    headers: NotRequired[Dict[str, str]]


class HTTPTool(BaseModel):
    TYPE: Annotated[Literal["http"], pydantic.Field(alias="type")] = "http"
    url: str
    headers: Optional[Dict[str, str]] = None
