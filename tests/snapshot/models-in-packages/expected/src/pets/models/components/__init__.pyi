"""Generated from the OpenAPI document; do not edit."""

from .pet import Pet as Pet
from .pet import PetTypedDict as PetTypedDict
