"""What all operations share.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from ._runtime.configuration import SDKConfiguration
from ._runtime.errors import ErrorClasses
from ._runtime.operation import Api, Server
from ._version import __user_agent__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ._hooks.types import Hooks

__all__ = ["API", "SDKConfiguration", "SERVERS"]

SERVERS: list[str] = ["https://pets.example"]
"""The URLs of the servers, in the order of `server_idx`."""


def _error_classes() -> ErrorClasses:
    from .models import errors

    return ErrorClasses(
        base=errors.PetsError,
        default=errors.SDKError,
        validation=errors.ResponseValidationError,
        no_response=errors.NoResponseError,
    )


def _hooks() -> Callable[[Hooks], None]:
    from ._hooks.registration import init_hooks

    return init_hooks


API = Api(
    user_agent=__user_agent__,
    errors=_error_classes,
    servers=(Server(url="https://pets.example"),),
    hooks=_hooks,
)
"""What the runtime knows of the API beside its operations."""
