"""Pets.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from typing import Mapping, Optional

from . import models, utils
from ._runtime.nullable import OptionalNullable
from ._runtime.operation import Operation, Parameter, Reply
from ._runtime.unset import UNSET
from .basesdk import BaseSDK

_GET_PET: Operation[models.GetPetResponseBody] = Operation(
    id="getPet",
    method="GET",
    path="/pets/{id}",
    parameters=(Parameter(name="id", location="path"),),
    replies=(Reply(type=lambda: models.GetPetResponseBody),),
)


class Pets(BaseSDK):
    """Pets"""

    @property
    def with_raw_response(self) -> PetsWithRawResponse:
        """The same methods, which return the reply as it came."""
        return PetsWithRawResponse(self)

    @property
    def with_streaming_response(self) -> PetsWithStreamingResponse:
        """The same methods, for `with` blocks in which the reply is read."""
        return PetsWithStreamingResponse(self)

    def get_pet(
        self,
        *,
        id: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.GetPetResponseBody:
        """:param id:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _GET_PET,
            {"id": id},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def get_pet_async(
        self,
        *,
        id: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.GetPetResponseBody:
        """:param id:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _GET_PET,
            {"id": id},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )


class PetsWithRawResponse:
    """The same methods, which return the reply as it came."""

    def __init__(self, group: Pets) -> None:
        from .utils.responses import raw_response, raw_response_async

        self._group = group
        self.get_pet = raw_response(group.get_pet)
        self.get_pet_async = raw_response_async(group.get_pet_async)


class PetsWithStreamingResponse:
    """The same methods, for `with` blocks in which the reply is read."""

    def __init__(self, group: Pets) -> None:
        from .utils.responses import streaming_response, streaming_response_async

        self._group = group
        self.get_pet = streaming_response(group.get_pet)
        self.get_pet_async = streaming_response_async(group.get_pet_async)
