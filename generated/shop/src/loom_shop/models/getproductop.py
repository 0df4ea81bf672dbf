"""Generated from the OpenAPI document; do not edit."""

from typing import List, Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel
from .currency import Currency


class GetProductRequestTypedDict(TypedDict):
    sku: str
    """The product's number."""
    currency: NotRequired[Currency]
    accept_language: NotRequired[List[str]]


class GetProductRequest(BaseModel):
    sku: str
    """The product's number."""
    currency: Optional[Currency] = None
    accept_language: Annotated[
        Optional[List[str]], pydantic.Field(alias="Accept-Language")
    ] = None
