"""Our own documents under other settings: whatever is chosen, what is printed is sound Python."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml

import sdkloom
from sdkloom.pipeline import Options, Result

from .links import broken_links

ROOT = Path(__file__).resolve().parents[2]
FIXES = (
    "nameResolutionDec2023",
    "nameResolutionFeb2025",
    "parameterOrderingFeb2024",
    "requestResponseComponentNamesFeb2024",
    "methodSignaturesApr2024",
    "securityFeb2025",
    "sharedErrorComponentsApr2025",
    "sharedNestedComponentsJan2026",
    "nameOverrideFeb2026",
)
CHOICES: Mapping[str, Mapping[str, Any]] = {
    "an SDK from before the fixes": {
        **{f"generation.fixes.{name}": False for name in FIXES},
        "generation.maintainOpenAPIOrder": False,
        "generation.useClassNamesForArrayFields": False,
        "generation.requestBodyFieldName": "",
        "python.fixFlags.responseRequiredSep2024": False,
        "python.fixFlags.asyncPaginationSep2025": False,
        "python.fixFlags.conflictResistantModelImportsFeb2026": False,
        "python.constFieldCasing": "upper",
        "python.preApplyUnionDiscriminators": False,
        "python.inferUnionDiscriminators": False,
        "python.forwardCompatibleEnumsByDefault": False,
        "python.forwardCompatibleUnionsByDefault": "false",
    },
    "everything among the models": {
        "python.imports.paths.errors": "",
        "python.moduleName": "acme.sdk",
        "python.sseFlatResponse": True,
        "python.eventStreamClassNames.sync": "Events",
        "python.eventStreamClassNames.async": "AsyncEvents",
        "generation.skipErrorSuffix": True,
        "generation.deduplicateErrors": True,
    },
    "packages by kind": {
        "python.imports.paths.callbacks": "models/callbacks",
        "python.imports.paths.errors": "models/errors",
        "python.imports.paths.operations": "models/operations",
        "python.imports.paths.shared": "models/components",
        "python.imports.paths.webhooks": "models/webhooks",
        "generation.fixes.nameResolutionFeb2025": False,
        "python.moduleName": "acme.sdk",
        "python.asyncMode": "split",
        "python.flattenRequests": False,
    },
    "packages anywhere": {
        "python.imports.paths.errors": "api.errors",
        "python.imports.paths.operations": "api",
        "python.imports.paths.shared": "",
        "python.imports.paths.webhooks": "events/types",
        "python.flattenGlobalSecurity": False,
    },
    "one request object": {
        "python.flattenRequests": False,
        "python.maxMethodParams": 0,
        "python.methodArguments": "require-security-and-request",
        "python.flattenGlobalSecurity": False,
        "python.envVarPrefix": "",
    },
    "arguments by position": {
        "python.methodArguments": "positional-path-params",
        "python.flatteningOrder": "body-first",
        "python.bodyVariantOverloads": True,
        "python.methodTimeoutArgument": "timeout",
        "python.methodTimeoutUnits": "seconds",
        "python.allowedRedefinedBuiltins": [],
        "generation.usageSnippets.optionalPropertyRendering": "always",
    },
    "two clients and envelopes": {
        "python.asyncMode": "split",
        "python.useAsyncHooks": True,
        "python.responseFormat": "envelope-http",
        "python.inputModelSuffix": "",
        "python.outputModelSuffix": "Reply",
        "python.inputTypedDictSuffix": "Dict",
        "python.uuidFormat": True,
        "python.durationFormat": False,
        "generation.sdkClassName": "models",
        "generation.usageSnippets.sdkInitStyle": "builder",
        "generation.usageSnippets.optionalPropertyRendering": "never",
    },
}
BLOCK = re.compile(r"^( *)```python\n(.*?)^\1```", re.S | re.M)
IMPORT_ALL = """
import importlib, pkgutil, sys
sys.path.insert(0, sys.argv[1])
package = importlib.import_module(sys.argv[2])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    loaded = importlib.import_module(module.name)
    for name in getattr(loaded, "__all__", ()):
        getattr(loaded, name)
"""


@pytest.fixture(scope="module", params=["agents", "shop"])
def document(request: pytest.FixtureRequest) -> Path:
    """One of our own documents, its settings beside it."""
    return ROOT / "specs" / str(request.param) / "openapi.yaml"


@pytest.mark.parametrize("name", CHOICES)
def test_any_settings_give_sound_python(
    name: str, document: Path, tmp_path: Path
) -> None:
    """It compiles, names nothing twice, imports without a warning; pages compile and link."""
    settings = yaml.safe_load((document.parent / "gen.yaml").read_text("utf-8"))
    for key, value in CHOICES[name].items():
        _set(settings, key.split("."), value)
    config = tmp_path / "gen.yaml"
    config.write_text(yaml.safe_dump(settings), encoding="utf-8")

    result = sdkloom.generate(document, Options(config=config))

    assert not result.has_errors
    faults = [fault for path, text in _texts(result) for fault in _faults(path, text)]
    assert faults == []
    assert broken_links(_pages(result)) == []
    _import_all(result, tmp_path)


def _set(settings: dict[str, Any], steps: list[str], value: Any) -> None:
    *outer, last = steps
    for step in outer:
        settings = settings.setdefault(step, {})
    settings[last] = value


def _pages(result: Result) -> dict[str, str]:
    return {file.path: file.text for file in result.files if file.path.endswith(".md")}


def _texts(result: Result) -> Iterator[tuple[str, str]]:
    """Yield every module, and every Python block of every page."""
    for file in result.files:
        if file.path.endswith(".py"):
            yield file.path, file.text
        elif file.path.endswith(".md"):
            for _, code in BLOCK.findall(file.text):
                yield file.path, dedent(code)


def _faults(path: str, text: str) -> Iterator[str]:
    """Yield what is no Python in a text, and the classes that it defines twice."""
    try:
        tree = ast.parse(text)
    except SyntaxError as fault:
        yield f"{path}: {fault}"
        return
    classes = Counter(node.name for node in tree.body if isinstance(node, ast.ClassDef))
    yield from (f"{path}: two of {name}" for name, n in classes.items() if n > 1)


def _import_all(result: Result, folder: Path) -> None:
    for file in result.files:
        place = folder / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(file.text, encoding="utf-8")
    module = result.settings.python.module
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", IMPORT_ALL, str(folder / "src"), module],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
