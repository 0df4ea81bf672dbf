"""Generated from the OpenAPI document; do not edit."""

from typing import Optional

from typing_extensions import NotRequired, TypedDict

from ..._runtime.models import BaseModel


class PetTypedDict(TypedDict):
    name: NotRequired[str]


class Pet(BaseModel):
    name: Optional[str] = None
