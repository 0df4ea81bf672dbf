"""Generated from the OpenAPI document; do not edit."""

from typing_extensions import TypedDict

from .._runtime.models import BaseModel


class InvalidRequestProblemTypedDict(TypedDict):
    pointer: str
    reason: str


class InvalidRequestProblem(BaseModel):
    pointer: str
    reason: str
