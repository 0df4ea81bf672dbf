"""Generated from the OpenAPI document; do not edit."""

from .._runtime.errors import ErrorClasses
from .no_response_error import NoResponseError
from .petsdefaulterror import PetsDefaultError
from .petserror import PetsError
from .responsevalidationerror import ResponseValidationError

CLASSES = ErrorClasses(
    base=PetsError,
    default=PetsDefaultError,
    validation=ResponseValidationError,
    no_response=NoResponseError,
)
