"""Generated from the OpenAPI document; do not edit."""

from typing import Literal, Union

from .._runtime.models import UnrecognizedStr

AgentStatus = Union[Literal["draft", "live", "paused"], UnrecognizedStr]
"""Whether an agent answers."""
