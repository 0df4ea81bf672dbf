"""Generated from the OpenAPI document; do not edit."""

from typing import List, Optional

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import BaseModel


class RegisterCustomerSecurityTypedDict(TypedDict):
    username: str
    password: str


class RegisterCustomerSecurity(BaseModel, secret=True):
    username: str
    password: str


class RegisterCustomerRequestTypedDict(TypedDict):
    email: str
    name: str
    newsletters: NotRequired[List[str]]


class RegisterCustomerRequest(BaseModel):
    email: str
    name: str
    newsletters: Optional[List[str]] = None
