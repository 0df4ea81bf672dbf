"""Generated from the OpenAPI document; do not edit."""

from typing import Union

import pydantic
from typing_extensions import Annotated, TypedDict

from .._runtime.models import BaseModel
from .failure import Failure, FailureTypedDict
from .product import (
    ProductInput,
    ProductInputTypedDict,
    ProductOutput,
    ProductOutputTypedDict,
)


class ReplaceProductRequestTypedDict(TypedDict):
    sku_param: str
    """The product's number."""
    body: ProductInputTypedDict


class ReplaceProductRequest(BaseModel):
    sku_param: Annotated[str, pydantic.Field(alias="sku")]
    """The product's number."""
    body: ProductInput


ReplaceProductResponseTypedDict = Union[FailureTypedDict, ProductOutputTypedDict]

ReplaceProductResponse = Union[Failure, ProductOutput]
