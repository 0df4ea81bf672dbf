"""One run that makes an SDK: what `generate`, `check`, `docs` and `run` have in common."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from sdkloom.cli_report import FAULTS, LOST, OK, Report
from sdkloom.cli_seal import given_mark, seal_folder, sealed_counts
from sdkloom.coverage import coverage
from sdkloom.diagnostics import Severity
from sdkloom.document.archives import chosen_file
from sdkloom.output.changes import Action, Change
from sdkloom.pipeline import Options, Result, changes_in, generate, write_sdk


def run_generation(
    spec: Path,
    out: Path,
    *,
    skip_unsupported: bool,
    force: bool,
    again: bool,
    report: Path | None,
    quiet: bool,
    as_json: bool,
    traceback: bool,
    checking: bool = False,
    only_pages: bool = False,
    **chosen: Any,
) -> NoReturn:
    """Write an SDK, or compare it with its folder, and end with the exit status.

    What else was `chosen` on the command line are fields of `Options`.
    """
    spec, chosen["entry"] = chosen_file(spec, chosen.get("entry", ""))
    options = Options(out=out, only_pages=only_pages, **chosen)
    with Report(quiet=quiet, as_json=as_json, traceback=traceback) as speaker:
        given = given_mark(spec, options)
        if not (again or as_json or report):
            speaker.progress("looking for changes")
            counts = sealed_counts(spec, out, given)
            if counts is not None:
                is_lost = "left out" in counts and not skip_unsupported
                speaker.finish_sealed(counts, LOST if is_lost else OK)
        result = generate(spec, options, speaker.progress)
        status = exit_status(result, skip_unsupported=skip_unsupported)
        changes: Sequence[Change] = ()
        if not result.has_errors:
            speaker.progress("comparing")
            changes = changes_in(result, out, force=force)
            if not checking:
                speaker.progress("writing")
                changes = tuple(write_sdk(result, changes, out))
                speaker.progress("sealing")
                seal_folder(result, changes, spec=spec, out=out, given=given)
            elif _differs(changes):
                status = FAULTS
        if report:
            _write_report(report, result)
        speaker.finish(result, changes, status, checking=checking)


def _write_report(path: Path, result: Result) -> None:
    """Write what of the document is in the SDK, if the document could be read."""
    if result.api is not None:
        found = coverage(result.api, result.remarks, result.sources)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def _differs(changes: Sequence[Change]) -> bool:
    return any(
        change.action is not Action.UNCHANGED and not change.expected
        for change in changes
    )


def exit_status(result: Result, *, skip_unsupported: bool) -> int:
    """Return how a run ends that has come to this result."""
    if result.has_errors:
        return FAULTS
    lost = result.of(Severity.UNSUPPORTED)
    return LOST if lost and not skip_unsupported else OK
