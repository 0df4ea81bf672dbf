"""Generated from the OpenAPI document; do not edit."""

from typing_extensions import TypedDict

from .._runtime.models import BaseModel


class LineTypedDict(TypedDict):
    sku: str
    quantity: int


class Line(BaseModel):
    sku: str
    quantity: int
