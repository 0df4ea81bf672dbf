"""Generated from the OpenAPI document; do not edit."""

from typing import List, Literal, Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel


class DogTypedDict(TypedDict):
    kind: Literal["dog"]
    tricks: NotRequired[List[str]]


class Dog(BaseModel):
    kind: Annotated[Literal["dog"], pydantic.Field(alias="kind")] = "dog"
    tricks: Optional[List[str]] = None
