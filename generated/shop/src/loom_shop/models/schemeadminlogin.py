"""Generated from the OpenAPI document; do not edit."""

from typing_extensions import TypedDict

from .._runtime.models import BaseModel


class SchemeAdminLoginTypedDict(TypedDict):
    username: str
    password: str


class SchemeAdminLogin(BaseModel, secret=True):
    username: str
    password: str
