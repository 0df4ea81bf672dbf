"""The versions of the SDK.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

__title__: str = "loom-shop"
__version__: str = "0.1.0"
__openapi_doc_version__: str = "2.1.0"
__user_agent__: str = "loom-shop/0.1.0 python (2.1.0)"
