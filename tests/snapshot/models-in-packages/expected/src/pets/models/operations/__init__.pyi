"""Generated from the OpenAPI document; do not edit."""

from .changepet import ChangePetRequest as ChangePetRequest
from .changepet import ChangePetRequestTypedDict as ChangePetRequestTypedDict
from .changepet import ChangePetResponse as ChangePetResponse
from .changepet import ChangePetResponseTypedDict as ChangePetResponseTypedDict
from .changepet import Pet as Pet
from .changepet import PetTypedDict as PetTypedDict
from .changepet import Sort as Sort
