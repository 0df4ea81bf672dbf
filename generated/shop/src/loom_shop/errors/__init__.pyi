"""Generated from the OpenAPI document; do not edit."""

from ._classes import CLASSES as CLASSES
from .apierror import APIError as APIError
from .conflict import Conflict as Conflict
from .conflict import ConflictData as ConflictData
from .failure import Failure as Failure
from .failure import FailureData as FailureData
from .no_response_error import NoResponseError as NoResponseError
from .placeorderop import PaymentFailedError as PaymentFailedError
from .placeorderop import PaymentFailedErrorData as PaymentFailedErrorData
from .responsevalidationerror import ResponseValidationError as ResponseValidationError
from .shoperror import ShopError as ShopError
