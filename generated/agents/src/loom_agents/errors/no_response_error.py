"""Generated from the OpenAPI document; do not edit."""

from dataclasses import dataclass

from .agentserror import AgentsError


@dataclass(init=False, repr=False, eq=False)
class NoResponseError(AgentsError):
    """The error of a call that got no reply."""

    message: str
