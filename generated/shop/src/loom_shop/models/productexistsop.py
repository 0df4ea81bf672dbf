"""Generated from the OpenAPI document; do not edit."""

from typing_extensions import TypedDict

from .._runtime.models import BaseModel


class ProductExistsRequestTypedDict(TypedDict):
    sku: str
    """The product's number."""


class ProductExistsRequest(BaseModel):
    sku: str
    """The product's number."""
