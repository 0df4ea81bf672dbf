"""Pets.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from typing import List, Mapping, Optional

from . import models, utils
from ._runtime.nullable import OptionalNullable
from ._runtime.operation import Operation, Reply, Wrapper
from ._runtime.unset import UNSET
from .basesdk import BaseSDK

_LIST_PETS: Operation[models.ListPetsResponse] = Operation(
    id="listPets",
    method="GET",
    path="/pets",
    replies=(Reply(type=lambda: List[models.Pet], field="pets"),),
    wrapper=Wrapper(
        type=lambda: models.ListPetsResponse,
        http_meta="http_meta",
        http_type=lambda: models.HTTPMetadata,
    ),
)

_CREATE_PET: Operation[models.CreatePetResponse] = Operation(
    id="createPet",
    method="POST",
    path="/pets",
    replies=(
        Reply(type=lambda: models.Pet, field="pet"),
        Reply(status="202", media_type="", decoder="none"),
    ),
    wrapper=Wrapper(
        type=lambda: models.CreatePetResponse,
        http_meta="http_meta",
        http_type=lambda: models.HTTPMetadata,
        headers="headers",
    ),
)


class Pets(BaseSDK):
    """Pets"""

    def list_pets(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.ListPetsResponse:
        """:param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _LIST_PETS,
            {},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def create_pet(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.CreatePetResponse:
        """:param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _CREATE_PET,
            {},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def list_pets_async(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.ListPetsResponse:
        """:param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _LIST_PETS,
            {},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def create_pet_async(
        self,
        *,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.CreatePetResponse:
        """:param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _CREATE_PET,
            {},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
