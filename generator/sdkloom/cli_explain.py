"""`sdkloom explain`: where a name of an SDK comes from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.markup import escape

from sdkloom.cli_options import SPEC, shared_options
from sdkloom.cli_report import FAULTS, OK, Report
from sdkloom.document.pointer import split
from sdkloom.explain import Explanation, explain
from sdkloom.pipeline import Options, Result, understand


@click.command("explain")
@click.argument("name")
@SPEC
@shared_options(writing=False)
def explain_command(
    name: str, spec: Path, quiet: bool, as_json: bool, traceback: bool, **chosen: Any
) -> None:
    """Say where NAME comes from: its place in SPEC, the rule, the setting that would change it.

    NAME is written as in code: models.Pet, models.Pet.name, pets.create, pets.create.limit.
    """
    with Report(quiet=True, traceback=traceback) as report:
        result = understand(spec, Options(**chosen), report.progress)
        report.remarks(result.remarks, result.sources)
        if result.api is None or result.names is None or result.has_errors:
            raise SystemExit(FAULTS)
        found = explain(name, result.api, result.names, result.settings)
        if as_json:
            values = [_value(one, result) for one in found]
            click.echo(json.dumps(values, indent=2, ensure_ascii=False))
        else:
            _print(name, [_value(one, result) for one in found])
        raise SystemExit(OK if found else FAULTS)


def _value(one: Explanation, result: Result) -> dict[str, Any]:
    source = result.sources.get(split(one.pointer)[0])
    place = source.place(one.pointer, on_key=True) if source else None
    return {
        "kind": one.kind,
        "name": one.name,
        "pointer": one.pointer,
        "file": place.name if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "rule": one.reason.rule if one.reason else None,
        "setting": (one.reason.setting if one.reason else "") or None,
    }


def _print(name: str, values: list[dict[str, Any]]) -> None:
    console = Console(highlight=False)
    if not values:
        console.print(f"nothing is called {escape(name)}")
    for value in values:
        console.print(f"[bold]{escape(value['name'])}[/] ({value['kind']})")
        if value["file"]:
            place = f"{value['file']}:{value['line']}:{value['column']}"
            console.print(f"  place: {escape(place)}", soft_wrap=True)
        console.print(f"  at {escape(value['pointer'])}", soft_wrap=True)
        if value["rule"]:
            console.print(f"  rule: {escape(value['rule'])}", soft_wrap=True)
        if value["setting"]:
            console.print(f"  setting: {escape(value['setting'])}", soft_wrap=True)
