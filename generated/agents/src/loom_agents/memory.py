"""Memory.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from typing import Iterable, List, Mapping, Optional, Union

from typing_extensions import deprecated

from . import models, utils
from ._runtime.nullable import OptionalNullable
from ._runtime.operation import Body, Operation, Parameter, Reply
from ._runtime.unset import UNSET
from .basesdk import BaseSDK

_SEARCH: Operation[List[models.MemoryHit]] = Operation(
    id="searchMemory",
    method="GET",
    path="/memory/{store}/documents",
    parameters=(
        Parameter(
            name="X-Workspace",
            argument="x_workspace",
            location="header",
            is_global=True,
        ),
        Parameter(name="store", location="path"),
        Parameter(name="q", required=True),
        Parameter(name="filter", argument="filter_", style="deepObject", explode=True),
    ),
    replies=(Reply(type=lambda: List[models.MemoryHit]),),
)

_STORE: Operation[models.MemoryDocument] = Operation(
    id="storeMemory",
    method="PUT",
    path="/memory/{store}/documents",
    parameters=(
        Parameter(
            name="X-Workspace",
            argument="x_workspace",
            location="header",
            is_global=True,
        ),
        Parameter(name="store", location="path"),
    ),
    body=Body(
        fields=(
            ("id", "id"),
            ("text", "text"),
            ("metadata", "metadata"),
            ("embedding", "embedding"),
            ("expires_in", "expires_in"),
        ),
        type=lambda: models.MemoryDocument,
        required=True,
    ),
    replies=(
        Reply(type=lambda: models.MemoryDocument),
        Reply(status="201", type=lambda: models.MemoryDocument),
    ),
)

_FORGET: Operation[None] = Operation(
    id="forgetMemory",
    method="POST",
    path="/memory/{store}/forget",
    parameters=(
        Parameter(
            name="X-Workspace",
            argument="x_workspace",
            location="header",
            is_global=True,
        ),
        Parameter(name="store", location="path"),
    ),
    replies=(Reply(status="204", media_type="", decoder="none"),),
    accept="*/*",
)


class Memory(BaseSDK):
    """What agents remember."""

    def search(
        self,
        *,
        store: str,
        q: str,
        x_workspace: Optional[str] = None,
        filter_: Optional[Mapping[str, str]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> List[models.MemoryHit]:
        """Search a store

        :param store: The name of the memory store.
        :param q: What to look for.
        :param x_workspace:
        :param filter_: Only documents that have these values.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _SEARCH,
            {"store": store, "q": q, "x_workspace": x_workspace, "filter_": filter_},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def store(
        self,
        *,
        store: str,
        id: str,
        text: str,
        x_workspace: Optional[str] = None,
        metadata: Optional[
            Union[Mapping[str, models.Metadata], Mapping[str, models.MetadataTypedDict]]
        ] = None,
        embedding: Optional[Iterable[float]] = None,
        expires_in: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.MemoryDocument:
        """Store a document

        :param store: The name of the memory store.
        :param id:
        :param text:
        :param x_workspace:
        :param metadata:
        :param embedding:
        :param expires_in:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _STORE,
            {
                "store": store,
                "id": id,
                "text": text,
                "x_workspace": x_workspace,
                "metadata": metadata,
                "embedding": embedding,
                "expires_in": expires_in,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    @deprecated("Delete the documents instead")
    def forget(
        self,
        *,
        store: str,
        x_workspace: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Forget a store

        Deprecated: Delete the documents instead

        :param store:
        :param x_workspace:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _FORGET,
            {"store": store, "x_workspace": x_workspace},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def search_async(
        self,
        *,
        store: str,
        q: str,
        x_workspace: Optional[str] = None,
        filter_: Optional[Mapping[str, str]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> List[models.MemoryHit]:
        """Search a store

        :param store: The name of the memory store.
        :param q: What to look for.
        :param x_workspace:
        :param filter_: Only documents that have these values.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _SEARCH,
            {"store": store, "q": q, "x_workspace": x_workspace, "filter_": filter_},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def store_async(
        self,
        *,
        store: str,
        id: str,
        text: str,
        x_workspace: Optional[str] = None,
        metadata: Optional[
            Union[Mapping[str, models.Metadata], Mapping[str, models.MetadataTypedDict]]
        ] = None,
        embedding: Optional[Iterable[float]] = None,
        expires_in: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.MemoryDocument:
        """Store a document

        :param store: The name of the memory store.
        :param id:
        :param text:
        :param x_workspace:
        :param metadata:
        :param embedding:
        :param expires_in:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _STORE,
            {
                "store": store,
                "id": id,
                "text": text,
                "x_workspace": x_workspace,
                "metadata": metadata,
                "embedding": embedding,
                "expires_in": expires_in,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    @deprecated("Delete the documents instead")
    async def forget_async(
        self,
        *,
        store: str,
        x_workspace: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Forget a store

        Deprecated: Delete the documents instead

        :param store:
        :param x_workspace:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _FORGET,
            {"store": store, "x_workspace": x_workspace},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
