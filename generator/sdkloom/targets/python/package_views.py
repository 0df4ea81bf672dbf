"""What the templates of the package's own files may see."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectView:
    """The package's metadata; every string is TOML already, "" where there is none."""

    name: str
    version: str
    description: str
    authors: tuple[str, ...]
    license: str
    urls: tuple[str, ...]
    dependencies: tuple[str, ...]
    optional: tuple[str, ...]
    groups: tuple[str, ...]
    build: tuple[str, ...]
    pytest: tuple[str, ...]
