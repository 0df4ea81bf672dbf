"""The API as JSON, for people and snapshots."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum

from sdkloom.ir.api import Api
from sdkloom.ir.types import Json


def dump(api: Api) -> str:
    """Return the API as indented JSON, with what holds its default left out."""
    return json.dumps(plain(api), indent=2, ensure_ascii=False) + "\n"


def plain(value: object) -> Json:
    """Return a value of the IR as JSON has it; `is` names the class of a record."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        record: dict[str, Json] = {"is": type(value).__name__}
        for item in fields(value):
            content = getattr(value, item.name)
            default = item.default
            if default is MISSING or content != default:
                record[item.name] = plain(content)
        return record
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value
