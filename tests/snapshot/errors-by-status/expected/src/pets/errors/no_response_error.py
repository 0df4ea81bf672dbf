"""Generated from the OpenAPI document; do not edit."""

from dataclasses import dataclass

from .petserror import PetsError


@dataclass(init=False, repr=False, eq=False)
class NoResponseError(PetsError):
    """The error of a call that got no reply."""

    message: str
