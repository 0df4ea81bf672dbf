"""Clients generated from documents of a few lines."""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from sdkloom.pipeline import Options, generate

SETTINGS = Path(__file__).parents[2] / "specs" / "agents" / "gen.yaml"


def package_of(
    document: dict[str, Any],
    module: str,
    site: Path,
    python: Mapping[str, Any] = {},
    generation: Mapping[str, Any] = {},
) -> Any:
    """Generate a document's package into the site and return it, imported.

    `python` and `generation` are settings beside those of our own SDKs.
    """
    settings = yaml.safe_load(SETTINGS.read_text(encoding="utf-8"))
    settings["generation"]["sdkClassName"] = "Sdk"
    settings["python"] |= {
        "moduleName": module,
        "baseErrorName": "SdkError",
        **python,
    }
    settings["generation"] |= generation
    config, spec = site / f"{module}.gen.yaml", site / f"{module}.json"
    config.write_text(yaml.safe_dump(settings), encoding="utf-8")
    spec.write_text(json.dumps(document), encoding="utf-8")
    result = generate(spec, Options(config=config))
    assert not result.has_errors, result.remarks
    for file in result.files:
        if file.path.startswith("src/"):
            path = site / file.path.removeprefix("src/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, encoding="utf-8")
    importlib.invalidate_caches()
    return importlib.import_module(module)
