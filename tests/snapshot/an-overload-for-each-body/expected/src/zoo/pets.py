"""Pets.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from typing import Any, Literal, Mapping, Optional, Union, overload

from . import models, utils
from ._runtime.nullable import OptionalNullable
from ._runtime.operation import Body, Operation, Parameter, Reply
from ._runtime.unset import UNSET
from ._runtime.variants import one_of
from .basesdk import BaseSDK

_CREATE_PET: Operation[None] = Operation(
    id="createPet",
    method="POST",
    path="/pets/{fields}",
    parameters=(Parameter(name="fields", argument="fields_", location="path"),),
    body=Body(
        argument="request_body",
        type=lambda: models.CreatePetRequestBody,
        required=True,
    ),
    replies=(Reply(status="204", media_type="", decoder="none"),),
    accept="*/*",
)


class Pets(BaseSDK):
    """Pets"""

    @overload
    def create_pet(
        self,
        *,
        fields_: str,
        type_: Literal["cat"],
        lives: Optional[int] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None: ...

    @overload
    def create_pet(
        self,
        *,
        fields_: str,
        name: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None: ...

    @overload
    def create_pet(
        self,
        *,
        fields_: str,
        request_body: Union[
            models.CreatePetRequestBody, models.CreatePetRequestBodyTypedDict
        ],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None: ...

    def create_pet(
        self,
        *,
        fields_: str,
        request_body: Optional[
            Union[models.CreatePetRequestBody, models.CreatePetRequestBodyTypedDict]
        ] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
        **fields: Any,
    ) -> None:
        """:param fields_:
        :param request_body:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _CREATE_PET,
            {
                "fields_": fields_,
                "request_body": one_of(
                    "request_body",
                    request_body,
                    fields,
                    (("lives", "lives"), ("type_", "type"), ("name", "name")),
                ),
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    @overload
    async def create_pet_async(
        self,
        *,
        fields_: str,
        type_: Literal["cat"],
        lives: Optional[int] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None: ...

    @overload
    async def create_pet_async(
        self,
        *,
        fields_: str,
        name: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None: ...

    @overload
    async def create_pet_async(
        self,
        *,
        fields_: str,
        request_body: Union[
            models.CreatePetRequestBody, models.CreatePetRequestBodyTypedDict
        ],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None: ...

    async def create_pet_async(
        self,
        *,
        fields_: str,
        request_body: Optional[
            Union[models.CreatePetRequestBody, models.CreatePetRequestBodyTypedDict]
        ] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
        **fields: Any,
    ) -> None:
        """:param fields_:
        :param request_body:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _CREATE_PET,
            {
                "fields_": fields_,
                "request_body": one_of(
                    "request_body",
                    request_body,
                    fields,
                    (("lives", "lives"), ("type_", "type"), ("name", "name")),
                ),
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
