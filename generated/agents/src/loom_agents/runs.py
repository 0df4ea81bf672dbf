"""Agents.Runs.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from typing import Mapping, Optional

from . import models, utils
from ._runtime.nullable import OptionalNullable
from ._runtime.operation import Body, Operation, Parameter, Reply
from ._runtime.unset import UNSET
from .basesdk import BaseSDK

_START: Operation[models.StartRunResponse] = Operation(
    id="startRun",
    method="POST",
    path="/agents/{agent_id}/runs",
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
        fields=(("input_", "input"), ("priority", "priority")),
        type=lambda: models.StartRunRequestBody,
    ),
    replies=(
        Reply(type=lambda: models.RunDone),
        Reply(status="202", type=lambda: models.RunQueued),
    ),
)


class Runs(BaseSDK):
    """Agents.Runs"""

    def start(
        self,
        *,
        agent_id: str,
        x_workspace: Optional[str] = None,
        input_: Optional[str] = "Go on.",
        priority: Optional[models.Priority] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.StartRunResponse:
        """Start a run

        Runs an agent without waiting, unless it is done at once.

        :param agent_id: The agent's id.
        :param x_workspace:
        :param input_:
        :param priority:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return self._call(
            _START,
            {
                "agent_id": agent_id,
                "x_workspace": x_workspace,
                "input_": input_,
                "priority": priority,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )

    async def start_async(
        self,
        *,
        agent_id: str,
        x_workspace: Optional[str] = None,
        input_: Optional[str] = "Go on.",
        priority: Optional[models.Priority] = None,
        retries: OptionalNullable[utils.RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[int] = None,
        http_headers: Optional[Mapping[str, str]] = None,
    ) -> models.StartRunResponse:
        """Start a run

        Runs an agent without waiting, unless it is done at once.

        :param agent_id: The agent's id.
        :param x_workspace:
        :param input_:
        :param priority:
        :param retries: How to retry this call, instead of what the client says.
        :param server_url: The URL of the server to call, instead of the client's.
        :param timeout_ms: How many milliseconds to wait for the server.
        :param http_headers: Headers to send beside the others; they win over those of
        the same name.
        """
        return await self._call_async(
            _START,
            {
                "agent_id": agent_id,
                "x_workspace": x_workspace,
                "input_": input_,
                "priority": priority,
            },
            retries=retries,
            server_url=server_url,
            timeout_ms=timeout_ms,
            http_headers=http_headers,
        )
