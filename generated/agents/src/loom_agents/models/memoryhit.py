"""Generated from the OpenAPI document; do not edit."""

from typing_extensions import TypedDict

from .._runtime.models import BaseModel
from .memorydocument import MemoryDocument, MemoryDocumentTypedDict


class MemoryHitTypedDict(TypedDict):
    document: MemoryDocumentTypedDict
    score: float


class MemoryHit(BaseModel):
    document: MemoryDocument
    score: float
