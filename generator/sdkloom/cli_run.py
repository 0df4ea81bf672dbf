"""`sdkloom run`: every SDK that the repository's workflow file asks for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sdkloom.cli_generate import run_generation
from sdkloom.cli_options import shared_options
from sdkloom.cli_report import FAULTS, OK, Report
from sdkloom.diagnostics import Diagnostics
from sdkloom.inputs import config_in
from sdkloom.lock import Lock
from sdkloom.pipeline import Result
from sdkloom.settings import Settings
from sdkloom.workflow import WORKFLOW_PATH, Target, read_workflow


@click.command("run")
@click.option(
    "-w",
    "--workflow",
    type=click.Path(dir_okay=False, path_type=Path),
    default=WORKFLOW_PATH,
    show_default=True,
    help="The workflow file.",
)
@click.option(
    "-t",
    "--target",
    "names",
    metavar="NAME",
    multiple=True,
    help="Make this target alone; may be given several times.",
)
@click.option(
    "--check", "checking", is_flag=True, help="Write nothing; compare, as `check` does."
)
@shared_options(writing=True, naming=False)
def run_command(
    workflow: Path, names: tuple[str, ...], checking: bool, **chosen: Any
) -> None:
    """Write the SDKs of a repository, as its workflow file (.speakeasy/workflow.yaml) says.

    Sources with their inputs and overlays are read from there, and the targets for Python are
    made, each with the settings and the lock of its folder. Nothing is fetched.
    """
    targets = _targets(workflow, names, chosen)
    if chosen["report"] and len(targets) > 1:
        raise click.UsageError("--report goes with one target: choose it by --target")
    statuses = [_made(target, checking, chosen) for target in targets]
    raise SystemExit(FAULTS if FAULTS in statuses else max(statuses, default=OK))


def _targets(
    workflow: Path, names: tuple[str, ...], chosen: dict[str, Any]
) -> tuple[Target, ...]:
    """Return the targets to make; end if the workflow cannot be followed."""
    diagnostics = Diagnostics()
    with Report(
        quiet=chosen["quiet"], as_json=chosen["as_json"], traceback=chosen["traceback"]
    ) as report:
        found = read_workflow(workflow, diagnostics)
        result = Result(
            settings=Settings(),
            lock=Lock(),
            tracked={},
            sources=found.sources,
            remarks=tuple(diagnostics.remarks),
        )
        if result.has_errors:
            report.finish(result, (), FAULTS)
    unknown = set(names) - {target.name for target in found.targets}
    if unknown:
        known = ", ".join(target.name for target in found.targets)
        raise click.UsageError(
            f"no target for Python is called {sorted(unknown)[0]}: there is {known}"
        )
    return tuple(
        target for target in found.targets if not names or target.name in names
    )


def _made(target: Target, checking: bool, chosen: dict[str, Any]) -> int:
    """Make one SDK and return how that ended."""
    if not chosen["quiet"] and not chosen["as_json"]:
        click.echo(f"{target.name}: {target.out.as_posix()}")
    try:
        run_generation(
            target.spec,
            target.out,
            checking=checking,
            merged=target.merged,
            overlays=target.overlays,
            # The settings of a target lie in its folder, those beside the document come second.
            config=config_in(target.out),
            lock=None,
            **chosen,
        )
    except SystemExit as end:
        return int(end.code or OK)
