"""Generated from the OpenAPI document; do not edit."""

from ._classes import CLASSES as CLASSES
from .missing import Missing as Missing
from .missing import MissingData as MissingData
from .no_response_error import NoResponseError as NoResponseError
from .petserror import PetsError as PetsError
from .responsevalidationerror import ResponseValidationError as ResponseValidationError
from .sdkerror import SDKError as SDKError
