"""Chat.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal, Mapping, Optional, overload

from . import models, utils
from ._runtime.nullable import OptionalNullable
from ._runtime.operation import Body, Operation, Reply
from ._runtime.unset import UNSET
from .basesdk import BaseSDK
from .utils import eventstreaming

_SAY: Operation[models.SayResponse] = Operation(
    id="say",
    method="POST",
    path="/chat",
    body=Body(
        fields=(("text", "text"), ("stream", "stream")),
        type=lambda: models.SayRequest,
        required=True,
    ),
    replies=(
        Reply(type=lambda: models.SayResponseBody),
        Reply(
            media_type="text/event-stream",
            decoder="event-stream",
            type=lambda: models.SayResponseBody2,
            sentinel="[DONE]",
        ),
    ),
    accept="application/json, text/event-stream;q=0.9",
    stream_accept=("stream", "text/event-stream", "application/json"),
)


class SayAcceptEnum(str, Enum):
    """The media types that `say` can ask for."""

    APPLICATION_JSON = "application/json"
    TEXT_EVENT_STREAM = "text/event-stream"


class Chat(BaseSDK):
    """Chat"""

    @overload
    def say(
        self,
        *,
        text: str,
        stream: Optional[Literal[False]] = False,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        accept_header_override: Optional[SayAcceptEnum] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.SayResponseBody: ...

    @overload
    def say(
        self,
        *,
        text: str,
        stream: Literal[True],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        accept_header_override: Optional[SayAcceptEnum] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> eventstreaming.EventStream[models.SayResponseBody2]: ...

    @overload
    def say(
        self,
        *,
        text: str,
        stream: bool,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        accept_header_override: Optional[SayAcceptEnum] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.SayResponse: ...

    def say(
        self,
        *,
        text: str,
        stream: Optional[bool] = False,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        accept_header_override: Optional[SayAcceptEnum] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.SayResponse:
        """:param text:
        :param stream:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param accept_header_override: The media type to ask for.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _SAY,
            {"text": text, "stream": stream},
            retries=retries,
            server_url=server_url,
            accept_header_override=accept_header_override,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    @overload
    async def say_async(
        self,
        *,
        text: str,
        stream: Optional[Literal[False]] = False,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        accept_header_override: Optional[SayAcceptEnum] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.SayResponseBody: ...

    @overload
    async def say_async(
        self,
        *,
        text: str,
        stream: Literal[True],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        accept_header_override: Optional[SayAcceptEnum] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> eventstreaming.EventStreamAsync[models.SayResponseBody2]: ...

    @overload
    async def say_async(
        self,
        *,
        text: str,
        stream: bool,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        accept_header_override: Optional[SayAcceptEnum] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.SayResponse: ...

    async def say_async(
        self,
        *,
        text: str,
        stream: Optional[bool] = False,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        accept_header_override: Optional[SayAcceptEnum] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.SayResponse:
        """:param text:
        :param stream:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param accept_header_override: The media type to ask for.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _SAY,
            {"text": text, "stream": stream},
            retries=retries,
            server_url=server_url,
            accept_header_override=accept_header_override,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
