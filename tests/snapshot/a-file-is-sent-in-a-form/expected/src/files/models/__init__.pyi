"""Generated from the OpenAPI document; do not edit."""

from .uploadop import File as File
from .uploadop import FileTypedDict as FileTypedDict
from .uploadop import UploadRequest as UploadRequest
from .uploadop import UploadRequestTypedDict as UploadRequestTypedDict
