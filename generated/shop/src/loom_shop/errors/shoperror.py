"""Generated from the OpenAPI document; do not edit."""

from dataclasses import dataclass, field

import httpx

from .._runtime.errors import BaseError


@dataclass(init=False, repr=False, eq=False)
class ShopError(BaseError):
    """The base class of everything that a call can raise."""

    message: str
    status_code: int
    body: str
    headers: httpx.Headers = field(hash=False)
    raw_response: httpx.Response = field(hash=False)
