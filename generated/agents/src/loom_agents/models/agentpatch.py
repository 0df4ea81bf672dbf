"""Generated from the OpenAPI document; do not edit."""

from typing import Dict, Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel, Nullable, OptionalNullable, UNSET


class AgentPatchTypedDict(TypedDict):
    name: NotRequired[str]
    instructions: NotRequired[Nullable[str]]
    labels: NotRequired[Nullable[Dict[str, str]]]


class AgentPatch(BaseModel):
    name: Optional[str] = None
    instructions: OptionalNullable[str] = UNSET
    labels: OptionalNullable[Dict[str, str]] = UNSET
