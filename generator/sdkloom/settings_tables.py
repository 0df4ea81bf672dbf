"""Settings that are tables: dependencies by group, links by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Tables = dict[str, dict[str, Any]]


def groups_of(value: Any) -> Tables | None:
    """Return dependencies by group, None if that is not what a value holds.

    SDKs of the first generation have the group `main` as `dependencies`, and all others together
    under `extraDependencies`.
    """
    found: Tables = {}
    for name, table in value.items() if isinstance(value, Mapping) else ():
        inner = {"main": table} if name == "dependencies" else {name: table}
        read = tables_of(table if name == "extraDependencies" else inner)
        if read is None:
            return None
        for group, members in read.items():
            found.setdefault(group, {}).update(members)
    return found if isinstance(value, Mapping) else None


def tables_of(value: Any) -> Tables | None:
    """Return a mapping of mappings, those that hold nothing left out; None if it is none."""
    if not isinstance(value, Mapping):
        return None
    found: Tables = {}
    for name, table in value.items():
        if isinstance(table, Mapping):
            found[str(name)] = {str(key): said for key, said in table.items()}
        elif table:
            return None
    return found


def texts_of(value: Any) -> dict[str, str] | None:
    """Return a mapping of texts, None if it is none."""
    if not isinstance(value, Mapping):
        return None
    if not all(isinstance(text, str) for text in value.values()):
        return None
    return {str(name): text for name, text in value.items()}
