"""The passes of a run, in order: the first file to read."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sdkloom.diagnostics import Diagnostics, Remark, Severity
from sdkloom.document.meaning import check_meaning
from sdkloom.document.merge import merge
from sdkloom.document.overlay import apply_overlays
from sdkloom.document.resolve import resolve
from sdkloom.document.source import Source, load
from sdkloom.document.validate import validate
from sdkloom.document.yaml_events import MAX_DEPTH
from sdkloom.files import OutputFile, PlannedFile
from sdkloom.graph.api import build
from sdkloom.inputs import LOCK_PATH, Inputs, read_inputs
from sdkloom.ir.api import Api
from sdkloom.lock import Lock
from sdkloom.lock_text import lock_text
from sdkloom.output.changes import Action, Change, checksum, compare
from sdkloom.output.format import format_files
from sdkloom.output.render import render
from sdkloom.output.runtime import runtime_files
from sdkloom.output.sections import keep_text
from sdkloom.output.write import write, write_file
from sdkloom.settings import Settings, named_after
from sdkloom.targets.docs.plan import examples as examples_of
from sdkloom.targets.docs.plan import plan as plan_pages
from sdkloom.targets.python.names import assign_names
from sdkloom.targets.python.names_table import Names
from sdkloom.targets.python.plan import package_folder
from sdkloom.targets.python.plan import plan as plan_package

Progress = Callable[[str], None]
"""Is told the name of each pass when it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a run is asked for beside the document; the command line's help says it at length."""

    config: Path | None = None
    lock: Path | None = None
    out: Path | None = None
    strict: bool = False
    complete: bool = False
    """Also look for faults that do not matter to us, which takes long."""
    only_pages: bool = False
    merged: tuple[Path, ...] = ()
    """Documents to merge into the first, in order."""
    overlays: tuple[Path, ...] = ()
    strict_overlay: bool = False
    """An overlay's action that matches nothing is an error."""
    entry: str = ""
    """The document's path in a folder or an archive that is given for it, "" has it found."""
    allow_ref: tuple[str, ...] = ()
    """Folders and beginnings of https addresses that references may lead to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a run has made, as text, and everything it had to say.

    `api` and `names` are None if the document could not be read that far; `files` is empty if
    there are errors. `tracked` are the files that earlier runs wrote, with their checksums.
    """

    settings: Settings
    lock: Lock
    tracked: Mapping[str, str]
    sources: Mapping[str, Source]
    remarks: tuple[Remark, ...] = ()
    api: Api | None = None
    names: Names | None = None
    files: tuple[OutputFile, ...] = ()
    only_pages: bool = False

    def of(self, severity: Severity) -> tuple[Remark, ...]:
        """Return the remarks of one severity."""
        return tuple(remark for remark in self.remarks if remark.severity is severity)

    @property
    def has_errors(self) -> bool:
        """Whether anything forbids to write."""
        return bool(self.of(Severity.ERROR))


