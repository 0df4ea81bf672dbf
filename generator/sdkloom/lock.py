"""The lock (`gen.lock`): what a run leaves for the next one, as one value.

A lock that another tool wrote is kept whole: we read and change the parts we know, and every
other part goes through untouched.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sdkloom.diagnostics import Diagnostics

LOCK_VERSION = "2.0.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """The parts of a lock, by their names in the file and in its order."""

    parts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def examples(self) -> Mapping[str, Mapping[str, Any]]:
        """The example values of each operation, by example name; they keep snippets stable."""
        written = _mapping(self.parts.get("examples"))
        return {key: one for key, one in written.items() if isinstance(one, Mapping)}

    @property
    def management(self) -> Mapping[str, Any]:
        """Versions and checksums of the run that wrote the lock."""
        return _mapping(self.parts.get("management"))

    @property
    def files(self) -> Mapping[str, str]:
        """The files that earlier runs wrote, each with its checksum, "" where none is known."""
        listed = self.parts.get("generatedFiles")
        found = {path: "" for path in listed or () if isinstance(path, str)}
        for path, entry in _mapping(self.parts.get("trackedFiles")).items():
            if not _mapping(entry).get("deleted"):
                found[path] = str(_mapping(entry).get("last_write_checksum") or "")
        return found

    @property
    def generator_version(self) -> str:
        """The version of the generator that wrote the lock, "" if it does not say."""
        return str(self.management.get("generationVersion") or "")

    def with_parts(self, **parts: Any) -> Lock:
        """Return the lock with some parts replaced; a new part goes to the end."""
        return Lock(parts={**self.parts, **parts})

    def with_files(self, checksums: Mapping[str, str]) -> Lock:
        """Return the lock with these files as the tracked ones.

        What another tool notes beside a file's checksum is kept, but for its mark of the content
        that was there before.
        """
        before = _mapping(self.parts.get("trackedFiles"))
        tracked = {}
        for path in sorted(checksums):
            entry = dict(_mapping(before.get(path)))
            if entry.get("last_write_checksum") != checksums[path]:
                entry.pop("pristine_git_object", None)
                entry.pop("deleted", None)
            tracked[path] = {**entry, "last_write_checksum": checksums[path]}
        parts = {key: self.parts[key] for key in self.parts if key != "generatedFiles"}
        return Lock(parts={**parts, "trackedFiles": tracked})


def read_lock(value: Any, diagnostics: Diagnostics, name: str = "gen.lock") -> Lock:
    """Return the lock of a parsed file; None is the empty lock of a first run."""
    if value is None:
        return Lock(parts={"lockVersion": LOCK_VERSION})
    if not isinstance(value, Mapping):
        diagnostics.error("lock-unreadable", f"{name}#", "the lock is not a mapping")
        return Lock()
    return Lock(parts=dict(value))


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
