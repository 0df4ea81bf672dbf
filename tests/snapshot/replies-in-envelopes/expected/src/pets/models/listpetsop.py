"""Generated from the OpenAPI document; do not edit."""

from typing import List, Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel
from .httpmetadata import HTTPMetadata, HTTPMetadataTypedDict
from .pet import Pet, PetTypedDict


class ListPetsResponseTypedDict(TypedDict):
    http_meta: HTTPMetadataTypedDict
    pets: NotRequired[List[PetTypedDict]]
    """All pets"""


class ListPetsResponse(BaseModel):
    http_meta: Annotated[HTTPMetadata, pydantic.Field(exclude=True)]
    pets: Optional[List[Pet]] = None
    """All pets"""
