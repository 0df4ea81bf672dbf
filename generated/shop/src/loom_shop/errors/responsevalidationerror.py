"""Generated from the OpenAPI document; do not edit."""

from dataclasses import dataclass

from .shoperror import ShopError


@dataclass(init=False, repr=False, eq=False)
class ResponseValidationError(ShopError):
    """The error of a reply that is not what the document says."""
