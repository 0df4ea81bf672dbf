"""Generated from the OpenAPI document; do not edit."""

from ._classes import CLASSES as CLASSES
from .missing_error import MissingError as MissingError
from .missing_error import MissingErrorData as MissingErrorData
from .no_response_error import NoResponseError as NoResponseError
from .petsdefaulterror import PetsDefaultError as PetsDefaultError
from .petserror import PetsError as PetsError
from .problem import Problem as Problem
from .problem import ProblemData as ProblemData
from .responsevalidationerror import ResponseValidationError as ResponseValidationError
