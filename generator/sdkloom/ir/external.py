"""Documentation that lies elsewhere (`externalDocs`)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExternalDocs:
    """Where more is to be read; both texts are "" where the document names no place."""

    url: str = ""
    description: str = ""
