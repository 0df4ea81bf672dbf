"""Class.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from typing import Mapping, Optional, Union

from . import models, utils
from ._runtime.nullable import OptionalNullable
from ._runtime.operation import Body, Operation, Parameter, Reply
from ._runtime.unset import UNSET
from .basesdk import BaseSDK

_IMPORT: Operation[None] = Operation(
    id="import",
    method="POST",
    path="/class",
    parameters=(
        Parameter(name="from", argument="from_"),
        Parameter(name="self", argument="self_"),
        Parameter(name="server_url", argument="server_url_", location="header"),
    ),
    body=Body(argument="body", type=lambda: models.ImportRequestBody),
    replies=(Reply(status="204", media_type="", decoder="none"),),
    accept="*/*",
)


class Class(BaseSDK):
    """Class"""

    def import_(
        self,
        *,
        from_: Optional[str] = None,
        self_: Optional[str] = None,
        server_url_: Optional[str] = None,
        body: Optional[
            Union[models.ImportRequestBody, models.ImportRequestBodyTypedDict]
        ] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param from_:
        :param self_:
        :param server_url_:
        :param body:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _IMPORT,
            {"from_": from_, "self_": self_, "server_url_": server_url_, "body": body},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def import_async(
        self,
        *,
        from_: Optional[str] = None,
        self_: Optional[str] = None,
        server_url_: Optional[str] = None,
        body: Optional[
            Union[models.ImportRequestBody, models.ImportRequestBodyTypedDict]
        ] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param from_:
        :param self_:
        :param server_url_:
        :param body:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _IMPORT,
            {"from_": from_, "self_": self_, "server_url_": server_url_, "body": body},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
