"""Parts that are themselves a form or multipart (OpenAPI 3.2, Nested Encoding)."""

from __future__ import annotations

from typing import Any, Callable, Mapping, Optional

from .bodies import form_text
from .multipart import media_type_of, named_parts
from .operation import Part
from .parts import placed_parts
from .properties import table_of
from .uploads import Source, source_of
from .values import field_text, scalar_text


def form_of(part: Part) -> Callable[[Any], str]:
    """Return the function that writes a property of a form which is a form itself, as a text."""
    table = table_of(part.type, part.parts)
    encodings = {one.name: one for one in part.parts}

    def text_of(value: Any) -> str:
        is_object = isinstance(value, Mapping) or hasattr(value, "__pydantic_fields__")
        if not is_object or "form-urlencoded" not in part.content_type.lower():
            return field_text(value)
        return form_text(table.read(value), encodings)

    return text_of


def nested(value: Any, part: Part) -> Optional[tuple[Source, str]]:
    """Return the content of a part in parts, and its media type; None if the value has none."""
    media_type = media_type_of(part).partition(";")[0].strip() or "multipart/mixed"
    is_multipart = media_type.lower().startswith("multipart/")
    if isinstance(value, Mapping) or hasattr(value, "__pydantic_fields__"):
        values = table_of(part.type, part.parts).read(value)
        encodings = {one.name: one for one in part.parts}
        if is_multipart:
            return named_parts(values, encodings, media_type)
        return source_of(form_text(values, encodings)), media_type
    is_text = scalar_text(value) is not None
    is_many = hasattr(value, "__iter__") or hasattr(value, "__aiter__")
    if is_text or not is_many or not is_multipart:
        return None
    return placed_parts(value, part, media_type)
