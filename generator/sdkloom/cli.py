"""The command line: arguments in, exit status out."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import click

from sdkloom import __version__
from sdkloom.cli_compare import compare_command
from sdkloom.cli_explain import explain_command
from sdkloom.cli_generate import exit_status, run_generation
from sdkloom.cli_options import OUT, SPEC, shared_options
from sdkloom.cli_report import FAULTS, OK, Report
from sdkloom.cli_run import run_command
from sdkloom.ir.dump import dump
from sdkloom.pipeline import Options, understand
from sdkloom.settings_page import new_settings, settings_page


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
    run_generation(spec, out, **chosen)


@commands.command("check")
@SPEC
@OUT
@shared_options(writing=True)
def check_command(spec: Path, out: Path, **chosen: Any) -> None:
    """Write nothing; exit with 1 if the folder is not what would be generated."""
    run_generation(spec, out, checking=True, **chosen)


@commands.command("docs")
@SPEC
@OUT
@shared_options(writing=True)
def docs_command(spec: Path, out: Path, **chosen: Any) -> None:
    """Write only the documentation pages."""
    run_generation(spec, out, only_pages=True, **chosen)


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
        report.finish(result, (), exit_status(result, skip_unsupported=True))


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
@click.option("--new", is_flag=True, help="Print a gen.yaml for a new SDK instead.")
def settings_command(new: bool) -> None:
    """Print every option of gen.yaml, with its values, defaults and effect."""
    click.echo(new_settings() if new else settings_page(), nl=False)


commands.add_command(run_command)
commands.add_command(explain_command)
commands.add_command(compare_command)


def main() -> None:
    """Run the command line."""
    # What a run builds it needs until its end. To look through it for garbage, again and again,
    # took a seventh of the time, and found nothing.
    gc.set_threshold(100_000, 50, 1000)
    commands(prog_name="sdkloom")
