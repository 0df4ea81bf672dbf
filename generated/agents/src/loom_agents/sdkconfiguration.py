"""What all operations share.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from ._runtime.configuration import SDKConfiguration
from ._runtime.errors import ErrorClasses
from ._runtime.operation import Api, Retries, Scheme, Server
from ._version import __user_agent__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ._hooks.types import Hooks

__all__ = ["API", "SDKConfiguration", "SERVERS"]

SERVERS: list[str] = [
    "https://{region}.agents.example.com/v1",
    "https://sandbox.agents.example.com/v1",
]
"""The URLs of the servers, in the order of `server_idx`."""


def _error_classes() -> ErrorClasses:
    from . import errors

    return ErrorClasses(
        base=errors.AgentsError,
        default=errors.AgentsDefaultError,
        validation=errors.ResponseValidationError,
        no_response=errors.NoResponseError,
    )


def _hooks() -> Callable[[Hooks], None]:
    from ._hooks.registration import init_hooks

    return init_hooks


def _security_model() -> Any:
    from . import models

    return models.Security


API = Api(
    user_agent=__user_agent__,
    errors=_error_classes,
    servers=(
        Server(
            url="https://{region}.agents.example.com/v1",
            variables=(("region", "eu"),),
        ),
        Server(url="https://sandbox.agents.example.com/v1"),
    ),
    schemes=(
        Scheme(
            key="apiKey",
            kind="bearer",
            fields=(("value", "api_key"),),
            env=(("value", "AGENTS_API_KEY"),),
        ),
    ),
    security=((("apiKey", ()),),),
    security_model=_security_model,
    env_prefix="AGENTS",
    global_env=(("x_workspace", "AGENTS_X_WORKSPACE"), ("x_trace", "AGENTS_X_TRACE")),
    retries=Retries(
        strategy="backoff",
        statuses=("429", "5XX"),
        connection_errors=True,
        initial_interval=200,
        max_interval=5000,
        exponent=1.5,
        max_elapsed_time=60000,
    ),
    hooks=_hooks,
)
"""What the runtime knows of the API beside its operations."""
