"""Agents.Responses.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from enum import Enum
from typing import Any, Literal, Mapping, Optional, Union, overload

from . import errors, models, utils
from ._runtime.nullable import OptionalNullable
from ._runtime.operation import Body, ErrorReply, Operation, Parameter, Reply
from ._runtime.unset import UNSET
from .basesdk import BaseSDK
from .utils import eventstreaming

_ERROR_404 = ErrorReply(
    status="404",
    error=lambda: errors.Problem,
    data=lambda: errors.ProblemData,
)
_ERROR_422 = ErrorReply(
    status="422",
    error=lambda: errors.InvalidRequest,
    data=lambda: errors.InvalidRequestData,
)

_CREATE: Operation[models.CreateResponseResponse] = Operation(
    id="createResponse",
    method="POST",
    path="/agents/{agent_id}/responses",
    parameters=(
        Parameter(
            name="X-Workspace",
            argument="x_workspace",
            location="header",
            is_global=True,
        ),
        Parameter(name="agent_id", location="path"),
    ),
    body=Body(
        fields=(
            ("message", "message"),
            ("thread", "thread"),
            ("variables", "variables"),
            ("temperature", "temperature"),
            ("stream", "stream"),
        ),
        type=lambda: models.CreateResponseRequestBody,
        required=True,
    ),
    replies=(
        Reply(type=lambda: models.Answer),
        Reply(
            media_type="text/event-stream",
            decoder="event-stream",
            type=lambda: models.CreateResponseResponseBody,
            sentinel="[DONE]",
        ),
    ),
    errors=(_ERROR_404, _ERROR_422),
    accept="application/json, text/event-stream;q=0.9",
    stream_accept=("stream", "text/event-stream", "application/json"),
)


class CreateAcceptEnum(str, Enum):
    """The media types that `create` can ask for."""

    APPLICATION_JSON = "application/json"
    TEXT_EVENT_STREAM = "text/event-stream"


class Responses(BaseSDK):
    """What agents answer."""

    @overload
    def create(
        self,
        *,
        agent_id: str,
        message: Union[models.Message, models.MessageTypedDict],
        x_workspace: Optional[str] = None,
        thread: Optional[Union[models.Thread, models.ThreadTypedDict]] = None,
        variables: Optional[Mapping[str, Any]] = None,
        temperature: Optional[float] = 1,
        stream: Optional[Literal[False]] = False,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        accept_header_override: Optional[CreateAcceptEnum] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.Answer: ...

    @overload
    def create(
        self,
        *,
        agent_id: str,
        message: Union[models.Message, models.MessageTypedDict],
        x_workspace: Optional[str] = None,
        thread: Optional[Union[models.Thread, models.ThreadTypedDict]] = None,
        variables: Optional[Mapping[str, Any]] = None,
        temperature: Optional[float] = 1,
        stream: Literal[True],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        accept_header_override: Optional[CreateAcceptEnum] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> eventstreaming.EventStream[models.CreateResponseResponseBody]: ...

    @overload
    def create(
        self,
        *,
        agent_id: str,
        message: Union[models.Message, models.MessageTypedDict],
        x_workspace: Optional[str] = None,
        thread: Optional[Union[models.Thread, models.ThreadTypedDict]] = None,
        variables: Optional[Mapping[str, Any]] = None,
        temperature: Optional[float] = 1,
        stream: bool,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        accept_header_override: Optional[CreateAcceptEnum] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.CreateResponseResponse: ...

    def create(
        self,
        *,
        agent_id: str,
        message: Union[models.Message, models.MessageTypedDict],
        x_workspace: Optional[str] = None,
        thread: Optional[Union[models.Thread, models.ThreadTypedDict]] = None,
        variables: Optional[Mapping[str, Any]] = None,
        temperature: Optional[float] = 1,
        stream: Optional[bool] = False,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        accept_header_override: Optional[CreateAcceptEnum] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.CreateResponseResponse:
        """Ask an agent

        Sends a message and returns the answer.

        With `stream: true` the answer comes as server-sent events while it is being
        written.

        :param agent_id: The agent's id.
        :param message:
        :param x_workspace:
        :param thread: The conversation that the message belongs to.
        :param variables: Values for the placeholders of the agent's instructions.
        :param temperature:
        :param stream: Whether the answer comes as events.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param accept_header_override: The media type to ask for.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _CREATE,
            {
                "agent_id": agent_id,
                "message": message,
                "x_workspace": x_workspace,
                "thread": thread,
                "variables": variables,
                "temperature": temperature,
                "stream": stream,
            },
            retries=retries,
            server_url=server_url,
            accept_header_override=accept_header_override,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    @overload
    async def create_async(
        self,
        *,
        agent_id: str,
        message: Union[models.Message, models.MessageTypedDict],
        x_workspace: Optional[str] = None,
        thread: Optional[Union[models.Thread, models.ThreadTypedDict]] = None,
        variables: Optional[Mapping[str, Any]] = None,
        temperature: Optional[float] = 1,
        stream: Optional[Literal[False]] = False,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        accept_header_override: Optional[CreateAcceptEnum] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.Answer: ...

    @overload
    async def create_async(
        self,
        *,
        agent_id: str,
        message: Union[models.Message, models.MessageTypedDict],
        x_workspace: Optional[str] = None,
        thread: Optional[Union[models.Thread, models.ThreadTypedDict]] = None,
        variables: Optional[Mapping[str, Any]] = None,
        temperature: Optional[float] = 1,
        stream: Literal[True],
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        accept_header_override: Optional[CreateAcceptEnum] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> eventstreaming.EventStreamAsync[models.CreateResponseResponseBody]: ...

    @overload
    async def create_async(
        self,
        *,
        agent_id: str,
        message: Union[models.Message, models.MessageTypedDict],
        x_workspace: Optional[str] = None,
        thread: Optional[Union[models.Thread, models.ThreadTypedDict]] = None,
        variables: Optional[Mapping[str, Any]] = None,
        temperature: Optional[float] = 1,
        stream: bool,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        accept_header_override: Optional[CreateAcceptEnum] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.CreateResponseResponse: ...

    async def create_async(
        self,
        *,
        agent_id: str,
        message: Union[models.Message, models.MessageTypedDict],
        x_workspace: Optional[str] = None,
        thread: Optional[Union[models.Thread, models.ThreadTypedDict]] = None,
        variables: Optional[Mapping[str, Any]] = None,
        temperature: Optional[float] = 1,
        stream: Optional[bool] = False,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        accept_header_override: Optional[CreateAcceptEnum] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.CreateResponseResponse:
        """Ask an agent

        Sends a message and returns the answer.

        With `stream: true` the answer comes as server-sent events while it is being
        written.

        :param agent_id: The agent's id.
        :param message:
        :param x_workspace:
        :param thread: The conversation that the message belongs to.
        :param variables: Values for the placeholders of the agent's instructions.
        :param temperature:
        :param stream: Whether the answer comes as events.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param accept_header_override: The media type to ask for.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _CREATE,
            {
                "agent_id": agent_id,
                "message": message,
                "x_workspace": x_workspace,
                "thread": thread,
                "variables": variables,
                "temperature": temperature,
                "stream": stream,
            },
            retries=retries,
            server_url=server_url,
            accept_header_override=accept_header_override,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
