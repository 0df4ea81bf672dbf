"""Generated from the OpenAPI document; do not edit."""

from typing import Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel
from .schemeadminlogin import SchemeAdminLogin, SchemeAdminLoginTypedDict


class SetNoteRequestTypedDict(TypedDict):
    customer_id: int
    body: NotRequired[str]


class SetNoteRequest(BaseModel):
    customer_id: int
    body: Optional[str] = None


class SetNoteSecurityTypedDict(TypedDict):
    admin_login: SchemeAdminLoginTypedDict
    shop_key: str


class SetNoteSecurity(BaseModel, secret=True):
    admin_login: SchemeAdminLogin
    shop_key: str
