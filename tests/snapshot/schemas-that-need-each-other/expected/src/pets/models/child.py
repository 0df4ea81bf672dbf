"""Generated from the OpenAPI document; do not edit."""

from typing import Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel


class ChildTypedDict(TypedDict):
    parent: NotRequired["ParentTypedDict"]
    twin: NotRequired["ChildTypedDict"]


class Child(BaseModel):
    parent: Optional["Parent"] = None
    twin: Optional["Child"] = None


from .parent import Parent, ParentTypedDict
