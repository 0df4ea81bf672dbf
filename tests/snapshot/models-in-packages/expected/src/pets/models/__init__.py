"""The packages of types.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from .._runtime.lazy import lazy_exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import components, errors, operations

__all__ = [
    "components",
    "errors",
    "operations",
]

if not TYPE_CHECKING:  # a type checker must see the names above and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {},
        {
            "components": ".components",
            "errors": ".errors",
            "operations": ".operations",
        },
    )
