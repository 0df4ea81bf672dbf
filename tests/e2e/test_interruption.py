"""Ctrl-C at any time: no file is half written, and the next run takes up where it was."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import sdkloom

INVENT = Path(__file__).parents[2] / "bench/invent.py"


@pytest.fixture(scope="module")
def spec(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document of so many operations that several processes lay out what is printed."""
    place = tmp_path_factory.mktemp("large") / "openapi.json"
    with place.open("wb") as stream:
        subprocess.run([sys.executable, INVENT, "250"], stdout=stream, check=True)
    return place


@pytest.fixture(scope="module")
def made(spec: Path) -> dict[str, str]:
    """The files of its SDK."""
    return {file.path: file.text for file in sdkloom.generate(spec).files}


@pytest.mark.parametrize("stage", ["understanding", "formatting", "writing"])
def test_interrupted_runs_leave_whole_files(
    spec: Path, made: dict[str, str], tmp_path: Path, stage: str
) -> None:
    """As a terminal does it: it shows the pass, and signals all processes of the run."""
    out = tmp_path / "sdk"
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "sdkloom", "generate", spec, "--out", out],
        stderr=theirs,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_heed_interrupts,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
    )
    os.close(theirs)
    said = _until(f"{stage} ...", ours)
    while stage == "writing" and len(list(out.rglob("*.py"))) < 9:
        time.sleep(0.001)
    os.killpg(run.pid, signal.SIGINT)
    said = _until("Aborted!", ours)
    run.wait(timeout=60)
    os.close(ours)
    found = {
        path.relative_to(out).as_posix(): path.read_text(encoding="utf-8")
        for path in out.rglob("*")
        if path.is_file() and ".speakeasy" not in path.parts
    }

    assert run.returncode == 1
    assert "Traceback" not in said
    assert bool(found) is (stage == "writing")
    assert {path: made[path] for path in found} == found
    again = subprocess.run(
        [sys.executable, "-m", "sdkloom", "generate", spec, "--out", out],
        capture_output=True,
        text=True,
        check=True,
    )
    assert again.stderr == ""
    assert " kept" not in again.stdout
    assert {path: (out / path).read_text("utf-8") for path in made} == made


def _heed_interrupts() -> None:
    """Listen to Ctrl-C also where the tests themselves run in the background.

    The run gives way to the test, which on a busy machine would else see the stage too late.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.nice(10)


def _until(text: str, terminal: int) -> str:
    """Return what a terminal shows until it shows a text; a minute of silence is a failure."""
    said = b""
    while text.encode() not in said:
        assert select.select([terminal], [], [], 60)[0], said
        try:
            said += os.read(terminal, 4096)
        except OSError:  # the run has ended, and its end of the terminal with it
            pytest.fail(f"the run ended before it said {text!r}: {said!r}")
    return said.decode("utf-8", "replace")
