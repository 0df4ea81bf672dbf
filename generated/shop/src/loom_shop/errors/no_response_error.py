"""Generated from the OpenAPI document; do not edit."""

from dataclasses import dataclass

from .shoperror import ShopError


@dataclass(init=False, repr=False, eq=False)
class NoResponseError(ShopError):
    """The error of a call that got no reply."""

    message: str
