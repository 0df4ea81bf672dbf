"""Generated from the OpenAPI document; do not edit."""

from typing import Dict, List, Optional, Union

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel

MetadataTypedDict = Union[str, float, bool]

Metadata = Union[str, float, bool]


class MemoryDocumentTypedDict(TypedDict):
    id: str
    text: str
    metadata: NotRequired[Dict[str, MetadataTypedDict]]
    embedding: NotRequired[List[float]]
    expires_in: NotRequired[str]


class MemoryDocument(BaseModel):
    id: str
    text: str
    metadata: Optional[Dict[str, Metadata]] = None
    embedding: Optional[List[float]] = None
    expires_in: Optional[str] = None
