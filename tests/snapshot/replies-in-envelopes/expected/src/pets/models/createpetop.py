"""Generated from the OpenAPI document; do not edit."""

from typing import Dict, List, Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel
from .httpmetadata import HTTPMetadata, HTTPMetadataTypedDict
from .pet import Pet, PetTypedDict


class CreatePetResponseTypedDict(TypedDict):
    http_meta: HTTPMetadataTypedDict
    headers: Dict[str, List[str]]
    pet: NotRequired[PetTypedDict]
    """The pet"""


class CreatePetResponse(BaseModel):
    http_meta: Annotated[HTTPMetadata, pydantic.Field(exclude=True)]
    headers: Dict[str, List[str]]
    pet: Optional[Pet] = None
    """The pet"""
