"""Notes.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

import io
from typing import IO, Mapping, Optional, Union

from . import models, utils
from ._runtime.nullable import OptionalNullable
from ._runtime.operation import Body, Operation, Reply
from ._runtime.unset import UNSET
from .basesdk import BaseSDK

_CREATE: Operation[None] = Operation(
    id="create",
    method="POST",
    path="/notes",
    body=Body(
        fields=(("text", "text"),),
        type=lambda: models.Note,
        required=True,
        others=(
            Body(
                media_type="application/x-www-form-urlencoded",
                codec="form",
                fields=(("text", "text"),),
                type=lambda: models.Note,
                required=True,
            ),
        ),
    ),
    replies=(Reply(status="204", media_type="", decoder="none"),),
    accept="*/*",
)

_CREATE_AS_BYTES: Operation[None] = Operation(
    id="create_as_bytes",
    method="POST",
    path="/notes",
    body=Body(
        media_type="application/octet-stream",
        codec="binary",
        argument="request",
        required=True,
    ),
    replies=(Reply(status="204", media_type="", decoder="none"),),
    accept="*/*",
)


class Notes(BaseSDK):
    """Notes"""

    def create(
        self,
        *,
        text: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Sends application/json; or application/x-www-form-urlencoded, if `http_headers`
        has that as `Content-Type`.

        :param text:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _CREATE,
            {"text": text},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def create_as_bytes(
        self,
        *,
        request: Union[bytes, IO[bytes], io.IOBase],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Sends application/octet-stream.

        :param request: The request object to use for the request.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _CREATE_AS_BYTES,
            {"request": request},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def create_async(
        self,
        *,
        text: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Sends application/json; or application/x-www-form-urlencoded, if `http_headers`
        has that as `Content-Type`.

        :param text:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _CREATE,
            {"text": text},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def create_as_bytes_async(
        self,
        *,
        request: Union[bytes, IO[bytes], io.IOBase],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Sends application/octet-stream.

        :param request: The request object to use for the request.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _CREATE_AS_BYTES,
            {"request": request},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
