"""Generated from the OpenAPI document; do not edit."""

from .globals import Globals as Globals
from .globals import GlobalsTypedDict as GlobalsTypedDict
