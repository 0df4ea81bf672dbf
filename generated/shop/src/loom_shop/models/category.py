"""Generated from the OpenAPI document; do not edit."""

from typing import List, Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel


class CategoryTypedDict(TypedDict):
    name: str
    parent: NotRequired["CategoryTypedDict"]
    children: NotRequired[List["CategoryTypedDict"]]


class Category(BaseModel):
    name: str
    parent: Optional["Category"] = None
    children: Optional[List["Category"]] = None
