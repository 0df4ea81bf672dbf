"""Generated from the OpenAPI document; do not edit."""

from typing import Literal, Union

from .._runtime.models import UnrecognizedStr

ModelName = Union[Literal["loom-small", "loom-large"], UnrecognizedStr]
