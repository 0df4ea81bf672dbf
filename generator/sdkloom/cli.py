"""The command line: arguments in, exit status out."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from sdkloom import __version__
from sdkloom.cli_compare import compare_command
from sdkloom.cli_explain import explain_command
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

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_SPEC = click.argument("spec", type=click.Path(exists=True, path_type=Path))
_FOLDER = click.Path(file_okay=False, path_type=Path)
_OUT = click.option(
    "-o", "--out", type=_FOLDER, required=True, help="Folder of the SDK."
)


def _options(*, writing: bool) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the options that several commands share."""
    chosen = [
        click.option("-c", "--config", type=_FILE, help="Settings (gen.yaml)."),
        click.option("--lock", type=_FILE, help="Lock (gen.lock) to read."),
        click.option(
            "--merge",
            "merged",
            type=_FILE,
            multiple=True,
            help="Document to merge into SPEC; may be given several times, in order.",
        ),
        click.option(
            "--overlay",
            "overlays",
            type=_FILE,
            multiple=True,
            help="Overlay to apply to SPEC; may be given several times, in order.",
        ),
        click.option(
            "--strict-overlay",
            is_flag=True,
            help="An overlay's action that matches nothing is an error.",
        ),
        click.option(
            "--allow-ref",
            metavar="FOLDER|URL",
            multiple=True,
            help="Folder or beginning of an https address that a $ref may lead to.",
        ),
        click.option(
            "--entry",
            metavar="PATH",
            default="",
            help="The document in SPEC, where that is a folder or an archive (.tar.gz).",
        ),
        click.option("--strict", is_flag=True, help="Warnings are errors."),
        click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong."),
        click.option("--json", "as_json", is_flag=True, help="Report as JSON."),
        click.option(
            "--traceback", is_flag=True, help="Show where an internal fault happened."
        ),
    ]
    if writing:
        chosen += [
            click.option(
                "--skip-unsupported",
                is_flag=True,
                help="Exit with 0 although parts of the document are not generated.",
            ),
            click.option(
                "--force", is_flag=True, help="Write over files changed by hand."
            ),
            click.option(
                "--again",
                is_flag=True,
                help="Do everything anew, and say everything, though nothing has changed.",
            ),
            click.option(
                "--report",
                type=click.Path(dir_okay=False, path_type=Path),
                help="Write what was generated, degraded and refused, as JSON.",
            ),
        ]

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        for option in reversed(chosen):
            command = option(command)
        return command

    return decorate


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sdkloom")
def commands() -> None:
    """Read an OpenAPI document and write a complete Python SDK with its pages."""


@commands.command("generate")
@_SPEC
@_OUT
@_options(writing=True)
def generate_command(spec: Path, out: Path, **chosen: Any) -> None:
    """Write the SDK of SPEC to a folder.

    Only files that differ are written; what is not made any more is removed. A file that an
    earlier run did not write, or that was changed since, is left alone and named.
    """
    _run(spec, out, **chosen)


@commands.command("check")
@_SPEC
@_OUT
@_options(writing=True)
def check_command(spec: Path, out: Path, **chosen: Any) -> None:
    """Write nothing; exit with 1 if the folder is not what would be generated."""
    _run(spec, out, checking=True, **chosen)


@commands.command("docs")
@_SPEC
@_OUT
@_options(writing=True)
def docs_command(spec: Path, out: Path, **chosen: Any) -> None:
    """Write only the documentation pages."""
    _run(spec, out, only_pages=True, **chosen)


@commands.command("validate")
@_SPEC
@_options(writing=False)
def validate_command(
    spec: Path, quiet: bool, as_json: bool, traceback: bool, **chosen: Any
) -> None:
    """Say everything that is wrong with SPEC; write nothing."""
    with Report(quiet=quiet, as_json=as_json, traceback=traceback) as report:
        options = Options(**chosen, complete=True)
        result = understand(spec, options, report.progress)
        report.finish(result, (), _status(result, skip_unsupported=True))


@commands.command("inspect")
@_SPEC
@_options(writing=False)
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
