"""What the printed code of our own SDKs promises to those who check it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from .conftest import Sdk

MODULES = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
names = [each.name for each in pkgutil.walk_packages(package.__path__, sys.argv[1] + ".")]
for name in names:
    importlib.import_module(name)
print(len(names))
"""

HEAVY = """
import sys
import {module}
print(sorted({{"httpx", "pydantic"}} & set(sys.modules)))
"""


def _tool(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )


def test_every_module_imports_without_a_warning(sdk: Sdk, tmp_path: Path) -> None:
    """No module warns, even where every warning is an error."""
    done = sdk.run("-c", MODULES, sdk.module, cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert int(done.stdout) > 20


def test_the_package_imports_nothing_heavy(sdk: Sdk, tmp_path: Path) -> None:
    """Neither httpx nor pydantic is loaded before it is needed."""
    done = sdk.run("-c", HEAVY.format(module=sdk.module), cwd=tmp_path)

    assert done.stdout.strip() == "[]", done.stderr


def test_mypy_finds_nothing(sdk: Sdk, tmp_path: Path) -> None:
    """`mypy --strict` has no remark on the SDK."""
    cache = f"--cache-dir={tmp_path / 'mypy'}"
    done = _tool("mypy", "--strict", cache, "src", cwd=sdk.folder)

    assert done.returncode == 0, done.stdout


def test_pyright_finds_nothing(sdk: Sdk, tmp_path: Path) -> None:
    """pyright, in the mode it has without settings, reports no error on the SDK."""
    config = tmp_path / "pyrightconfig.json"
    settings = {"include": [str(sdk.folder / "src")], "typeCheckingMode": "standard"}
    config.write_text(json.dumps(settings), encoding="utf-8")
    project = ("--project", str(config), "--pythonpath", sys.executable)
    done = _tool("basedpyright", "--level", "error", *project, cwd=tmp_path)

    assert done.returncode == 0, done.stdout


def test_black_changes_nothing(sdk: Sdk) -> None:
    """The SDK is laid out as black would."""
    done = _tool("black", "--check", "--quiet", "src", cwd=sdk.folder)

    assert done.returncode == 0
