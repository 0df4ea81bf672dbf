"""The arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
SPEC = click.argument("spec", type=click.Path(exists=True, path_type=Path))
_FOLDER = click.Path(file_okay=False, path_type=Path)
OUT = click.option(
    "-o", "--out", type=_FOLDER, required=True, help="Folder of the SDK."
)


_NAMING = (
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
        "--entry",
        metavar="PATH",
        default="",
        help="The document in SPEC, where that is a folder or an archive (.tar.gz).",
    ),
)
"""Which files are read."""
_READING = (
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
    click.option("--strict", is_flag=True, help="Warnings are errors."),
    click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong."),
    click.option("--json", "as_json", is_flag=True, help="Report as JSON."),
    click.option(
        "--traceback", is_flag=True, help="Show where an internal fault happened."
    ),
)
"""How they are read, and how that is told."""
_WRITING = (
    click.option(
        "--skip-unsupported",
        is_flag=True,
        help="Exit with 0 although parts of the document are not generated.",
    ),
    click.option("--force", is_flag=True, help="Write over files changed by hand."),
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
)
"""What becomes of the output."""


def shared_options(
    *, writing: bool, naming: bool = True
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the options that commands share; only some write, and only some name files."""
    chosen = [*(_NAMING if naming else ()), *_READING, *(_WRITING if writing else ())]

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        for option in reversed(chosen):
            command = option(command)
        return command

    return decorate
