"""Generated from the OpenAPI document; do not edit."""

from datetime import datetime
from typing import Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel


class ReviewTypedDict(TypedDict):
    review_id: str
    until: NotRequired[datetime]


class Review(BaseModel):
    review_id: str
    until: Optional[datetime] = None
