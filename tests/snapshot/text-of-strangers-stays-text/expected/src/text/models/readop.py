"""Generated from the OpenAPI document; do not edit."""

from typing import Literal, Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel

AB = Literal["'); import os; ('", "\\"]


class ReadRequestTypedDict(TypedDict):
    a_b: NotRequired[AB]
    """| a | b |
    # heading
    ```
    code
    """


class ReadRequest(BaseModel):
    a_b: Annotated[Optional[AB], pydantic.Field(alias='a"b')] = "'); import os; ('"
    """| a | b |
    # heading
    ```
    code
    """
