"""Agents.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from datetime import datetime
from typing import Iterable, Mapping, Optional, Union

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
    Wrapper,
)
from ._runtime.unset import UNSET
from .basesdk import BaseSDK
from .utils import eventstreaming, jsonl

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .responses import Responses
    from .runs import Runs

_ERROR_401 = ErrorReply(
    status="401",
    error=lambda: errors.Problem,
    data=lambda: errors.ProblemData,
)
_ERROR_422 = ErrorReply(
    status="422",
    error=lambda: errors.InvalidRequest,
    data=lambda: errors.InvalidRequestData,
)
_ERROR_404 = ErrorReply(
    status="404",
    error=lambda: errors.Problem,
    data=lambda: errors.ProblemData,
)

_WATCH: Operation[
    eventstreaming.EventStream[models.WatchAgentResponse],
    eventstreaming.EventStreamAsync[models.WatchAgentResponse],
] = Operation(
    id="watchAgent",
    method="GET",
    path="/agents/{agent_id}/events",
    parameters=(
        Parameter(
            name="X-Workspace",
            argument="x_workspace",
            location="header",
            is_global=True,
        ),
        Parameter(name="agent_id", location="path"),
    ),
    replies=(
        Reply(
            media_type="text/event-stream",
            decoder="event-stream",
            type=lambda: models.WatchAgentResponse,
            data_is_json=False,
        ),
    ),
    accept="text/event-stream",
)

_EXPORT_LOG: Operation[
    jsonl.JsonLStream[models.LogLine], jsonl.JsonLStreamAsync[models.LogLine]
] = Operation(
    id="exportLog",
    method="GET",
    path="/agents/{agent_id}/log",
    parameters=(
        Parameter(
            name="X-Workspace",
            argument="x_workspace",
            location="header",
            is_global=True,
        ),
        Parameter(name="agent_id", location="path"),
        Parameter(name="since"),
    ),
    replies=(
        Reply(
            media_type="application/jsonl",
            decoder="json-lines",
            type=lambda: models.LogLine,
        ),
    ),
    accept="application/jsonl",
)

_LIST: Operation[Optional[models.ListAgentsResponse]] = Operation(
    id="listAgents",
    method="GET",
    path="/agents",
    parameters=(
        Parameter(
            name="X-Workspace",
            argument="x_workspace",
            location="header",
            is_global=True,
        ),
        Parameter(name="cursor", nullable=True),
        Parameter(name="limit"),
        Parameter(name="status", explode=False),
    ),
    replies=(Reply(type=lambda: models.AgentPage),),
    errors=(_ERROR_401,),
    pagination=Pagination(
        kind="cursor",
        inputs=(PageInput(role="cursor", argument="cursor"),),
        results="$.data",
        next_cursor="$.next_cursor",
    ),
    wrapper=Wrapper(type=lambda: models.ListAgentsResponse, next="next"),
)

_CREATE: Operation[models.Agent] = Operation(
    id="createAgent",
    method="POST",
    path="/agents",
    parameters=(
        Parameter(
            name="X-Workspace",
            argument="x_workspace",
            location="header",
            is_global=True,
        ),
    ),
    body=Body(
        fields=(
            ("name", "name"),
            ("model", "model"),
            ("instructions", "instructions"),
            ("tools", "tools"),
            ("labels", "labels"),
        ),
        type=lambda: models.AgentInput,
        required=True,
    ),
    replies=(Reply(status="201", type=lambda: models.Agent),),
    errors=(_ERROR_401, _ERROR_422),
)

_GET: Operation[models.Agent] = Operation(
    id="getAgent",
    method="GET",
    path="/agents/{agent_id}",
    parameters=(
        Parameter(
            name="X-Workspace",
            argument="x_workspace",
            location="header",
            is_global=True,
        ),
        Parameter(name="agent_id", location="path"),
    ),
    replies=(Reply(type=lambda: models.Agent),),
    errors=(_ERROR_404,),
    timeout_ms=10000,
)

_UPDATE: Operation[models.Agent] = Operation(
    id="updateAgent",
    method="PATCH",
    path="/agents/{agent_id}",
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
            ("name", "name"),
            ("instructions", "instructions"),
            ("labels", "labels"),
        ),
        type=lambda: models.AgentPatch,
        required=True,
    ),
    replies=(Reply(type=lambda: models.Agent),),
    errors=(_ERROR_404,),
)

_DELETE: Operation[None] = Operation(
    id="deleteAgent",
    method="DELETE",
    path="/agents/{agent_id}",
    parameters=(
        Parameter(
            name="X-Workspace",
            argument="x_workspace",
            location="header",
            is_global=True,
        ),
        Parameter(name="agent_id", location="path"),
    ),
    replies=(Reply(status="204", media_type="", decoder="none"),),
    errors=(_ERROR_404,),
    accept="*/*",
)


class Agents(BaseSDK):
    """Agents and their settings."""

    responses: Responses
    runs: Runs

    _sub_sdk_map = {
        "responses": (".responses", "Responses"),
        "runs": (".runs", "Runs"),
    }

    def watch(
        self,
        *,
        agent_id: str,
        x_workspace: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> eventstreaming.EventStream[models.WatchAgentResponse]:
        """Watch an agent

        Streams what the agent does until the connection is closed.

        :param agent_id: The agent's id.
        :param x_workspace:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _WATCH,
            {"agent_id": agent_id, "x_workspace": x_workspace},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def export_log(
        self,
        *,
        agent_id: str,
        x_workspace: Optional[str] = None,
        since: Optional[datetime] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> jsonl.JsonLStream[models.LogLine]:
        """Export the log

        Returns the log of an agent, one JSON document a line.

        :param agent_id: The agent's id.
        :param x_workspace:
        :param since:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _EXPORT_LOG,
            {"agent_id": agent_id, "x_workspace": x_workspace, "since": since},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def list(
        self,
        *,
        x_workspace: Optional[str] = None,
        cursor: OptionalNullable[str] = UNSET,
        limit: Optional[int] = 20,
        status: Optional[Iterable[models.AgentStatus]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.ListAgentsResponse]:
        """List agents

        Returns the agents of the workspace, newest first.

        :param x_workspace:
        :param cursor: Where to go on, as the last page said.
        :param limit: How many agents a page has at most.
        :param status: Only agents in one of these states.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _LIST,
            {
                "x_workspace": x_workspace,
                "cursor": cursor,
                "limit": limit,
                "status": status,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def create(
        self,
        *,
        name: str,
        model: models.ModelName,
        x_workspace: Optional[str] = None,
        instructions: Optional[str] = None,
        tools: Optional[
            Union[Iterable[models.Tool], Iterable[models.ToolTypedDict]]
        ] = None,
        labels: Optional[Mapping[str, str]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.Agent:
        """Create an agent

        :param name:
        :param model:
        :param x_workspace:
        :param instructions:
        :param tools:
        :param labels:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _CREATE,
            {
                "name": name,
                "model": model,
                "x_workspace": x_workspace,
                "instructions": instructions,
                "tools": tools,
                "labels": labels,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def get(
        self,
        *,
        agent_id: str,
        x_workspace: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.Agent:
        """Get an agent

        :param agent_id: The agent's id.
        :param x_workspace:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _GET,
            {"agent_id": agent_id, "x_workspace": x_workspace},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def update(
        self,
        *,
        agent_id: str,
        x_workspace: Optional[str] = None,
        name: Optional[str] = None,
        instructions: OptionalNullable[str] = UNSET,
        labels: OptionalNullable[Mapping[str, str]] = UNSET,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.Agent:
        """Update an agent

        Changes what is given; `null` clears a value, an absent one stays as it is.

        :param agent_id: The agent's id.
        :param x_workspace:
        :param name:
        :param instructions:
        :param labels:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _UPDATE,
            {
                "agent_id": agent_id,
                "x_workspace": x_workspace,
                "name": name,
                "instructions": instructions,
                "labels": labels,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    def delete(
        self,
        *,
        agent_id: str,
        x_workspace: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Delete an agent

        :param agent_id: The agent's id.
        :param x_workspace:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _DELETE,
            {"agent_id": agent_id, "x_workspace": x_workspace},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def watch_async(
        self,
        *,
        agent_id: str,
        x_workspace: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> eventstreaming.EventStreamAsync[models.WatchAgentResponse]:
        """Watch an agent

        Streams what the agent does until the connection is closed.

        :param agent_id: The agent's id.
        :param x_workspace:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _WATCH,
            {"agent_id": agent_id, "x_workspace": x_workspace},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def export_log_async(
        self,
        *,
        agent_id: str,
        x_workspace: Optional[str] = None,
        since: Optional[datetime] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> jsonl.JsonLStreamAsync[models.LogLine]:
        """Export the log

        Returns the log of an agent, one JSON document a line.

        :param agent_id: The agent's id.
        :param x_workspace:
        :param since:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _EXPORT_LOG,
            {"agent_id": agent_id, "x_workspace": x_workspace, "since": since},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def list_async(
        self,
        *,
        x_workspace: Optional[str] = None,
        cursor: OptionalNullable[str] = UNSET,
        limit: Optional[int] = 20,
        status: Optional[Iterable[models.AgentStatus]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> Optional[models.ListAgentsResponse]:
        """List agents

        Returns the agents of the workspace, newest first.

        :param x_workspace:
        :param cursor: Where to go on, as the last page said.
        :param limit: How many agents a page has at most.
        :param status: Only agents in one of these states.
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _LIST,
            {
                "x_workspace": x_workspace,
                "cursor": cursor,
                "limit": limit,
                "status": status,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def create_async(
        self,
        *,
        name: str,
        model: models.ModelName,
        x_workspace: Optional[str] = None,
        instructions: Optional[str] = None,
        tools: Optional[
            Union[Iterable[models.Tool], Iterable[models.ToolTypedDict]]
        ] = None,
        labels: Optional[Mapping[str, str]] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.Agent:
        """Create an agent

        :param name:
        :param model:
        :param x_workspace:
        :param instructions:
        :param tools:
        :param labels:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _CREATE,
            {
                "name": name,
                "model": model,
                "x_workspace": x_workspace,
                "instructions": instructions,
                "tools": tools,
                "labels": labels,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def get_async(
        self,
        *,
        agent_id: str,
        x_workspace: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.Agent:
        """Get an agent

        :param agent_id: The agent's id.
        :param x_workspace:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _GET,
            {"agent_id": agent_id, "x_workspace": x_workspace},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def update_async(
        self,
        *,
        agent_id: str,
        x_workspace: Optional[str] = None,
        name: Optional[str] = None,
        instructions: OptionalNullable[str] = UNSET,
        labels: OptionalNullable[Mapping[str, str]] = UNSET,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.Agent:
        """Update an agent

        Changes what is given; `null` clears a value, an absent one stays as it is.

        :param agent_id: The agent's id.
        :param x_workspace:
        :param name:
        :param instructions:
        :param labels:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _UPDATE,
            {
                "agent_id": agent_id,
                "x_workspace": x_workspace,
                "name": name,
                "instructions": instructions,
                "labels": labels,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def delete_async(
        self,
        *,
        agent_id: str,
        x_workspace: Optional[str] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Delete an agent

        :param agent_id: The agent's id.
        :param x_workspace:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _DELETE,
            {"agent_id": agent_id, "x_workspace": x_workspace},
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
