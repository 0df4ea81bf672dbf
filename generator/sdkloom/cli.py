"""The command line: arguments in, exit status out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from sdkloom import __version__
from sdkloom.cli_compare import compare_command
from sdkloom.cli_explain import explain_command
from sdkloom.cli_options import OUT, SPEC, shared_options
from sdkloom.cli_report import FAULTS, LOST, OK, Report
from sdkloom.cli_seal import given_mark, seal_folder, sealed_counts
from sdkloom.coverage import coverage
from sdkloom.diagnostics import Severity
from sdkloom.document.archives import chosen_file
from sdkloom.ir.dump import dump
from sdkloom.output.changes import Action, Change
from sdkloom.pipeline import (
    Options,
    Result,
    changes_in,
    generate,
    understand,
    write_sdk,
)
from sdkloom.settings_page import settings_page


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sdkloom")
def commands() -> None:
    """Read an OpenAPI document and write a complete Python SDK with its pages."""


@commands.command("generate")
@SPEC
@OUT
@shared_options(writing=True)
def generate_command(spec: Path, out: Path, **chosen: Any) -> None:
    """Write the SDK of SPEC to a folder.

    Only files that differ are written; what is not made any more is removed. A file that an
    earlier run did not write, or that was changed since, is left alone and named.
    """
    _run(spec, out, **chosen)


@commands.command("check")
@SPEC
@OUT
@shared_options(writing=True)
def check_command(spec: Path, out: Path, **chosen: Any) -> None:
    """Write nothing; exit with 1 if the folder is not what would be generated."""
    _run(spec, out, checking=True, **chosen)


@commands.command("docs")
@SPEC
@OUT
@shared_options(writing=True)
def docs_command(spec: Path, out: Path, **chosen: Any) -> None:
    """Write only the documentation pages."""
    _run(spec, out, only_pages=True, **chosen)


@commands.command("validate")
@SPEC
@shared_options(writing=False)
def validate_command(
    spec: Path, quiet: bool, as_json: bool, traceback: bool, **chosen: Any
) -> None:
    """Say everything that is wrong with SPEC; write nothing."""
    with Report(quiet=quiet, as_json=as_json, traceback=traceback) as report:
        options = Options(**chosen, complete=True)
        result = understand(spec, options, report.progress)
        report.finish(result, (), _status(result, skip_unsupported=True))


@commands.command("inspect")
@SPEC
@shared_options(writing=False)
def inspect_command(
    spec: Path, quiet: bool, as_json: bool, traceback: bool, **chosen: Any
) -> None:
    """Print what SPEC means, as JSON: operations, types and schemas."""
    with Report(quiet=True, as_json=as_json, traceback=traceback) as report:
        options = Options(**chosen)
        result = understand(spec, options, report.progress)
        report.remarks(result.remarks, result.sources)
        if result.api is not None:
            click.echo(dump(result.api))
        raise SystemExit(FAULTS if result.has_errors else OK)


@commands.command("settings")
def settings_command() -> None:
    """Print every option of gen.yaml, with its values, defaults and effect."""
    click.echo(settings_page(), nl=False)


commands.add_command(explain_command)
commands.add_command(compare_command)


def _run(
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
) -> None:
    options = Options(out=out, only_pages=only_pages, **chosen)
    spec = chosen_file(spec, options.entry)
    with Report(quiet=quiet, as_json=as_json, traceback=traceback) as speaker:
        given = given_mark(spec, options)
        if not (again or as_json or report):
            speaker.progress("looking for changes")
            counts = sealed_counts(spec, out, given)
            if counts is not None:
                is_lost = "left out" in counts and not skip_unsupported
                speaker.finish_sealed(counts, LOST if is_lost else OK)
        result = generate(spec, options, speaker.progress)
        status = _status(result, skip_unsupported=skip_unsupported)
        changes: Sequence[Change] = ()
        if not result.has_errors:
            speaker.progress("comparing")
            changes = changes_in(result, out, force=force)
            if checking and _differs(changes):
                status = FAULTS
            if not checking:
                speaker.progress("writing")
                changes = tuple(write_sdk(result, changes, out))
                speaker.progress("sealing")
                seal_folder(result, changes, spec=spec, out=out, given=given)
        if report and result.api is not None:
            found = coverage(result.api, result.remarks, result.sources)
            report.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
        speaker.finish(result, changes, status, checking=checking)


def _differs(changes: Sequence[Change]) -> bool:
    return any(
        change.action is not Action.UNCHANGED and not change.expected
        for change in changes
    )


def _status(result: Result, *, skip_unsupported: bool) -> int:
    if result.has_errors:
        return FAULTS
    lost = result.of(Severity.UNSUPPORTED)
    return LOST if lost and not skip_unsupported else OK


def main() -> None:
    """Run the command line."""
    commands(prog_name="sdkloom")
