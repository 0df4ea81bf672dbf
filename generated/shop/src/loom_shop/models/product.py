"""Generated from the OpenAPI document; do not edit."""

from enum import Enum
from typing import Dict, Optional, Union

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel, Nullable, OptionalNullable, UNSET
from .._runtime.openenums import OpenEnumMeta
from .category import Category, CategoryTypedDict
from .money import Money, MoneyTypedDict


class Colour(str, Enum, metaclass=OpenEnumMeta):
    RED = "red"
    GREEN = "green"
    BLUE = "blue"


AttributesTypedDict = Union[str, float]

Attributes = Union[str, float]


class ProductInputTypedDict(TypedDict):
    sku: str
    name: str
    price: MoneyTypedDict
    internal_note: NotRequired[str]
    weight: NotRequired[Nullable[float]]
    colour: NotRequired[Nullable[Colour]]
    attributes: NotRequired[Dict[str, AttributesTypedDict]]
    category: NotRequired[CategoryTypedDict]
    old_sku: NotRequired[str]
    """Deprecated: This will be removed in a future release, please migrate away from it as
    soon as possible.
    """


class ProductInput(BaseModel):
    sku: str
    name: str
    price: Money
    internal_note: Optional[str] = None
    weight: OptionalNullable[float] = UNSET
    colour: OptionalNullable[Colour] = UNSET
    attributes: Optional[Dict[str, Attributes]] = None
    category: Optional[Category] = None
    old_sku: Annotated[
        Optional[str],
        pydantic.Field(
            deprecated="Deprecated: This will be removed in a future release, please migrate away from it as soon as possible.",
        ),
    ] = None
    """Deprecated: This will be removed in a future release, please migrate away from it as
    soon as possible.
    """


class ProductOutputTypedDict(TypedDict):
    id: NotRequired[str]
    sku: str
    name: str
    price: MoneyTypedDict
    weight: NotRequired[Nullable[float]]
    colour: NotRequired[Nullable[Colour]]
    attributes: NotRequired[Dict[str, AttributesTypedDict]]
    category: NotRequired[CategoryTypedDict]
    old_sku: NotRequired[str]
    """Deprecated: This will be removed in a future release, please migrate away from it as
    soon as possible.
    """


class ProductOutput(BaseModel):
    id: Optional[str] = None
    sku: str
    name: str
    price: Money
    weight: OptionalNullable[float] = UNSET
    colour: OptionalNullable[Colour] = UNSET
    attributes: Optional[Dict[str, Attributes]] = None
    category: Optional[Category] = None
    old_sku: Annotated[
        Optional[str],
        pydantic.Field(
            deprecated="Deprecated: This will be removed in a future release, please migrate away from it as soon as possible.",
        ),
    ] = None
    """Deprecated: This will be removed in a future release, please migrate away from it as
    soon as possible.
    """
