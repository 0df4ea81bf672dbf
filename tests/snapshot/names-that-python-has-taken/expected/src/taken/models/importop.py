"""Generated from the OpenAPI document; do not edit."""

from typing import Optional

import pydantic
from typing_extensions import Annotated, NotRequired, TypedDict

from .._runtime.models import BaseModel


class ImportRequestBodyTypedDict(TypedDict):
    from_: NotRequired[str]
    model_config_: NotRequired[str]
    onest: NotRequired[int]
    json_: NotRequired[bool]


class ImportRequestBody(BaseModel):
    from_: Annotated[Optional[str], pydantic.Field(alias="from")] = None
    model_config_: Annotated[Optional[str], pydantic.Field(alias="model_config")] = None
    onest: Annotated[Optional[int], pydantic.Field(alias="1st")] = None
    json_: Annotated[Optional[bool], pydantic.Field(alias="json")] = None


class ImportRequestTypedDict(TypedDict):
    from_: NotRequired[str]
    self: NotRequired[str]
    server_url: NotRequired[str]
    body: NotRequired[ImportRequestBodyTypedDict]


class ImportRequest(BaseModel):
    from_: Annotated[Optional[str], pydantic.Field(alias="from")] = None
    self: Optional[str] = None
    server_url: Optional[str] = None
    body: Optional[ImportRequestBody] = None
