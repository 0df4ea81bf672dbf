"""The Python of pages against the types of the SDK: what a reader copies passes a type checker."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import sdkloom
from sdkloom.pipeline import Options

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```python\n(.*?)^```", re.S | re.M)


@pytest.mark.parametrize("enum_format", ["union", "enum"])
@pytest.mark.parametrize("name", ["agents", "shop"])
def test_pyright_finds_nothing_in_the_blocks_of_pages(
    name: str, enum_format: str, tmp_path: Path
) -> None:
    """Calls have the arguments that methods take, values are of their types.

    Where `next` of a page may be awaited or not, no checker knows which; so it is not awaited.
    """
    spec = ROOT / "specs" / name
    settings = yaml.safe_load((spec / "gen.yaml").read_text(encoding="utf-8"))
    settings["python"]["enumFormat"] = enum_format
    settings["python"]["fixFlags"] = {"asyncPaginationSep2025": False}
    config = tmp_path / "gen.yaml"
    config.write_text(yaml.safe_dump(settings), encoding="utf-8")

    result = sdkloom.generate(spec / "openapi.yaml", Options(config=config))
    sdk, blocks = tmp_path / "sdk", tmp_path / "blocks"
    list(sdkloom.write_sdk(result, sdkloom.changes_in(result, sdk), sdk))
    blocks.mkdir()
    pages = sorted(sdk.rglob("*.md"))
    texts = [text for page in pages for text in BLOCK.findall(page.read_text("utf-8"))]
    for number, text in enumerate(texts):
        (blocks / f"block_{number}.py").write_text(text, encoding="utf-8")

    assert len(texts) > 50
    assert _errors(blocks, sdk / "src") == ""


def _errors(folder: Path, package: Path) -> str:
    config = folder / "pyrightconfig.json"
    settings = {
        "include": [str(folder)],
        "extraPaths": [str(package)],
        "typeCheckingMode": "standard",
    }
    config.write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "basedpyright", "--level", "error"]
    done = subprocess.run(
        [*command, "--project", str(config), "--pythonpath", sys.executable],
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr
