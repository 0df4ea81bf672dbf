"""Pets.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from typing import Mapping, Optional

from . import utils
from ._runtime.nullable import OptionalNullable
from ._runtime.operation import Operation, Parameter, Reply
from ._runtime.unset import UNSET
from .basesdk import BaseSDK

_SHOW_PET: Operation[None] = Operation(
    id="showPet",
    method="GET",
    path="/pets/{pet_id}",
    parameters=(
        Parameter(name="pet_id", location="path"),
        Parameter(name="depth"),
        Parameter(name="X-Trace", argument="x_trace", location="header"),
    ),
    replies=(Reply(status="204", media_type="", decoder="none"),),
    accept="*/*",
)


class Pets(BaseSDK):
    """Pets"""

    def show_pet(
        self,
        *,
        pet_id: str,
        depth: Optional[int] = 1,
        x_trace: Optional[bool] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Show one pet

        :param pet_id:
        :param depth: How much
        :param x_trace:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _SHOW_PET,
            {"pet_id": pet_id, "depth": depth, "x_trace": x_trace},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def show_pet_async(
        self,
        *,
        pet_id: str,
        depth: Optional[int] = 1,
        x_trace: Optional[bool] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Show one pet

        :param pet_id:
        :param depth: How much
        :param x_trace:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _SHOW_PET,
            {"pet_id": pet_id, "depth": depth, "x_trace": x_trace},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
