"""The generated SDKs, installed, beside a server that plays their API."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOOPBACK = Path(__file__).parent / "loopback"
NAMES = ("agents", "shop")


@dataclass(frozen=True)
class Sdk:
    """One of our own SDKs: its name in `specs/`, where it is installed, and its server."""

    name: str
    site: Path
    port: int

    @property
    def folder(self) -> Path:
        """The SDK as generated."""
        return ROOT / "generated" / self.name

    def requests(self) -> list[dict[str, Any]]:
        """Return what the server has received since it was asked last."""
        with urlopen(f"http://127.0.0.1:{self.port}/-/requests") as reply:
            found: list[dict[str, Any]] = json.load(reply)
        return found

    def run(self, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run Python where only the installed SDK and its dependencies are found."""
        environment = {
            **os.environ,
            "PYTHONPATH": str(self.site),
            "LOOPBACK_PORT": str(self.port),
        }
        return subprocess.run(
            [sys.executable, "-W", "error", *arguments],
            cwd=cwd,
            env=environment,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )


def loopback_python() -> Path:
    """Return the interpreter of the loopback server's own environment."""
    folder = "Scripts" if os.name == "nt" else "bin"
    return ROOT / ".venv-loopback" / folder / "python"


@pytest.fixture(scope="session", params=NAMES)
def sdk(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sdk]:
    """Install one SDK as its users do, and start the server of its document."""
    name: str = request.param
    if not loopback_python().exists():
        pytest.fail("the loopback server has no environment: run `make test`")
    site = tmp_path_factory.mktemp(f"site-{name}")
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
        + ["--no-build-isolation", "--no-index", "--target", str(site)]
        + [str(ROOT / "generated" / name)],
        check=True,
    )
    server = subprocess.Popen(
        [loopback_python(), "server.py", ROOT / "specs" / name / "openapi.yaml"],
        cwd=LOOPBACK,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        yield Sdk(name=name, site=site, port=int(server.stdout.readline()))
    finally:
        server.terminate()
        server.wait()
