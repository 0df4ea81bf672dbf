"""Pets.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from typing import Mapping, Optional

from . import errors, utils
from ._runtime.nullable import OptionalNullable
from ._runtime.operation import ErrorReply, Operation, Parameter, Reply
from ._runtime.unset import UNSET
from .basesdk import BaseSDK

_ERROR_404 = ErrorReply(
    status="404",
    error=lambda: errors.MissingError,
    data=lambda: errors.MissingErrorData,
)
_ERROR_4_XX = ErrorReply(
    status="4XX",
    media_type="application/problem+json",
    error=lambda: errors.Problem,
    data=lambda: errors.ProblemData,
)

_REMOVE_PET: Operation[None] = Operation(
    id="removePet",
    method="DELETE",
    path="/pets/{pet_id}",
    parameters=(Parameter(name="pet_id", location="path"),),
    replies=(Reply(status="204", media_type="", decoder="none"),),
    errors=(_ERROR_404, _ERROR_4_XX),
    accept="*/*",
)


class Pets(BaseSDK):
    """Pets"""

    def remove_pet(
        self,
        *,
        pet_id: int,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param pet_id:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _REMOVE_PET,
            {"pet_id": pet_id},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def remove_pet_async(
        self,
        *,
        pet_id: int,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """:param pet_id:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _REMOVE_PET,
            {"pet_id": pet_id},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
