"""Generated from the OpenAPI document; do not edit."""

from dataclasses import dataclass

from .petserror import PetsError


@dataclass(init=False, repr=False, eq=False)
class ResponseValidationError(PetsError):
    """The error of a reply that is not what the document says."""
