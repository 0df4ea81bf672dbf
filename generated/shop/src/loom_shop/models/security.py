"""Generated from the OpenAPI document; do not edit."""

from typing import Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel
from .schemeclientlogin import SchemeClientLogin, SchemeClientLoginTypedDict


class SecurityTypedDict(TypedDict):
    shop_key: NotRequired[str]
    client_login: NotRequired[SchemeClientLoginTypedDict]


class Security(BaseModel, secret=True):
    shop_key: Optional[str] = None
    client_login: Optional[SchemeClientLogin] = None
