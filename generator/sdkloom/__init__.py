"""sdkloom reads an OpenAPI document and writes a complete Python SDK with its pages."""

from __future__ import annotations

__version__ = "0.1.0"
