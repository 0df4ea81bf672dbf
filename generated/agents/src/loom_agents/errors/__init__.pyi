"""Generated from the OpenAPI document; do not edit."""

from ._classes import CLASSES as CLASSES
from .agentsdefaulterror import AgentsDefaultError as AgentsDefaultError
from .agentserror import AgentsError as AgentsError
from .invalidrequest import InvalidRequest as InvalidRequest
from .invalidrequest import InvalidRequestData as InvalidRequestData
from .no_response_error import NoResponseError as NoResponseError
from .problem import Problem as Problem
from .problem import ProblemData as ProblemData
from .responsevalidationerror import ResponseValidationError as ResponseValidationError
