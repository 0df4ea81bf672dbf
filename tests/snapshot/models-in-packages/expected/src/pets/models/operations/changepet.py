"""Generated from the OpenAPI document; do not edit."""

from enum import Enum
from typing import List, Optional

from typing_extensions import NotRequired, TypedDict

from ..._runtime.models import BaseModel
from ..components import pet as components_pet


class Sort(str, Enum):
    UP = "up"
    DOWN = "down"


class ChangePetRequestTypedDict(TypedDict):
    id: str
    sort: NotRequired[Sort]
    request_body: NotRequired[List[components_pet.PetTypedDict]]


class ChangePetRequest(BaseModel):
    id: str
    sort: Optional[Sort] = None
    request_body: Optional[List[components_pet.Pet]] = None


class PetTypedDict(TypedDict):
    name: NotRequired[str]


class Pet(BaseModel):
    name: Optional[str] = None


class ChangePetResponseTypedDict(TypedDict):
    """The pet as it was, and what it is now"""

    pet: NotRequired[PetTypedDict]
    was: NotRequired[components_pet.PetTypedDict]


class ChangePetResponse(BaseModel):
    """The pet as it was, and what it is now"""

    pet: Optional[Pet] = None
    was: Optional[components_pet.Pet] = None
