"""Which standard, and which version of it, a document says it is written in."""

from __future__ import annotations

import re
from typing import Any, Final

from sdkloom.diagnostics import Diagnostics

SUPPORTED: Final = "Swagger 2.0, OpenAPI 3.0, 3.1 and 3.2"

_VERSION: Final = re.compile(r"(2\.0|3\.[012])(?:\.[0-9]+)?(?:[-+].*)?\Z").match
_SIBLINGS: Final = {
    "asyncapi": "an AsyncAPI document",
    "arazzo": "an Arazzo document",
    "overlay": "an OpenAPI overlay",
    "swaggerVersion": "a Swagger 1 document",
}


def read_version(value: Any, diagnostics: Diagnostics) -> str:
    """Return `2.0`, `3.0`, `3.1` or `3.2`; "" where the document is none of these.

    Why not is then among the remarks.
    """
    if not isinstance(value, dict):
        what = "a list" if isinstance(value, list) else "a single value"
        if value is None:
            diagnostics.error("empty", "#", "the document is empty")
        else:
            diagnostics.error(
                "not-openapi",
                "#",
                f"a document is an object (a mapping), and this is {what}",
            )
        return ""
    for key in ("openapi", "swagger"):
        if value.get(key) is not None:
            return _read(key, value, diagnostics)
    for key, name in _SIBLINGS.items():
        if key in value:
            version = value[key]
            diagnostics.error(
                "not-openapi",
                f"#/{key}",
                f"this is {name} ({key} {version}); what can be read is {SUPPORTED}",
                on_key=True,
            )
            return ""
    hint = 'begin with a line such as "openapi: 3.1.0"' if "paths" in value else ""
    diagnostics.error(
        "not-openapi",
        "#",
        "neither 'openapi' nor 'swagger' is at the top: this is no OpenAPI document",
        hint=hint,
    )
    return ""


def _read(key: str, value: dict[str, Any], diagnostics: Diagnostics) -> str:
    written = value[key]
    found = _VERSION(str(written)) if type(written) in (str, float, int) else None
    if written == 2 and type(written) is int:
        found = _VERSION("2.0")
    if found is None or (found[1] == "2.0") != (key == "swagger"):
        diagnostics.error(
            "version",
            f"#/{key}",
            f"{key} {written} cannot be read; what can be read is {SUPPORTED}",
        )
        return ""
    if key == "openapi" and "swagger" in value:
        diagnostics.warning(
            "both-versions",
            "#/swagger",
            "both 'openapi' and 'swagger' are at the top: the document is read as"
            f" OpenAPI {written}",
            on_key=True,
        )
    return found[1]
