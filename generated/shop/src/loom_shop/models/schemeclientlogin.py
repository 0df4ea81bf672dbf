"""Generated from the OpenAPI document; do not edit."""

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel


class SchemeClientLoginTypedDict(TypedDict):
    client_id: str
    client_secret: str
    token_url: NotRequired[str]


class SchemeClientLogin(BaseModel, secret=True):
    client_id: str
    client_secret: str
    token_url: str = "/oauth/token"
