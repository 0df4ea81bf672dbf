"""Generated from the OpenAPI document; do not edit."""

from .child import Child as Child
from .child import ChildTypedDict as ChildTypedDict
from .parent import Parent as Parent
from .parent import ParentTypedDict as ParentTypedDict
