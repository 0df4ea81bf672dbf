"""Generated from the OpenAPI document; do not edit."""

from enum import Enum

from .._runtime.openenums import OpenEnumMeta


class OrderState(int, Enum, metaclass=OpenEnumMeta):
    OPEN = 0
    """It can still change."""
    PAID = 1
    """It is paid."""
    SHIPPED = 2
    """It is on its way."""
