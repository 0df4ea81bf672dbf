"""What a run of the command line does not do again, because nothing has changed since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from sdkloom.cli_report import counted
from sdkloom.inputs import find_config
from sdkloom.output.changes import Action, Change
from sdkloom.pipeline import Options, Result
from sdkloom.seal import holds, mark_of_given, read_seal, write_seal


def given_mark(spec: Path, options: Options) -> str:
    """Return the mark of what a run is given, "" if a part of it cannot be read.

    The output folder's own lock is not among it: that is a part of what a run leaves.
    """
    words = [
        str(options.strict),
        str(options.only_pages),
        str(options.strict_overlay),
        options.entry,
        str(options.out and options.out.resolve()),
        *options.allow_ref,
        # Folders may be named from here.
        str(Path.cwd()) if options.allow_ref else "",
    ]
    config = options.config or find_config(spec, options.out)
    files = [spec, config, options.lock, *options.merged, None, *options.overlays]
    try:
        return mark_of_given(words, files)
    except OSError:
        return ""


def sealed_counts(spec: Path, out: Path, given: str) -> Mapping[str, int] | None:
    """Return what the last run counted, if this one would find and leave the very same."""
    seal = read_seal(out) if given else None
    if seal is None or not holds(seal, given, spec, out):
        return None
    return seal.counts


def seal_folder(
    result: Result, changes: Sequence[Change], *, spec: Path, out: Path, given: str
) -> None:
    """Seal what a run has left, unless something of the user's stands in its place."""
    kept = {change.path for change in changes if change.action is Action.KEPT}
    is_plain = all(
        change.expected for change in changes if change.action is Action.KEPT
    )
    if not given or not is_plain:
        return
    files = [file for file in result.files if file.path not in kept]
    counts = counted(result)
    write_seal(
        out,
        given,
        spec=spec,
        sources=(
            (name, source)
            for name, source in result.sources.items()
            # The files of an archive are in what was given.
            if name
            and source.archive is None
            and source.path in {None, spec.parent / name}
        ),
        texts={file.path: file.text for file in files if not file.once},
        others=[*kept, *(file.path for file in files if file.once)],
        counts={**counts, "files": len(files)},
    )
