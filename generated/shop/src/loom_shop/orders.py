"""Orders.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Dict, Iterable, Mapping, Optional, Union

from . import errors, models, utils
from ._runtime.nullable import OptionalNullable
from ._runtime.operation import (
    Body,
    ErrorReply,
    Operation,
    PageInput,
    Pagination,
    Parameter,
    Reply,
    Retries,
    Wrapper,
)
from ._runtime.unset import UNSET
from .basesdk import BaseSDK

_ERROR_402 = ErrorReply(
    status="402",
    error=lambda: errors.PaymentFailedError,
    data=lambda: errors.PaymentFailedErrorData,
)
_ERROR_404 = ErrorReply(
    status="404",
    error=lambda: errors.Failure,
    data=lambda: errors.FailureData,
)

_LIST_ORDERS: Operation[Optional[models.ListOrdersResponse]] = Operation(
    id="listOrders",
    method="GET",
    path="/orders",
    parameters=(
        Parameter(name="page"),
        Parameter(name="state"),
        Parameter(name="session", location="cookie"),
        Parameter(
            name="where",
            media_type="application/json",
            type=lambda: Dict[str, Any],
        ),
    ),
    replies=(Reply(type=lambda: models.ListOrdersResponseBody),),
    scopes=("read", "write"),
    pagination=Pagination(
        kind="offsetLimit",
        inputs=(PageInput(role="page", argument="page"),),
        results="$.orders",
        page_count="$.pages",
    ),
    wrapper=Wrapper(type=lambda: models.ListOrdersResponse, next="next"),
)

_PLACE_ORDER: Operation[models.PlaceOrderResponse] = Operation(
    id="placeOrder",
    method="POST",
    path="/orders",
    body=Body(
        fields=(
            ("lines", "lines"),
            ("payment", "payment"),
            ("deliver_on", "deliver_on"),
            ("gift", "gift"),
            ("from_", "from"),
        ),
        type=lambda: models.OrderRequest,
        required=True,
    ),
    replies=(
        Reply(type=lambda: models.Order),
        Reply(status="202", type=lambda: models.Review),
    ),
    errors=(_ERROR_402,),
    scopes=("read", "write"),
    retries=Retries(
        strategy="backoff",
        statuses=("503",),
        connection_errors=False,
        initial_interval=500,
        max_interval=60000,
        exponent=1.5,
        max_elapsed_time=3600000,
    ),
)

_GET_ORDER: Operation[models.Order] = Operation(
    id="getOrder",
    method="GET",
    path="/orders/{order_id}",
    parameters=(Parameter(name="order_id", location="path"),),
    replies=(Reply(type=lambda: models.Order),),
    errors=(_ERROR_404,),
    scopes=("read", "write"),
)

_LIST_ORDER_LINES: Operation[Optional[models.ListOrderLinesResponse]] = Operation(
    id="listOrderLines",
    method="GET",
    path="/orders/{order_id}/lines",
    parameters=(Parameter(name="order_id", location="path"),),
    replies=(Reply(type=lambda: models.ListOrderLinesResponseBody),),
    scopes=("read", "write"),
    pagination=Pagination(kind="url", results="$.lines", next_url="$.next"),
    wrapper=Wrapper(type=lambda: models.ListOrderLinesResponse, next="next"),
)


class Orders(BaseSDK):
    """What customers have bought."""

    def list_orders(
        self,
        *,
        page: Optional[int] = 1,
        state: Optional[models.OrderState] = None,
        session: Optional[str] = None,
        where: Optional[Mapping[str, Any]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.ListOrdersResponse]:
        """List orders

        :param page:
        :param state:
        :param session:
        :param where: Conditions, as JSON.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _LIST_ORDERS,
            {"page": page, "state": state, "session": session, "where": where},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def place_order(
        self,
        *,
        lines: Union[Iterable[models.Line], Iterable[models.LineTypedDict]],
        payment: Union[models.Payment, models.PaymentTypedDict],
        deliver_on: Optional[date] = None,
        gift: Optional[bool] = False,
        from_: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.PlaceOrderResponse:
        """Place an order

        :param lines:
        :param payment:
        :param deliver_on:
        :param gift:
        :param from_: Who sends it.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _PLACE_ORDER,
            {
                "lines": lines,
                "payment": payment,
                "deliver_on": deliver_on,
                "gift": gift,
                "from_": from_,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def get_order(
        self,
        *,
        order_id: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.Order:
        """Get an order

        :param order_id:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _GET_ORDER,
            {"order_id": order_id},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def list_order_lines(
        self,
        *,
        order_id: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.ListOrderLinesResponse]:
        """List the lines of an order

        :param order_id:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _LIST_ORDER_LINES,
            {"order_id": order_id},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def list_orders_async(
        self,
        *,
        page: Optional[int] = 1,
        state: Optional[models.OrderState] = None,
        session: Optional[str] = None,
        where: Optional[Mapping[str, Any]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.ListOrdersResponse]:
        """List orders

        :param page:
        :param state:
        :param session:
        :param where: Conditions, as JSON.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _LIST_ORDERS,
            {"page": page, "state": state, "session": session, "where": where},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def place_order_async(
        self,
        *,
        lines: Union[Iterable[models.Line], Iterable[models.LineTypedDict]],
        payment: Union[models.Payment, models.PaymentTypedDict],
        deliver_on: Optional[date] = None,
        gift: Optional[bool] = False,
        from_: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.PlaceOrderResponse:
        """Place an order

        :param lines:
        :param payment:
        :param deliver_on:
        :param gift:
        :param from_: Who sends it.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _PLACE_ORDER,
            {
                "lines": lines,
                "payment": payment,
                "deliver_on": deliver_on,
                "gift": gift,
                "from_": from_,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def get_order_async(
        self,
        *,
        order_id: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.Order:
        """Get an order

        :param order_id:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _GET_ORDER,
            {"order_id": order_id},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def list_order_lines_async(
        self,
        *,
        order_id: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.ListOrderLinesResponse]:
        """List the lines of an order

        :param order_id:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _LIST_ORDER_LINES,
            {"order_id": order_id},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
