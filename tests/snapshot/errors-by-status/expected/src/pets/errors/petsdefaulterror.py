"""Generated from the OpenAPI document; do not edit."""

from dataclasses import dataclass

from .petserror import PetsError


@dataclass(init=False, repr=False, eq=False)
class PetsDefaultError(PetsError):
    """The error of a reply that the document does not describe."""
