"""Files inside of JSON: properties that are given as files and sent as base64 text."""

from __future__ import annotations

import os
from base64 import b64encode
from typing import Any

from pydantic_core import PydanticCustomError, core_schema


def encode_files(schema: dict[str, Any]) -> None:
    """Make a schema take files, and write their content as base64."""
    schema.clear()
    schema.update(
        core_schema.no_info_plain_validator_function(
            _checked,
            serialization=core_schema.plain_serializer_function_ser_schema(
                _encoded, when_used="json"
            ),
        )
    )


def _checked(value: Any) -> Any:
    """Take a path, a binary file object, or the text of a reply."""
    if isinstance(value, (str, os.PathLike)) or hasattr(value, "read"):
        return value
    raise PydanticCustomError("file", "a path or an open file is needed")


def _encoded(value: Any) -> Any:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, os.PathLike):
        with open(value, "rb") as file:
            return _text(file.read())
    return _text(value.read()) if hasattr(value, "read") else value


def _text(content: Any) -> str:
    return b64encode(content.encode() if isinstance(content, str) else content).decode()
