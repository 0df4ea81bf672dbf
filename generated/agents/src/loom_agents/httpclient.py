"""What the SDK needs of an http client.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from ._runtime.httpclient import AsyncHttpClient, ClientOwner, HttpClient, close_clients

__all__ = [
    "AsyncHttpClient",
    "ClientOwner",
    "HttpClient",
    "close_clients",
]
