"""Pets.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from typing import Iterable, List, Mapping, Optional, Union

from . import utils
from ._runtime.nullable import OptionalNullable
from ._runtime.operation import Body, ErrorReply, Operation, Parameter, Reply
from ._runtime.unset import UNSET
from .basesdk import BaseSDK
from .models import components, errors, operations

_ERROR_404 = ErrorReply(
    status="404",
    error=lambda: errors.Missing,
    data=lambda: errors.MissingData,
)

_CHANGE_PET: Operation[operations.ChangePetResponse] = Operation(
    id="changePet",
    method="PATCH",
    path="/pets/{id}",
    parameters=(Parameter(name="id", location="path"), Parameter(name="sort")),
    body=Body(argument="request_body", type=lambda: List[components.Pet]),
    replies=(Reply(type=lambda: operations.ChangePetResponse),),
    errors=(_ERROR_404,),
)


class Pets(BaseSDK):
    """Pets"""

    def change_pet(
        self,
        *,
        id: str,
        sort: Optional[operations.Sort] = None,
        request_body: Optional[
            Union[Iterable[components.Pet], Iterable[components.PetTypedDict]]
        ] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> operations.ChangePetResponse:
        """:param id:
        :param sort:
        :param request_body:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _CHANGE_PET,
            {"id": id, "sort": sort, "request_body": request_body},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def change_pet_async(
        self,
        *,
        id: str,
        sort: Optional[operations.Sort] = None,
        request_body: Optional[
            Union[Iterable[components.Pet], Iterable[components.PetTypedDict]]
        ] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> operations.ChangePetResponse:
        """:param id:
        :param sort:
        :param request_body:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _CHANGE_PET,
            {"id": id, "sort": sort, "request_body": request_body},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
