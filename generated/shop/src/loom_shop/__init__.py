"""Shop API.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from ._runtime.lazy import lazy_exports
from ._version import __openapi_doc_version__, __title__, __user_agent__, __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import errors, models, types, utils
    from .sdk import Shop
    from .sdkconfiguration import (
        SDKConfiguration,
        SERVERS,
        SERVER_PRODUCTION,
        SERVER_TEST,
    )

__all__ = [
    "OPENAPI_DOC_VERSION",
    "SDKConfiguration",
    "SERVERS",
    "SERVER_PRODUCTION",
    "SERVER_TEST",
    "Shop",
    "USER_AGENT",
    "VERSION",
    "errors",
    "models",
    "types",
    "utils",
    "__openapi_doc_version__",
    "__title__",
    "__user_agent__",
    "__version__",
]

VERSION: str = __version__
OPENAPI_DOC_VERSION: str = __openapi_doc_version__
USER_AGENT: str = __user_agent__

if not TYPE_CHECKING:  # a type checker must see the names above and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".sdk": ("Shop",),
            ".sdkconfiguration": (
                "SDKConfiguration",
                "SERVERS",
                "SERVER_PRODUCTION",
                "SERVER_TEST",
            ),
        },
        {
            "errors": ".errors",
            "models": ".models",
            "types": ".types",
            "utils": ".utils",
        },
    )
