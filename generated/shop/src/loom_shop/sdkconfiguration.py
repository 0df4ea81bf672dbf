"""What all operations share.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from ._runtime.configuration import SDKConfiguration
from ._runtime.errors import ErrorClasses
from ._runtime.operation import Api, Scheme, Server
from ._version import __user_agent__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ._hooks.types import Hooks

__all__ = ["API", "SDKConfiguration", "SERVERS"]

SERVERS: list[str] = ["https://api.shop.example.com", "https://test.shop.example.com"]
"""The URLs of the servers, in the order of `server_idx`."""
SERVER_PRODUCTION = "production"
SERVER_TEST = "test"


def _error_classes() -> ErrorClasses:
    from . import errors

    return ErrorClasses(
        base=errors.ShopError,
        default=errors.APIError,
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
        Server(url="https://api.shop.example.com", id="production"),
        Server(url="https://test.shop.example.com", id="test"),
    ),
    schemes=(
        Scheme(
            key="shopKey",
            kind="apiKey",
            name="X-Shop-Key",
            fields=(("value", "shop_key"),),
            env=(("value", "SHOP_SHOP_KEY"),),
        ),
        Scheme(
            key="clientLogin",
            kind="clientCredentials",
            token_url="/oauth/token",
            scopes=("read", "write"),
            fields=(
                ("client_id", "client_login.client_id"),
                ("client_secret", "client_login.client_secret"),
                ("token_url", "client_login.token_url"),
            ),
            env=(
                ("client_id", "SHOP_CLIENT_ID"),
                ("client_secret", "SHOP_CLIENT_SECRET"),
                ("token_url", "SHOP_TOKEN_URL"),
            ),
        ),
        Scheme(
            key="adminLogin",
            kind="basic",
            fields=(("username", "username"), ("password", "password")),
            env=(("username", "SHOP_USERNAME"), ("password", "SHOP_PASSWORD")),
        ),
    ),
    security=((("shopKey", ()),), (("clientLogin", ("read", "write")),)),
    security_model=_security_model,
    env_prefix="SHOP",
    hooks=_hooks,
)
"""What the runtime knows of the API beside its operations."""
