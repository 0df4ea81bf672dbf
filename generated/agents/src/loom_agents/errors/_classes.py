"""Generated from the OpenAPI document; do not edit."""

from .._runtime.errors import ErrorClasses
from .agentsdefaulterror import AgentsDefaultError
from .agentserror import AgentsError
from .no_response_error import NoResponseError
from .responsevalidationerror import ResponseValidationError

CLASSES = ErrorClasses(
    base=AgentsError,
    default=AgentsDefaultError,
    validation=ResponseValidationError,
    no_response=NoResponseError,
)
