"""Generated from the OpenAPI document; do not edit."""

from .importop import ImportRequest as ImportRequest
from .importop import ImportRequestBody as ImportRequestBody
from .importop import ImportRequestBodyTypedDict as ImportRequestBodyTypedDict
from .importop import ImportRequestTypedDict as ImportRequestTypedDict
