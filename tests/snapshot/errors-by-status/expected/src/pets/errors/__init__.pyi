"""Generated from the OpenAPI document; do not edit."""

from ._classes import CLASSES as CLASSES
from .no_response_error import NoResponseError as NoResponseError
from .notfound_error import NotFoundError as NotFoundError
from .notfound_error import NotFoundErrorData as NotFoundErrorData
from .petsdefaulterror import PetsDefaultError as PetsDefaultError
from .petserror import PetsError as PetsError
from .problem import Problem as Problem
from .problem import ProblemData as ProblemData
from .responsevalidationerror import ResponseValidationError as ResponseValidationError
