"""Logging in on another device, for users without a browser at hand.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from .._runtime.devicelogin import (
    DevicePrompt,
    DeviceToken,
    device_login,
    device_login_async,
)

__all__ = [
    "DevicePrompt",
    "DeviceToken",
    "device_login",
    "device_login_async",
]
