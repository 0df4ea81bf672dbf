"""Generated from the OpenAPI document; do not edit."""

from typing_extensions import TypedDict

from .._runtime.models import BaseModel


class OrderShippedTypedDict(TypedDict):
    order_id: str
    carrier: str


class OrderShipped(BaseModel):
    order_id: str
    carrier: str
