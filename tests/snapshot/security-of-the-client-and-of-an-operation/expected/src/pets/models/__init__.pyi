"""Generated from the OpenAPI document; do not edit."""

from .addpetop import AddPetSecurity as AddPetSecurity
from .addpetop import AddPetSecurityTypedDict as AddPetSecurityTypedDict
from .security import Security as Security
from .security import SecurityTypedDict as SecurityTypedDict
