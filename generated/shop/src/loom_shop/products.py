"""Products.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from datetime import datetime
from typing import Iterable, Mapping, Optional, Union

from typing_extensions import deprecated

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
    Server,
    Wrapper,
)
from ._runtime.unset import UNSET
from .basesdk import BaseSDK

_ERROR_409 = ErrorReply(
    status="409",
    error=lambda: errors.Conflict,
    data=lambda: errors.ConflictData,
)
_ERROR_4_XX = ErrorReply(
    status="4XX",
    error=lambda: errors.Failure,
    data=lambda: errors.FailureData,
)
_ERROR_404 = ErrorReply(
    status="404",
    error=lambda: errors.Failure,
    data=lambda: errors.FailureData,
)

_LIST_PRODUCTS: Operation[Optional[models.ListProductsResponse]] = Operation(
    id="listProducts",
    method="GET",
    path="/products",
    parameters=(
        Parameter(name="offset"),
        Parameter(name="limit"),
        Parameter(name="sort", style="pipeDelimited"),
        Parameter(name="tags", style="spaceDelimited"),
        Parameter(
            name="price",
            style="deepObject",
            explode=True,
            type=lambda: models.Price,
        ),
        Parameter(name="since"),
    ),
    replies=(Reply(type=lambda: models.ListProductsResponseBody),),
    scopes=("read", "write"),
    pagination=Pagination(
        kind="offsetLimit",
        inputs=(
            PageInput(role="offset", argument="offset"),
            PageInput(role="limit", argument="limit"),
        ),
        results="$.items",
    ),
    wrapper=Wrapper(
        type=lambda: models.ListProductsResponse,
        headers="headers",
        next="next",
    ),
)

_CREATE_PRODUCT: Operation[models.ProductOutput] = Operation(
    id="createProduct",
    method="POST",
    path="/products",
    parameters=(
        Parameter(
            name="Idempotency-Key",
            argument="idempotency_key",
            location="header",
        ),
    ),
    body=Body(
        fields=(
            ("sku", "sku"),
            ("name", "name"),
            ("price", "price"),
            ("internal_note", "internal_note"),
            ("weight", "weight"),
            ("colour", "colour"),
            ("attributes", "attributes"),
            ("category", "category"),
            ("old_sku", "old_sku"),
        ),
        type=lambda: models.ProductInput,
        required=True,
    ),
    replies=(Reply(status="201", type=lambda: models.ProductOutput),),
    errors=(_ERROR_409, _ERROR_4_XX),
    scopes=("read", "write"),
)

_GET_PRODUCT: Operation[models.ProductOutput] = Operation(
    id="getProduct",
    method="GET",
    path="/products/{sku}",
    parameters=(
        Parameter(name="sku", location="path"),
        Parameter(name="currency"),
        Parameter(
            name="Accept-Language",
            argument="accept_language",
            location="header",
        ),
    ),
    replies=(Reply(type=lambda: models.ProductOutput),),
    errors=(_ERROR_404,),
    scopes=("read", "write"),
)

_REPLACE_PRODUCT: Operation[models.ReplaceProductResponse] = Operation(
    id="replaceProduct",
    method="PUT",
    path="/products/{sku}",
    parameters=(Parameter(name="sku", argument="sku_param", location="path"),),
    body=Body(
        fields=(
            ("sku", "sku"),
            ("name", "name"),
            ("price", "price"),
            ("internal_note", "internal_note"),
            ("weight", "weight"),
            ("colour", "colour"),
            ("attributes", "attributes"),
            ("category", "category"),
            ("old_sku", "old_sku"),
        ),
        type=lambda: models.ProductInput,
        required=True,
    ),
    replies=(
        Reply(type=lambda: models.ProductOutput),
        Reply(status="default", type=lambda: models.Failure),
    ),
    scopes=("read", "write"),
)

_DELETE_PRODUCT: Operation[None] = Operation(
    id="deleteProduct",
    method="DELETE",
    path="/products/{sku}",
    parameters=(Parameter(name="sku", location="path"),),
    replies=(Reply(status="204", media_type="", decoder="none"),),
    accept="*/*",
    scopes=("read", "write"),
)

_PRODUCT_EXISTS: Operation[None] = Operation(
    id="productExists",
    method="HEAD",
    path="/products/{sku}",
    parameters=(Parameter(name="sku", location="path"),),
    replies=(Reply(media_type="", decoder="none"),),
    accept="*/*",
    scopes=("read", "write"),
)

_QUOTE_PRICE: Operation[models.QuotePriceResponse] = Operation(
    id="quotePrice",
    method="GET",
    path="/products/{sku}/price",
    parameters=(Parameter(name="sku", location="path"), Parameter(name="quantity")),
    replies=(Reply(type=lambda: models.QuotePriceResponse),),
    scopes=("read", "write"),
    servers=(Server(url="https://prices.shop.example.com"),),
)


class Products(BaseSDK):
    """What the shop sells."""

    def list_products(
        self,
        *,
        offset: Optional[int] = 0,
        limit: Optional[int] = 10,
        sort: Optional[Iterable[models.Sort]] = None,
        tags: Optional[Iterable[str]] = None,
        price: Optional[Union[models.Price, models.PriceTypedDict]] = None,
        since: Optional[datetime] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.ListProductsResponse]:
        """List products

        :param offset: How many products to leave out.
        :param limit:
        :param sort: The fields to sort by.
        :param tags:
        :param price:
        :param since:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _LIST_PRODUCTS,
            {
                "offset": offset,
                "limit": limit,
                "sort": sort,
                "tags": tags,
                "price": price,
                "since": since,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def create_product(
        self,
        *,
        sku: str,
        name: str,
        price: Union[models.Money, models.MoneyTypedDict],
        idempotency_key: Optional[str] = None,
        internal_note: Optional[str] = None,
        weight: OptionalNullable[float] = UNSET,
        colour: OptionalNullable[models.Colour] = UNSET,
        attributes: Optional[
            Union[
                Mapping[str, models.Attributes],
                Mapping[str, models.AttributesTypedDict],
            ]
        ] = None,
        category: Optional[Union[models.Category, models.CategoryTypedDict]] = None,
        old_sku: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.ProductOutput:
        """Add a product

        :param sku:
        :param name:
        :param price:
        :param idempotency_key: The same key twice adds one product.
        :param internal_note:
        :param weight:
        :param colour:
        :param attributes:
        :param category:
        :param old_sku: Deprecated: do not use it in new code.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _CREATE_PRODUCT,
            {
                "sku": sku,
                "name": name,
                "price": price,
                "idempotency_key": idempotency_key,
                "internal_note": internal_note,
                "weight": weight,
                "colour": colour,
                "attributes": attributes,
                "category": category,
                "old_sku": old_sku,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def get_product(
        self,
        *,
        sku: str,
        currency: Optional[models.Currency] = None,
        accept_language: Optional[Iterable[str]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.ProductOutput:
        """Get a product

        :param sku: The product's number.
        :param currency:
        :param accept_language:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _GET_PRODUCT,
            {"sku": sku, "currency": currency, "accept_language": accept_language},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def replace_product(
        self,
        *,
        sku_param: str,
        sku: str,
        name: str,
        price: Union[models.Money, models.MoneyTypedDict],
        internal_note: Optional[str] = None,
        weight: OptionalNullable[float] = UNSET,
        colour: OptionalNullable[models.Colour] = UNSET,
        attributes: Optional[
            Union[
                Mapping[str, models.Attributes],
                Mapping[str, models.AttributesTypedDict],
            ]
        ] = None,
        category: Optional[Union[models.Category, models.CategoryTypedDict]] = None,
        old_sku: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.ReplaceProductResponse:
        """Replace a product

        :param sku_param: The product's number.
        :param sku:
        :param name:
        :param price:
        :param internal_note:
        :param weight:
        :param colour:
        :param attributes:
        :param category:
        :param old_sku: Deprecated: do not use it in new code.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _REPLACE_PRODUCT,
            {
                "sku_param": sku_param,
                "sku": sku,
                "name": name,
                "price": price,
                "internal_note": internal_note,
                "weight": weight,
                "colour": colour,
                "attributes": attributes,
                "category": category,
                "old_sku": old_sku,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def delete_product(
        self,
        *,
        sku: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Remove a product

        :param sku: The product's number.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _DELETE_PRODUCT,
            {"sku": sku},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def product_exists(
        self,
        *,
        sku: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Ask whether there is such a product

        :param sku: The product's number.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _PRODUCT_EXISTS,
            {"sku": sku},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    @deprecated(
        "This will be removed in a future release, please migrate away from it as soon as possible. Use get_product instead.",
    )
    def quote_price(
        self,
        *,
        sku: str,
        quantity: Optional[int] = 1,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.QuotePriceResponse:
        """Quote a price

        Deprecated: This will be removed in a future release, please migrate away from
        it as soon as possible. Use get_product instead.

        :param sku:
        :param quantity: Deprecated: do not use it in new code.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _QUOTE_PRICE,
            {"sku": sku, "quantity": quantity},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def list_products_async(
        self,
        *,
        offset: Optional[int] = 0,
        limit: Optional[int] = 10,
        sort: Optional[Iterable[models.Sort]] = None,
        tags: Optional[Iterable[str]] = None,
        price: Optional[Union[models.Price, models.PriceTypedDict]] = None,
        since: Optional[datetime] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.ListProductsResponse]:
        """List products

        :param offset: How many products to leave out.
        :param limit:
        :param sort: The fields to sort by.
        :param tags:
        :param price:
        :param since:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _LIST_PRODUCTS,
            {
                "offset": offset,
                "limit": limit,
                "sort": sort,
                "tags": tags,
                "price": price,
                "since": since,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def create_product_async(
        self,
        *,
        sku: str,
        name: str,
        price: Union[models.Money, models.MoneyTypedDict],
        idempotency_key: Optional[str] = None,
        internal_note: Optional[str] = None,
        weight: OptionalNullable[float] = UNSET,
        colour: OptionalNullable[models.Colour] = UNSET,
        attributes: Optional[
            Union[
                Mapping[str, models.Attributes],
                Mapping[str, models.AttributesTypedDict],
            ]
        ] = None,
        category: Optional[Union[models.Category, models.CategoryTypedDict]] = None,
        old_sku: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.ProductOutput:
        """Add a product

        :param sku:
        :param name:
        :param price:
        :param idempotency_key: The same key twice adds one product.
        :param internal_note:
        :param weight:
        :param colour:
        :param attributes:
        :param category:
        :param old_sku: Deprecated: do not use it in new code.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _CREATE_PRODUCT,
            {
                "sku": sku,
                "name": name,
                "price": price,
                "idempotency_key": idempotency_key,
                "internal_note": internal_note,
                "weight": weight,
                "colour": colour,
                "attributes": attributes,
                "category": category,
                "old_sku": old_sku,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def get_product_async(
        self,
        *,
        sku: str,
        currency: Optional[models.Currency] = None,
        accept_language: Optional[Iterable[str]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.ProductOutput:
        """Get a product

        :param sku: The product's number.
        :param currency:
        :param accept_language:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _GET_PRODUCT,
            {"sku": sku, "currency": currency, "accept_language": accept_language},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def replace_product_async(
        self,
        *,
        sku_param: str,
        sku: str,
        name: str,
        price: Union[models.Money, models.MoneyTypedDict],
        internal_note: Optional[str] = None,
        weight: OptionalNullable[float] = UNSET,
        colour: OptionalNullable[models.Colour] = UNSET,
        attributes: Optional[
            Union[
                Mapping[str, models.Attributes],
                Mapping[str, models.AttributesTypedDict],
            ]
        ] = None,
        category: Optional[Union[models.Category, models.CategoryTypedDict]] = None,
        old_sku: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.ReplaceProductResponse:
        """Replace a product

        :param sku_param: The product's number.
        :param sku:
        :param name:
        :param price:
        :param internal_note:
        :param weight:
        :param colour:
        :param attributes:
        :param category:
        :param old_sku: Deprecated: do not use it in new code.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _REPLACE_PRODUCT,
            {
                "sku_param": sku_param,
                "sku": sku,
                "name": name,
                "price": price,
                "internal_note": internal_note,
                "weight": weight,
                "colour": colour,
                "attributes": attributes,
                "category": category,
                "old_sku": old_sku,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def delete_product_async(
        self,
        *,
        sku: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Remove a product

        :param sku: The product's number.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _DELETE_PRODUCT,
            {"sku": sku},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def product_exists_async(
        self,
        *,
        sku: str,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Ask whether there is such a product

        :param sku: The product's number.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _PRODUCT_EXISTS,
            {"sku": sku},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    @deprecated(
        "This will be removed in a future release, please migrate away from it as soon as possible. Use get_product instead.",
    )
    async def quote_price_async(
        self,
        *,
        sku: str,
        quantity: Optional[int] = 1,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.QuotePriceResponse:
        """Quote a price

        Deprecated: This will be removed in a future release, please migrate away from
        it as soon as possible. Use get_product instead.

        :param sku:
        :param quantity: Deprecated: do not use it in new code.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _QUOTE_PRICE,
            {"sku": sku, "quantity": quantity},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
