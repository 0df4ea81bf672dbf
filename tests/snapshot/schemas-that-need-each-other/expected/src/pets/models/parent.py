"""Generated from the OpenAPI document; do not edit."""

from typing import List, Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel


class ParentTypedDict(TypedDict):
    children: NotRequired[List["ChildTypedDict"]]


class Parent(BaseModel):
    children: Optional[List["Child"]] = None


from .child import Child, ChildTypedDict
