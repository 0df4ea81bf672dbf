"""Packages generated from documents, put where tests can import them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from sdkloom.pipeline import Options, Result, generate

_SETTINGS = Path(__file__).parents[1] / "specs" / "agents" / "gen.yaml"


def settings_of(
    module: str, *, python: dict[str, Any], generation: dict[str, Any]
) -> dict[str, Any]:
    """Return the settings of one of our own SDKs for another module, with others beside them."""
    settings: dict[str, Any] = yaml.safe_load(_SETTINGS.read_text(encoding="utf-8"))
    settings["generation"] |= {"sdkClassName": "Sdk", **generation}
    settings["python"] |= {"moduleName": module, **python}
    return settings


def write_package(spec: Path, settings: dict[str, Any], site: Path) -> Result:
    """Generate the package of a document into a folder, and compile the blocks of its pages."""
    config = site / f"{settings['python']['moduleName']}.gen.yaml"
    config.write_text(yaml.safe_dump(settings), encoding="utf-8")
    result = generate(spec, Options(config=config))
    assert not result.has_errors, result.remarks
    for file in result.files:
        if file.path.startswith("src/"):
            path = site / file.path.removeprefix("src/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, encoding="utf-8")
        elif file.path.endswith(".md"):
            _compile_blocks(file.text, file.path)
    return result


def _compile_blocks(page: str, path: str) -> None:
    for part in page.split("```python\n")[1:]:
        compile(part.split("```")[0], path, "exec")
