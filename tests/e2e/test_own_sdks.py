"""Our own SDKs against a server that validates what it receives, and their pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from .conftest import ROOT, Sdk
from .links import broken_links, links

SNIPPETS = Path(__file__).with_name("snippets.py")


def operations_of(name: str) -> set[str]:
    """Return the operation ids of a document of ours."""
    text = (ROOT / "specs" / name / "openapi.yaml").read_text(encoding="utf-8")
    document = yaml.safe_load(text)
    return {
        operation["operationId"]
        for item in document["paths"].values()
        for operation in item.values()
        if isinstance(operation, dict) and "operationId" in operation
    }


@pytest.mark.parametrize("mode", ["sync", "async"])
def test_every_snippet_runs_and_sends_what_the_document_allows(
    sdk: Sdk, mode: str, tmp_path: Path
) -> None:
    """Each page's snippets run as printed, and the server finds no fault in any request."""
    sdk.requests()
    ran: set[str] = set()
    faults: list[str] = []
    for page in sorted(sdk.folder.glob("docs/sdks/*/README.md")):
        done = sdk.run(str(SNIPPETS), str(page), mode, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        for line in done.stdout.splitlines():
            result = json.loads(line)
            ran.add(result["operation"])
            if result["fault"]:
                faults.append(f"{result['operation']}: {result['fault']}")

    received = sdk.requests()
    faults += [
        f"{each['operation']}: {each['faults']}" for each in received if each["faults"]
    ]

    assert not faults, "\n\n".join(faults)
    assert ran == operations_of(sdk.name)
    assert {each["operation"] for each in received} == operations_of(sdk.name)


def test_the_readmes_examples_are_python(sdk: Sdk) -> None:
    """Every Python block of every page compiles."""
    blocks = 0
    for page in sdk.folder.rglob("*.md"):
        parts = page.read_text(encoding="utf-8").split("```python\n")[1:]
        for block in (part.split("```")[0] for part in parts):
            compile(block, str(page), "exec")
            blocks += 1

    assert blocks > 20


def test_every_link_leads_to_a_file_and_a_heading(sdk: Sdk) -> None:
    """Links of pages to one another are found where they say."""
    pages = {
        page.relative_to(sdk.folder).as_posix(): page.read_text(encoding="utf-8")
        for page in sdk.folder.rglob("*.md")
    }

    assert broken_links(pages) == []
    assert sum(len(list(links(text))) for text in pages.values()) > 50
