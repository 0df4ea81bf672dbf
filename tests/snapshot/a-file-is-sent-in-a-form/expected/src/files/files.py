"""Files.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from typing import Mapping, Optional, Union

import httpx

from . import models, utils
from ._runtime.nullable import OptionalNullable
from ._runtime.operation import Body, Operation, Part, Reply
from ._runtime.unset import UNSET
from .basesdk import BaseSDK

_UPLOAD: Operation[httpx.Response] = Operation(
    id="upload",
    method="POST",
    path="/files",
    body=Body(
        media_type="multipart/form-data",
        codec="multipart",
        fields=(("file", "file"), ("note", "note")),
        type=lambda: models.UploadRequest,
        required=True,
        parts=(Part(name="file", file=True),),
    ),
    replies=(Reply(media_type="application/octet-stream", decoder="stream"),),
    accept="application/octet-stream",
)


class Files(BaseSDK):
    """Files"""

    def upload(
        self,
        *,
        file: Union[models.File, models.FileTypedDict],
        note: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> httpx.Response:
        """:param file:
        :param note:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _UPLOAD,
            {"file": file, "note": note},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def upload_async(
        self,
        *,
        file: Union[models.File, models.FileTypedDict],
        note: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> httpx.Response:
        """:param file:
        :param note:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _UPLOAD,
            {"file": file, "note": note},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
