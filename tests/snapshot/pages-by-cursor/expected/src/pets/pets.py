"""Pets.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from typing import Mapping, Optional

from . import models, utils
from ._runtime.nullable import OptionalNullable
from ._runtime.operation import (
    Operation,
    PageInput,
    Pagination,
    Parameter,
    Reply,
    Wrapper,
)
from ._runtime.unset import UNSET
from .basesdk import BaseSDK

_LIST_PETS: Operation[Optional[models.ListPetsResponse]] = Operation(
    id="listPets",
    method="GET",
    path="/pets",
    parameters=(Parameter(name="after"),),
    replies=(Reply(type=lambda: models.ListPetsResponseBody),),
    pagination=Pagination(
        kind="cursor",
        inputs=(PageInput(role="cursor", argument="after"),),
        next_cursor="$.next",
    ),
    wrapper=Wrapper(type=lambda: models.ListPetsResponse, next="next"),
)


class Pets(BaseSDK):
    """Pets"""

    def list_pets(
        self,
        *,
        after: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.ListPetsResponse]:
        """:param after:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _LIST_PETS,
            {"after": after},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def list_pets_async(
        self,
        *,
        after: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.ListPetsResponse]:
        """:param after:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _LIST_PETS,
            {"after": after},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