@contextmanager
def _room_for_nesting() -> Iterator[None]:
    """Let passes recurse as deep as documents are read (`MAX_DEPTH` containers)."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, 20 * MAX_DEPTH))
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)


@_room_for_nesting()
def generate(
    spec: Path | str,
    options: Options = Options(),
    progress: Progress = lambda name: None,
) -> Result:
    """Return the SDK of a document as files, without writing them."""
    result = understand(Path(spec), options, progress)
    if result.has_errors or result.api is None or result.names is None:
        return result
    progress("rendering")
    planned: list[PlannedFile | OutputFile] = []
    runtime: tuple[OutputFile, ...] = ()
    api, names, settings, lock = result.api, result.names, result.settings, result.lock
    if not options.only_pages:
        planned.extend(plan_package(api, names, settings))
        runtime = runtime_files(
            package_folder(settings), settings.python.http_client_library
        )
    planned.extend(plan_pages(api, names, settings, lock))
    # A view is let go when it is text: together they would be the most memory of a run.
    planned.reverse()
    rendered = [render(planned.pop()) for _ in range(len(planned))]
    progress("formatting")
    return replace(
        result,
        files=(*keep_text(format_files(rendered), options.out), *runtime),
        lock=lock.with_parts(examples=examples_of(api, names, settings, lock)),
        only_pages=options.only_pages,
    )


@_room_for_nesting()
def understand(
    spec: Path, options: Options, progress: Progress = lambda name: None
) -> Result:
    """Return what a document means and what everything is called; no file is made yet."""
    diagnostics = Diagnostics()
    progress("reading")
    inputs = read_inputs(
        spec, diagnostics, config=options.config, lock=options.lock, out=options.out
    )
    source = _read(spec, options, diagnostics)
    if source is None:
        return _result(inputs, diagnostics, options)
    validate(source, diagnostics, full=options.strict or options.complete)
    progress("resolving")
    document = resolve(
        source,
        diagnostics,
        allow_ref=options.allow_ref,
        children=not inputs.settings.is_switched,
    )
    if document is None:
        return _result(inputs, diagnostics, options, {"": source})
    check_meaning(document, diagnostics)
    progress("understanding")
    settings = named_after(document.root.value, inputs.settings)
    inputs = replace(inputs, settings=settings)
    api = build(document, settings, diagnostics)
    progress("naming")
    names = assign_names(api, settings)
    result = _result(inputs, diagnostics, options, document.sources)
    return replace(result, api=api, names=names)


def _read(spec: Path, options: Options, diagnostics: Diagnostics) -> Source | None:
    """Return the document with others merged into it and overlays applied."""
    sources = [
        load(spec, diagnostics, entry=options.entry),
        *(load(path, diagnostics) for path in options.merged),
    ]
    overlays = [load(path, diagnostics) for path in options.overlays]
    if None in sources or None in overlays:
        return None
    return apply_overlays(
        merge([source for source in sources if source is not None], diagnostics),
        [overlay for overlay in overlays if overlay is not None],
        diagnostics,
        strict=options.strict_overlay,
    )


def _result(
    inputs: Inputs,
    diagnostics: Diagnostics,
    options: Options,
    sources: Mapping[str, Source] | None = None,
) -> Result:
    remarks = diagnostics.remarks
    if options.strict:
        remarks = [
            (
                remark
                if remark.severity is Severity.INFO
                else replace(remark, severity=Severity.ERROR)
            )
            for remark in remarks
        ]
    return Result(
        settings=inputs.settings,
        lock=inputs.lock,
        tracked=inputs.tracked,
        sources={**inputs.sources, **(sources or {})},
        remarks=tuple(remarks),
    )


def changes_in(
    result: Result, folder: Path, *, force: bool = False
) -> tuple[Change, ...]:
    """Return what writing the result to a folder would change there."""
    tracked = {
        path: mark
        for path, mark in result.tracked.items()
        if path.endswith(".md") or not result.only_pages
    }
    return compare(result.files, folder, tracked, force=force)


def write_sdk(
    result: Result, changes: Sequence[Change], folder: Path
) -> Iterator[Change]:
    """Carry out the changes and write the lock; yield each change when it is done.

    The lock is written also when the run is stopped half way, so that the next one knows what
    is ours.
    """
    files = {file.path: file for file in result.files}
    tracked = dict(result.tracked)
    try:
        for change in write(changes, result.files, folder):
            if change.action is Action.REMOVED:
                del tracked[change.path]
            elif change.action is not Action.KEPT and not files[change.path].once:
                text = files[change.path].text.encode("utf-8")
                tracked[change.path] = checksum(text)
            yield change
    finally:
        for path in tracked.keys() - files.keys():
            if not os.path.lexists(folder / path):
                del tracked[path]
        _write_lock(result.lock.with_files(tracked), folder)


def _write_lock(lock: Lock, folder: Path) -> None:
    place = folder / LOCK_PATH
    text = lock_text(lock)
    if not place.is_file() or place.read_text(encoding="utf-8") != text:
        place.parent.mkdir(parents=True, exist_ok=True)
        write_file(place, text)
