"""Measure what generating takes: a first run, a run with nothing to do, and a peer's run.

    python bench/generate.py [DOCUMENT ...]

Settings and lock beside a document are used. Without documents those of `specs/` are measured.
The peer is openapi-python-client, where it is installed. Seconds differ from machine to machine:
the last columns are the CPU of the first run over that of the peer's, and over that of reading
the document with PyYAML on libyaml or with json.
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
        " ours / peer | ours / reading |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
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
    peer = _peer(spec, folder)
    cells = (
        spec.parent.name,
        str(len(files)),
        str(lines),
        *first,
        *again,
        str(peak),
        " / ".join(peer),
        _ratio(first[1], peer[1]) if peer and "failed" not in peer[0] else "",
        _ratio(first[1], _reading(spec)),
    )
    return "| " + " | ".join(cells) + " |"


def _ratio(ours: str, other: str) -> str:
    """Return how many times as long as another we take; times are as `_timed` gives them."""
    return f"{float(ours.split()[0]) / max(0.01, float(other.split()[0])):.2f}"


def _reading(spec: Path) -> str:
    """Return the seconds of CPU of reading a document, and doing nothing with it."""
    read = (
        "json.loads(text)"
        if spec.suffix == ".json"
        else "yaml.load(text, yaml.CSafeLoader)"
    )
    code = (
        "import json, sys, time, yaml\n"
        "text = open(sys.argv[1], encoding='utf-8').read()\n"
        "began = time.process_time()\n"
        f"{read}\n"
        "print(f'{time.process_time() - began:.3f} s')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(spec)], capture_output=True, text=True
    )
    return done.stdout.strip()


def _peer(spec: Path, folder: Path) -> tuple[str, ...]:
    program = shutil.which("openapi-python-client")
    if program is None:
        return ()
    out = folder / "peer"
    arguments = ["generate", "--path", str(spec), "--output-path", str(out)]
    return _timed([program, *arguments])


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
