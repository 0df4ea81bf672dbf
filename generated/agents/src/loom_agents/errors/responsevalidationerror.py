"""Generated from the OpenAPI document; do not edit."""

from dataclasses import dataclass

from .agentserror import AgentsError


@dataclass(init=False, repr=False, eq=False)
class ResponseValidationError(AgentsError):
    """The error of a reply that is not what the document says."""
