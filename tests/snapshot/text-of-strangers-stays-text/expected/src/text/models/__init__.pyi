"""Generated from the OpenAPI document; do not edit."""

from .readop import AB as AB
from .readop import ReadRequest as ReadRequest
from .readop import ReadRequestTypedDict as ReadRequestTypedDict
