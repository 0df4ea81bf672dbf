"""What a file is that is neither YAML nor JSON, by its first signs."""

from __future__ import annotations

import re
from typing import Final

from sdkloom.document.yaml_events import Fault

_COMMENTS: Final = r"\s*(?:<!--.*?-->\s*)*"
_PAGE: Final = r"<(?:!doctype\s+html|html|head|body|title|h1|div|p|center)\b"
_FORMATS: Final = (
    (r"PK\x03\x04", "archive", "a ZIP archive", ""),
    (r"%PDF-", "not-openapi", "a PDF file", ""),
    (
        _COMMENTS + _PAGE,
        "not-openapi",
        "an HTML page",
        "a saved login or error page? download the document itself",
    ),
    (_COMMENTS + r"<[?!A-Za-z]", "not-openapi", "an XML file", ""),
    (r"#%RAML\b", "not-openapi", "a RAML document", "convert it to OpenAPI"),
)
_REACH: Final = 5000
"""How far into a text comments are skipped."""


def foreign_format(text: str) -> Fault | None:
    """Return the fault of a text that is of another format, None if it is none that we know."""
    begin = text[:_REACH]
    for pattern, code, name, hint in _FORMATS:
        if re.match(pattern, begin, re.IGNORECASE | re.DOTALL):
            message = f"this is {name}, not an OpenAPI document"
            return Fault(code, message, 0, hint)
    return None
