"""Generated from the OpenAPI document; do not edit."""

from enum import Enum

from .._runtime.openenums import OpenEnumMeta


class Currency(str, Enum, metaclass=OpenEnumMeta):
    EUR = "EUR"
    USD = "USD"
    GBP = "GBP"
