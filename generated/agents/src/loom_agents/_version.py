"""The versions of the SDK.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

__title__: str = "loom-agents"
__version__: str = "0.1.0"
__openapi_doc_version__: str = "1.4.0"
__user_agent__: str = "loom-agents/0.1.0 python (1.4.0)"
