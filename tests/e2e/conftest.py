"""The generated SDKs, installed, beside a server that plays their API."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
import yaml

from sdkloom.pipeline import Options, changes_in, generate, write_sdk

ROOT = Path(__file__).resolve().parents[2]
LOOPBACK = Path(__file__).parent / "loopback"
PATHS = {
    "callbacks": "models/callbacks",
    "errors": "models/errors",
    "operations": "models/operations",
    "shared": "models/components",
    "webhooks": "models/webhooks",
}
"""The packages of types that SDKs with older settings have."""


@dataclass(frozen=True)
class Sdk:
    """An SDK of one of our own documents: its name in `specs/`, the SDK as generated, the path
    it is imported by, where it is installed, and its server.
    """

    name: str
    folder: Path
    module: str
    site: Path
    port: int

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


def in_packages(name: str, module: str, folder: Path) -> Path:
    """Generate an SDK whose types are in packages by their kind; return where it is."""
    spec = ROOT / "specs" / name
    settings = yaml.safe_load((spec / "gen.yaml").read_text(encoding="utf-8"))
    settings["python"]["moduleName"] = module
    settings["python"]["imports"]["paths"] = PATHS
    config = folder / "gen.yaml"
    config.write_text(yaml.safe_dump(settings), encoding="utf-8")
    result = generate(spec / "openapi.yaml", Options(config=config))
    assert not result.has_errors, result.remarks
    out = folder / "sdk"
    list(write_sdk(result, changes_in(result, out), out))
    return out


@pytest.fixture(scope="session", params=["agents", "shop", "shop in packages"])
def sdk(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sdk]:
    """Install one SDK as its users do, and start the server of its document."""
    name, _, in_which = request.param.partition(" ")
    module = f"loom.{name}" if in_which else f"loom_{name}"
    folder = ROOT / "generated" / name
    if in_which:
        folder = in_packages(name, module, tmp_path_factory.mktemp("generated"))
    if not loopback_python().exists():
        pytest.fail("the loopback server has no environment: run `make test`")
    site = tmp_path_factory.mktemp(f"site-{name}")
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
        + ["--no-build-isolation", "--no-index", "--target", str(site)]
        + [str(folder)],
        check=True,
    )
    with served(ROOT / "specs" / name / "openapi.yaml") as port:
        yield Sdk(name=name, folder=folder, module=module, site=site, port=port)


@contextmanager
def served(document: Path) -> Iterator[int]:
    """Start the server of a document; yield its port."""
    server = subprocess.Popen(
        [loopback_python(), "server.py", document],
        cwd=LOOPBACK,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        yield int(server.stdout.readline())
    finally:
        server.terminate()
        server.wait()
