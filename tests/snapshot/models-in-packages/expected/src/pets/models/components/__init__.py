"""Generated from the OpenAPI document; do not edit."""

from __future__ import annotations

from ..._runtime.lazy import lazy_table

# Each module of this package and the names in it; for type checkers, in `__init__.pyi`.
_NAMES = """\
.pet Pet PetTypedDict
"""

__getattr__, __dir__ = lazy_table(__name__, _NAMES)
