"""`sdkloom compare`: what users of one SDK would notice of another."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.markup import escape

from sdkloom.cli_report import FAULTS, OK
from sdkloom.surface.comparing import Difference, Finding, compare_surfaces
from sdkloom.surface.reading import NotAPackage, read_surface

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_SIGNS = {
    Difference.REMOVED: "[red]-[/]",
    Difference.ADDED: "[green]+[/]",
    Difference.CHANGED: "[yellow]~[/]",
}


@click.command("compare")
@click.argument("old", type=_FOLDER)
@click.argument("new", type=_FOLDER)
@click.option(
    "--all", "everything", is_flag=True, help="Also modules for the package's own use."
)
@click.option("--breaking", is_flag=True, help="Only what can break a user's code.")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON.")
def compare_command(
    old: Path, new: Path, everything: bool, breaking: bool, as_json: bool
) -> None:
    """Compare the public surface of two checkouts, OLD and NEW.

    Classes, methods, arguments, annotations, fields and exceptions are read from the source;
    nothing is imported. The exit status is 1 if code written for OLD may fail with NEW.
    """
    try:
        before = read_surface(old, everything=everything)
        after = read_surface(new, everything=everything)
    except (NotAPackage, SyntaxError) as fault:
        raise click.UsageError(str(fault)) from None
    findings = compare_surfaces(before, after)
    breaks = [finding for finding in findings if finding.breaks]
    shown = breaks if breaking else findings
    if as_json:
        whole = {
            "old": {"package": before.package, "names": len(before.members)},
            "new": {"package": after.package, "names": len(after.members)},
            "breaking": len(breaks),
            "differences": [_value(finding) for finding in shown],
        }
        click.echo(json.dumps(whole, indent=2, ensure_ascii=False))
    else:
        _print(shown, len(before.members), len(after.members), len(breaks))
    raise SystemExit(FAULTS if breaks else OK)


def _value(finding: Finding) -> dict[str, Any]:
    return {
        "difference": finding.difference.value,
        "kind": finding.kind,
        "path": finding.path,
        "old": finding.old or None,
        "new": finding.new or None,
        "breaking": finding.breaks,
    }


def _print(findings: Sequence[Finding], old: int, new: int, breaking: int) -> None:
    console = Console(highlight=False)
    for finding in findings:
        line = f"{_SIGNS[finding.difference]} {finding.kind} {escape(finding.path)}"
        if finding.difference is Difference.CHANGED:
            line += f": {escape(finding.old) or '(none)'}"
            line += f" [dim]->[/] {escape(finding.new) or '(none)'}"
        console.print(line, soft_wrap=True)
    counts = Counter(finding.difference for finding in findings)
    numbers = ", ".join(f"{counts[one]} {one.value}" for one in Difference)
    console.print(
        f"[bold]{old} names, {new} names: {numbers}; {breaking} can break code[/]"
    )
