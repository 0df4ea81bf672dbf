"""Generated from the OpenAPI document; do not edit."""

from typing_extensions import TypedDict

from .._runtime.models import BaseModel


class GetOrderRequestTypedDict(TypedDict):
    order_id: str


class GetOrderRequest(BaseModel):
    order_id: str
