"""Files.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

import io
from typing import IO, Iterable, Mapping, Optional, Union

import httpx

from . import errors, models, utils
from ._runtime.nullable import OptionalNullable
from ._runtime.operation import Body, ErrorReply, Operation, Parameter, Part, Reply
from ._runtime.unset import UNSET
from .basesdk import BaseSDK

_ERROR_404 = ErrorReply(
    status="404",
    error=lambda: errors.Failure,
    data=lambda: errors.FailureData,
)

_UPLOAD_PICTURE: Operation[models.Picture] = Operation(
    id="uploadPicture",
    method="POST",
    path="/products/{sku}/pictures",
    parameters=(Parameter(name="sku", location="path"),),
    body=Body(
        media_type="multipart/form-data",
        codec="multipart",
        fields=(
            ("file", "file"),
            ("more", "more"),
            ("caption", "caption"),
            ("details", "details"),
        ),
        type=lambda: models.UploadPictureRequestBody,
        required=True,
        parts=(
            Part(name="file", file=True),
            Part(name="more", file=True, many=True),
            Part(name="details", content_type="application/json"),
        ),
    ),
    replies=(Reply(status="201", type=lambda: models.Picture),),
    scopes=("read", "write"),
)

_DOWNLOAD_PICTURE: Operation[httpx.Response] = Operation(
    id="downloadPicture",
    method="GET",
    path="/pictures/{picture_id}",
    parameters=(Parameter(name="picture_id", location="path"),),
    replies=(Reply(media_type="application/octet-stream", decoder="stream"),),
    errors=(_ERROR_404,),
    accept="application/octet-stream",
    scopes=("read", "write"),
)

_REPLACE_PICTURE: Operation[None] = Operation(
    id="replacePicture",
    method="PUT",
    path="/pictures/{picture_id}",
    parameters=(Parameter(name="picture_id", location="path"),),
    body=Body(
        media_type="application/octet-stream",
        codec="binary",
        argument="body",
        required=True,
    ),
    replies=(Reply(status="204", media_type="", decoder="none"),),
    accept="*/*",
    scopes=("read", "write"),
)

_GET_REPORT: Operation[str] = Operation(
    id="getReport",
    method="GET",
    path="/reports/{year}/{format}",
    parameters=(
        Parameter(name="year", location="path"),
        Parameter(name="format", argument="format_", location="path"),
    ),
    replies=(Reply(media_type="text/csv", decoder="text"),),
    accept="text/csv",
    scopes=("read", "write"),
)


class Files(BaseSDK):
    """Pictures and papers."""

    def upload_picture(
        self,
        *,
        sku: str,
        file: Union[models.File, models.FileTypedDict],
        more: Optional[
            Union[Iterable[models.More], Iterable[models.MoreTypedDict]]
        ] = None,
        caption: Optional[str] = None,
        details: Optional[
            Union[models.PictureDetails, models.PictureDetailsTypedDict]
        ] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.Picture:
        """Upload pictures of a product

        :param sku:
        :param file:
        :param more:
        :param caption:
        :param details:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _UPLOAD_PICTURE,
            {
                "sku": sku,
                "file": file,
                "more": more,
                "caption": caption,
                "details": details,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def download_picture(
        self,
        *,
        picture_id: int,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> httpx.Response:
        """Download a picture

        :param picture_id:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _DOWNLOAD_PICTURE,
            {"picture_id": picture_id},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def replace_picture(
        self,
        *,
        picture_id: int,
        body: Union[bytes, IO[bytes], io.IOBase],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Replace a picture

        :param picture_id:
        :param body:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _REPLACE_PICTURE,
            {"picture_id": picture_id, "body": body},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def get_report(
        self,
        *,
        year: int,
        format_: models.Format,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> str:
        """Get the report of a year

        :param year:
        :param format_:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _GET_REPORT,
            {"year": year, "format_": format_},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def upload_picture_async(
        self,
        *,
        sku: str,
        file: Union[models.File, models.FileTypedDict],
        more: Optional[
            Union[Iterable[models.More], Iterable[models.MoreTypedDict]]
        ] = None,
        caption: Optional[str] = None,
        details: Optional[
            Union[models.PictureDetails, models.PictureDetailsTypedDict]
        ] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.Picture:
        """Upload pictures of a product

        :param sku:
        :param file:
        :param more:
        :param caption:
        :param details:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _UPLOAD_PICTURE,
            {
                "sku": sku,
                "file": file,
                "more": more,
                "caption": caption,
                "details": details,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def download_picture_async(
        self,
        *,
        picture_id: int,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> httpx.Response:
        """Download a picture

        :param picture_id:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _DOWNLOAD_PICTURE,
            {"picture_id": picture_id},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def replace_picture_async(
        self,
        *,
        picture_id: int,
        body: Union[bytes, IO[bytes], io.IOBase],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Replace a picture

        :param picture_id:
        :param body:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _REPLACE_PICTURE,
            {"picture_id": picture_id, "body": body},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def get_report_async(
        self,
        *,
        year: int,
        format_: models.Format,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> str:
        """Get the report of a year

        :param year:
        :param format_:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _GET_REPORT,
            {"year": year, "format_": format_},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
