"""Generated from the OpenAPI document; do not edit."""

from typing import Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel
from .product import ProductInput, ProductInputTypedDict


class CreateProductRequestTypedDict(TypedDict):
    idempotency_key: NotRequired[str]
    """The same key twice adds one product."""
    body: ProductInputTypedDict


class CreateProductRequest(BaseModel):
    idempotency_key: Annotated[
        Optional[str], pydantic.Field(alias="Idempotency-Key")
    ] = None
    """The same key twice adds one product."""
    body: ProductInput
