"""Generated from the OpenAPI document; do not edit."""

from .cat import Cat as Cat
from .cat import CatTypedDict as CatTypedDict
from .dog import Dog as Dog
from .dog import DogTypedDict as DogTypedDict
from .pet import Pet as Pet
from .pet import PetTypedDict as PetTypedDict
from .pet import UnknownPet as UnknownPet
