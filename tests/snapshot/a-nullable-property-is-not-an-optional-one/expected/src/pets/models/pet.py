"""Generated from the OpenAPI document; do not edit."""

from typing import Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel, Nullable, OptionalNullable, UNSET


class PetTypedDict(TypedDict):
    name: str
    """What it listens to."""
    owner: Nullable[str]
    age: NotRequired[int]
    chip: NotRequired[Nullable[str]]
    colour: NotRequired[str]


class Pet(BaseModel):
    name: str
    """What it listens to."""
    owner: Nullable[str]
    age: Optional[int] = None
    chip: OptionalNullable[str] = UNSET
    colour: Optional[str] = "black"
