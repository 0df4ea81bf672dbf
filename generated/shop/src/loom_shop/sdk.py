"""The client.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from ._runtime.rootsdk import RootSDK
from ._runtime.unset import UNSET
from .sdkconfiguration import API

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Dict, Optional, Union
    from . import models
    from ._runtime.nullable import OptionalNullable
    from .httpclient import AsyncHttpClient, HttpClient
    from .utils import Logger, RetryConfig
    from .customers import Customers
    from .files import Files
    from .orders import Orders
    from .products import Products


class Shop(RootSDK):
    """Products, customers and orders of a shop."""

    products: Products
    files: Files
    orders: Orders
    customers: Customers

    _sub_sdk_map = {
        "products": (".products", "Products"),
        "files": (".files", "Files"),
        "orders": (".orders", "Orders"),
        "customers": (".customers", "Customers"),
    }

    def __init__(
        self,
        security: Optional[
            Union[models.Security, Callable[[], models.Security]]
        ] = None,
        server: Optional[str] = None,
        url_params: Optional[Dict[str, str]] = None,
        server_url: Optional[str] = None,
        client: Optional[HttpClient] = None,
        async_client: Optional[AsyncHttpClient] = None,
        retry_config: OptionalNullable[RetryConfig] = UNSET,
        timeout_ms: Optional[int] = None,
        debug_logger: Optional[Logger] = None,
    ) -> None:
        """Make a client.

        :param security: The credentials, or a function that returns them.
        :param server: The server to call, by name.
        :param url_params: Values for the variables of the server's URL.
        :param server_url: The URL of the server to call, instead of the document's.
        :param client: The http client for sync methods.
        :param async_client: The http client for async ones.
        :param retry_config: How to retry calls, instead of what the document says.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param debug_logger: Is told of every request and reply, without secrets.
        """
        self._open(
            API,
            security=security,
            server=server,
            url_params=url_params,
            server_url=server_url,
            client=client,
            async_client=async_client,
            retry_config=retry_config,
            timeout_ms=timeout_ms,
            debug_logger=debug_logger,
        )
