"""Generated from the OpenAPI document; do not edit."""

from typing import List, Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel


class FailureTypedDict(TypedDict):
    message: str
    details: NotRequired[List[str]]


class Failure(BaseModel):
    message: str
    details: Optional[List[str]] = None
