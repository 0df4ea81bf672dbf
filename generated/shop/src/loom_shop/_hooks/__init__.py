"""Hooks: code of yours before and after requests.

Generated from the OpenAPI document; do not edit.
"""

from __future__ import annotations

from .._runtime.hooks import (
    AfterErrorContext,
    AfterErrorHook,
    AfterSuccessContext,
    AfterSuccessHook,
    BeforeRequestContext,
    BeforeRequestHook,
    HookContext,
    Hooks,
    SDKInitHook,
    SDKHooks,
)

__all__ = [
    "AfterErrorContext",
    "AfterErrorHook",
    "AfterSuccessContext",
    "AfterSuccessHook",
    "BeforeRequestContext",
    "BeforeRequestHook",
    "HookContext",
    "Hooks",
    "SDKHooks",
    "SDKInitHook",
]
