"""Generated from the OpenAPI document; do not edit."""

from .._runtime.errors import ErrorClasses
from .apierror import APIError
from .no_response_error import NoResponseError
from .responsevalidationerror import ResponseValidationError
from .shoperror import ShopError

CLASSES = ErrorClasses(
    base=ShopError,
    default=APIError,
    validation=ResponseValidationError,
    no_response=NoResponseError,
)
