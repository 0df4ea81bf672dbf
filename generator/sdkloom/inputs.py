"""What a run is given beside the document: settings and lock, found and read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.source import Source, load
from sdkloom.lock import Lock, read_lock
from sdkloom.settings import Settings
from sdkloom.settings_age import version_told_by
from sdkloom.settings_reading import read_settings

LOCK_PATH = ".speakeasy/gen.lock"
CONFIG_PATHS = (".speakeasy/gen.yaml", "gen.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The settings and the lock of a run.

    `tracked` are the files that earlier runs wrote to the output folder. `sources` are the files
    that were read, by the name that remarks give them.
    """

    settings: Settings
    lock: Lock
    tracked: Mapping[str, str]
    sources: Mapping[str, Source]


def read_inputs(
    spec: Path,
    diagnostics: Diagnostics,
    *,
    config: Path | None = None,
    lock: Path | None = None,
    out: Path | None = None,
) -> Inputs:
    """Return settings and lock, from the files named or from those that lie where they should.

    Settings are looked for beside the document, then in the output folder; the lock in the output
    folder. A lock from elsewhere gives its examples, and says which files in the output folder
    are ours where that folder has no lock of its own.
    """
    sources: dict[str, Source] = {}
    config = config or find_config(spec, out)
    own_lock = out / LOCK_PATH if out else None
    if own_lock and not own_lock.is_file():
        own_lock = None
    written = _value(config, sources, diagnostics)
    settings = read_settings(written, diagnostics)
    chosen = read_lock(_value(lock or own_lock, sources, diagnostics), diagnostics)
    tracked = chosen.files
    if lock and own_lock and lock.resolve() != own_lock.resolve():
        tracked = read_lock(_value(own_lock, sources, diagnostics), diagnostics).files
    version = chosen.generator_version or version_told_by(written)
    return Inputs(
        settings=replace(settings, generator_version=version),
        lock=chosen,
        tracked=tracked,
        sources=sources,
    )


def find_config(spec: Path, out: Path | None) -> Path | None:
    """Return the settings beside the document, or those of the output folder, if there are any."""
    found = config_in(spec if spec.is_dir() else spec.parent)
    return found or (config_in(out) if out else None)


def config_in(folder: Path) -> Path | None:
    """Return the settings that lie in a folder where they should; None if there are none."""
    paths = (folder / path for path in CONFIG_PATHS)
    return next((path for path in paths if path.is_file()), None)


def _value(
    path: Path | None, sources: dict[str, Source], diagnostics: Diagnostics
) -> Any:
    """Return what a file holds, None if there is none; faults in it are remarks."""
    if path is None:
        return None
    source = load(path, diagnostics)
    if source is None:
        return None
    sources[path.name] = source
    return source.value
