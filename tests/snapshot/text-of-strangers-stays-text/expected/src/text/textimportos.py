"""TextImportOs.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from typing import Mapping, Optional

from . import models, utils
from ._runtime.nullable import OptionalNullable
from ._runtime.operation import Operation, Parameter, Reply
from ._runtime.unset import UNSET
from .basesdk import BaseSDK

_READ: Operation[None] = Operation(
    id="read",
    method="GET",
    path="/text",
    parameters=(Parameter(name='a"b', argument="a_b"),),
    replies=(Reply(status="204", media_type="", decoder="none"),),
    accept="*/*",
)


class TextImportOs(BaseSDK):
    """TextImportOs"""

    def read(
        self,
        *,
        a_b: Optional[models.AB] = "'); import os; ('",
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """\"\"\" + open('x') {{ 7 * 7 }} <script>

        ends with a backslash \\

        :param a_b: | a | b |
        # heading
        ```
        code
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of the same name.
        """
        return self._call(
            _READ,
            {"a_b": a_b},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def read_async(
        self,
        *,
        a_b: Optional[models.AB] = "'); import os; ('",
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """\"\"\" + open('x') {{ 7 * 7 }} <script>

        ends with a backslash \\

        :param a_b: | a | b |
        # heading
        ```
        code
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of the same name.
        """
        return await self._call_async(
            _READ,
            {"a_b": a_b},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
