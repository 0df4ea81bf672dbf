"""System.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from typing import Mapping, Optional

from . import utils
from ._runtime.nullable import OptionalNullable
from ._runtime.operation import Operation, Reply
from ._runtime.unset import UNSET
from .basesdk import BaseSDK

_HEALTH: Operation[str] = Operation(
    id="health",
    method="GET",
    path="/health",
    replies=(Reply(media_type="text/plain", decoder="text"),),
    accept="text/plain",
    security=(),
)


class System(BaseSDK):
    """System"""

    def health(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> str:
        """Say whether the service is up

        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _HEALTH,
            {},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def health_async(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> str:
        """Say whether the service is up

        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _HEALTH,
            {},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
