"""Customers.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from typing import Iterable, Mapping, Optional, Union

from . import models, utils
from ._runtime.nullable import OptionalNullable
from ._runtime.operation import (
    Body,
    Operation,
    PageInput,
    Pagination,
    Parameter,
    Part,
    Reply,
    Wrapper,
)
from ._runtime.unset import UNSET
from .basesdk import BaseSDK

_FIND_CUSTOMERS: Operation[Optional[models.FindCustomersResponse]] = Operation(
    id="findCustomers",
    method="GET",
    path="/customers",
    parameters=(Parameter(name="email"), Parameter(name="cursor")),
    replies=(Reply(type=lambda: models.FindCustomersResponseBody),),
    scopes=("read", "write"),
    pagination=Pagination(
        kind="cursor",
        inputs=(PageInput(role="cursor", argument="cursor"),),
        results="$.customers",
        next_cursor="$.next",
    ),
    wrapper=Wrapper(type=lambda: models.FindCustomersResponse, next="next"),
)

_REGISTER_CUSTOMER: Operation[models.Customer] = Operation(
    id="registerCustomer",
    method="POST",
    path="/customers",
    body=Body(
        media_type="application/x-www-form-urlencoded",
        codec="form",
        fields=(("email", "email"), ("name", "name"), ("newsletters", "newsletters")),
        type=lambda: models.RegisterCustomerRequest,
        required=True,
        parts=(Part(name="newsletters", style="form", explode=False),),
    ),
    replies=(Reply(status="201", type=lambda: models.Customer),),
    security=((("adminLogin", ()),),),
    security_argument="security",
)

_SET_NOTE: Operation[None] = Operation(
    id="setNote",
    method="PUT",
    path="/customers/{customer_id}/note",
    parameters=(Parameter(name="customer_id", location="path"),),
    body=Body(media_type="text/plain", codec="text", argument="body"),
    replies=(Reply(status="204", media_type="", decoder="none"),),
    accept="*/*",
    security=((("adminLogin", ()), ("shopKey", ())),),
    security_argument="security",
)


class Customers(BaseSDK):
    """Who buys."""

    def find_customers(
        self,
        *,
        email: Optional[str] = None,
        cursor: Optional[int] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.FindCustomersResponse]:
        """Find customers

        :param email:
        :param cursor:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _FIND_CUSTOMERS,
            {"email": email, "cursor": cursor},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def register_customer(
        self,
        *,
        security: Union[
            models.RegisterCustomerSecurity, models.RegisterCustomerSecurityTypedDict
        ],
        email: str,
        name: str,
        newsletters: Optional[Iterable[str]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.Customer:
        """Register a customer

        :param security:
        :param email:
        :param name:
        :param newsletters:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _REGISTER_CUSTOMER,
            {
                "security": security,
                "email": email,
                "name": name,
                "newsletters": newsletters,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def set_note(
        self,
        *,
        security: Union[models.SetNoteSecurity, models.SetNoteSecurityTypedDict],
        customer_id: int,
        body: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Write a note

        :param security:
        :param customer_id:
        :param body:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _SET_NOTE,
            {"security": security, "customer_id": customer_id, "body": body},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def find_customers_async(
        self,
        *,
        email: Optional[str] = None,
        cursor: Optional[int] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.FindCustomersResponse]:
        """Find customers

        :param email:
        :param cursor:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _FIND_CUSTOMERS,
            {"email": email, "cursor": cursor},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def register_customer_async(
        self,
        *,
        security: Union[
            models.RegisterCustomerSecurity, models.RegisterCustomerSecurityTypedDict
        ],
        email: str,
        name: str,
        newsletters: Optional[Iterable[str]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.Customer:
        """Register a customer

        :param security:
        :param email:
        :param name:
        :param newsletters:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _REGISTER_CUSTOMER,
            {
                "security": security,
                "email": email,
                "name": name,
                "newsletters": newsletters,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def set_note_async(
        self,
        *,
        security: Union[models.SetNoteSecurity, models.SetNoteSecurityTypedDict],
        customer_id: int,
        body: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Write a note

        :param security:
        :param customer_id:
        :param body:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _SET_NOTE,
            {"security": security, "customer_id": customer_id, "body": body},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
