"""Measure how long generating takes: a first run, a run with nothing to do, and a peer's run.

    python bench/generate.py [DOCUMENT ...]

Settings and lock beside a document are used. Without documents those of `specs/` are measured.
The peer is openapi-python-client, where it is installed.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main(documents: list[str]) -> None:
    """Print a row for each document."""
    specs = [Path(one) for one in documents] or sorted(
        ROOT.glob("specs/*/openapi.yaml")
    )
    print(
        "| document | files | lines | first run | CPU | again | CPU | peak MB | peer |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for spec in specs:
        with tempfile.TemporaryDirectory() as folder:
            print(_row(spec.resolve(), Path(folder)), flush=True)


def _row(spec: Path, folder: Path) -> str:
    out = folder / "sdk"
    command = [sys.executable, "-m", "sdkloom", "generate", str(spec), "--quiet"]
    config, lock = spec.parent / "gen.yaml", spec.parent / "gen.lock"
    command += ["--config", str(config)] if config.exists() else []
    given = ["--lock", str(lock)] if lock.exists() else []
    first = _timed([*command, *given, "--out", str(out)])
    files = [path for path in out.rglob("*") if path.is_file()]
    lines = sum(path.read_bytes().count(b"\n") for path in files)
    again = _timed([*command, *given, "--out", str(out)])
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    cells = (
        spec.parent.name,
        str(len(files)),
        str(lines),
        *first,
        *again,
        str(peak),
        _peer(spec, folder),
    )
    return "| " + " | ".join(cells) + " |"


def _peer(spec: Path, folder: Path) -> str:
    program = shutil.which("openapi-python-client")
    if program is None:
        return ""
    out = folder / "peer"
    arguments = ["generate", "--path", str(spec), "--output-path", str(out)]
    return " / ".join(_timed([program, *arguments]))


def _timed(command: list[str]) -> tuple[str, str]:
    """Return the seconds of a command, by the wall and of CPU; "failed" if it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    status = subprocess.run(command, capture_output=True).returncode
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    # Status 3 is an SDK of which a part could not be made.
    mark = "" if status in (0, 3) else " failed"
    return f"{wall:.1f} s{mark}", f"{used:.1f} s"


if __name__ == "__main__":
    main(sys.argv[1:])
