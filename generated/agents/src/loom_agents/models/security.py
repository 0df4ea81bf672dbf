"""Generated from the OpenAPI document; do not edit."""

from typing import Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel


class SecurityTypedDict(TypedDict):
    api_key: NotRequired[str]


class Security(BaseModel, secret=True):
    api_key: Optional[str] = None
