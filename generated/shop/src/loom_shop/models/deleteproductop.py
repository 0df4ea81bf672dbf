"""Generated from the OpenAPI document; do not edit."""

from typing_extensions import TypedDict

from .._runtime.models import BaseModel


class DeleteProductRequestTypedDict(TypedDict):
    sku: str
    """The product's number."""


class DeleteProductRequest(BaseModel):
    sku: str
    """The product's number."""
