"""Where your hooks are registered. This file is yours: it is written once."""

from __future__ import annotations

from .types import Hooks


def init_hooks(hooks: Hooks) -> None:
    """Register hooks: `hooks.register_before_request_hook(MyHook())` and its like.

    This function is called once for each client.
    """
