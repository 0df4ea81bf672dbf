"""Every form that methods and replies can have, from settings to the server and back.

One small document, generated with settings that the SDKs of our own documents do not have: the
snippets of all its pages run as printed, and so do the uses of `scenarios.py`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml

from sdkloom.pipeline import Options, changes_in, generate, write_sdk

from .conftest import ROOT, Sdk, loopback_python, served

HERE = Path(__file__).parent
DOCUMENT = HERE / "forms.yaml"
FORMS: dict[str, dict[str, Any]] = {
    "flat": {},
    "envelope": {"responseFormat": "envelope"},
    "envelope-http": {"responseFormat": "envelope-http"},
    "raw": {"rawResponseHelpers": True},
    "extras": {
        "methodArguments": "positional-path-with-extras",
        "methodTimeoutArgument": "timeout",
        "methodTimeoutUnits": "seconds",
    },
    "split": {"asyncMode": "split"},
}
BLOCK = re.compile(r"^( *)```python\n(.*?)^\1```", re.S | re.M)


@pytest.fixture(scope="module", params=FORMS)
def sdk(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sdk]:
    """The SDK of one form, and its server."""
    name = str(request.param)
    folder = tmp_path_factory.mktemp(name)
    text = (ROOT / "specs" / "agents" / "gen.yaml").read_text(encoding="utf-8")
    settings = yaml.safe_load(text)
    settings["generation"]["sdkClassName"] = "Forms"
    settings["generation"]["auth"] = {"oAuth2ClientCredentialsEnabled": True}
    settings["python"] |= {"moduleName": "forms", "envVarPrefix": "FORMS"}
    settings["python"] |= FORMS[name]
    config = folder / "gen.yaml"
    config.write_text(yaml.safe_dump(settings), encoding="utf-8")
    result = generate(DOCUMENT, Options(config=config))
    assert not result.has_errors, result.remarks
    out = folder / "sdk"
    list(write_sdk(result, changes_in(result, out), out))
    if not loopback_python().exists():
        pytest.fail("the loopback server has no environment: run `make test`")
    with served(DOCUMENT) as port:
        yield Sdk(name=name, folder=out, module="forms", site=out / "src", port=port)


def _fault(sdk: Sdk, mode: str, page: Path, folder: Path) -> list[str]:
    done = sdk.run(str(HERE / "snippets.py"), str(page), mode, cwd=folder)
    assert done.returncode == 0, done.stderr
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert results
    return [f"{one['operation']}: {one['fault']}" for one in results if one["fault"]]


@pytest.mark.parametrize("mode", ["sync", "async"])
def test_all_snippets_run(sdk: Sdk, mode: str, tmp_path: Path) -> None:
    """The server finds no fault in what they send, and they can read what it answers."""
    if mode == "async" and sdk.name == "split":
        pytest.skip("its async methods are those of another client")
    sdk.requests()
    faults: list[str] = []
    for page in sorted(sdk.folder.glob("docs/sdks/*/README.md")):
        faults += _fault(sdk, mode, page, tmp_path)

    received = sdk.requests()
    faults += [str(one) for one in received if one["faults"]]
    assert not faults, "\n\n".join(faults)
    assert len({one["operation"] for one in received}) == 7


def test_all_programs_of_the_readme_run(sdk: Sdk, tmp_path: Path) -> None:
    """Every program of the first page does what it says."""
    readme = (sdk.folder / "README.md").read_text(encoding="utf-8")
    blocks = [dedent(code) for _, code in BLOCK.findall(readme)]
    programs = [one for one in blocks if "with Forms(" in one or "with Async" in one]
    (tmp_path / "page.md").write_text(
        "\n".join(
            f'<!-- UsageSnippet operationID="{number}" -->\n```python\n{code}\n```'
            for number, code in enumerate(programs)
        ),
        encoding="utf-8",
    )

    assert len(programs) > 5
    assert _fault(sdk, "sync", tmp_path / "page.md", tmp_path) == []


def test_what_no_page_prints_runs_too(sdk: Sdk, tmp_path: Path) -> None:
    """The scenario of the form."""
    name = sdk.name.removesuffix("-http")
    done = sdk.run(str(HERE / "scenarios.py"), name, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
