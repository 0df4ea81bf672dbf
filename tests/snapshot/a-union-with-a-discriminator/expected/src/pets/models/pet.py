"""Generated from the OpenAPI document; do not edit."""

from typing import Any, Literal, Union

from typing_extensions import Annotated

from .._runtime.models import BaseModel
from .._runtime.unions import Discriminated
from .cat import Cat, CatTypedDict
from .dog import Dog, DogTypedDict

PetTypedDict = Union[CatTypedDict, DogTypedDict]


class UnknownPet(BaseModel):
    """A member of Pet that this version does not know; `raw` is all of it, as
    received.
    """

    kind: Literal["UNKNOWN"] = "UNKNOWN"
    raw: Any
    is_unknown: Literal[True] = True


Pet = Annotated[
    Union[Cat, Dog, UnknownPet],
    Discriminated("kind", {"cat": Cat, "dog": Dog}, unknown=UnknownPet),
]
