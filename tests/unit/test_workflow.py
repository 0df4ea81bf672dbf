"""A repository's workflow file: which SDKs it asks for, and what of it cannot be done here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sdkloom.cli import commands
from sdkloom.diagnostics import Diagnostics
from sdkloom.workflow import Target, read_workflow

SPEC = """\
openapi: 3.1.0
info: {title: Zoo, version: "1"}
servers: [{url: https://example.com}]
paths:
  /animals:
    get: {operationId: list, tags: [animals], responses: {"204": {description: Good.}}}
"""
OVERLAY = """\
overlay: 1.0.0
info: {title: More, version: "1"}
actions:
  - target: $.paths['/animals'].get
    update: {x-speakeasy-name-override: all}
"""
MINIMAL = """\
sources: {api: {inputs: [{location: api.yaml}]}}
targets: {sdk: {target: python, source: api}}
"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a document, an overlay and settings, in which commands are run."""
    (tmp_path / ".speakeasy").mkdir()
    (tmp_path / ".speakeasy" / "gen.yaml").write_text(
        "python: {version: 1.0.0, packageName: zoo}\n"
    )
    (tmp_path / "api.yaml").write_text(SPEC)
    (tmp_path / "more.yaml").write_text(SPEC.replace("animals", "plants"))
    (tmp_path / "names.yaml").write_text(OVERLAY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def given(repository: Path, text: str) -> Path:
    """Write the workflow file and return its path."""
    path = repository / ".speakeasy" / "workflow.yaml"
    path.write_text(text)
    return path


def run(*arguments: str) -> Result:
    """Run the command in the repository."""
    return CliRunner().invoke(commands, ["run", *arguments])


def test_inputs_and_overlays_of_nested_sources_come_in_their_order(
    repository: Path,
) -> None:
    """What a source takes from another one comes first."""
    path = given(
        repository,
        """\
sources:
  base:
    inputs: [{location: ./api.yaml}, {location: more.yaml}]
    overlays: [{location: names.yaml}]
  api:
    inputs: [{location: "source:base"}]
    overlays: [{location: names.yaml}]
targets:
  sdk: {target: python, source: api, output: sdks/python}
  web: {target: typescript, source: api}
""",
    )
    diagnostics = Diagnostics()

    found = read_workflow(path, diagnostics)

    assert diagnostics.remarks == []
    assert found.targets == (
        Target(
            name="sdk",
            spec=repository / "api.yaml",
            merged=(repository / "more.yaml",),
            overlays=(repository / "names.yaml", repository / "names.yaml"),
            out=repository / "sdks/python",
        ),
    )


@pytest.mark.parametrize(
    ("text", "pointer", "said"),
    [
        ("[]", "", "not a mapping"),
        ("sources: {}", "", "no target for Python"),
        ("targets: {a: {target: go}}", "/targets", "no target for Python"),
        (MINIMAL.replace("source: api", "source: b"), "/targets/sdk/source", "'b'"),
        (MINIMAL.replace("source: api", "output: b"), "/targets/sdk/source", "None"),
        (
            MINIMAL.replace("source: api", "source: api, output: [b]"),
            "/targets/sdk/output",
            "folder",
        ),
        (
            MINIMAL.replace("api.yaml", "none.yaml"),
            "/sources/api/inputs/0/location",
            "no file none.yaml",
        ),
        (
            MINIMAL.replace("api.yaml", "https://a.example/b.yaml"),
            "/sources/api/inputs/0/location",
            "not fetched",
        ),
        (
            MINIMAL.replace("location: api.yaml", "file: api.yaml"),
            "/sources/api/inputs/0",
            "`location`",
        ),
        (
            MINIMAL.replace("location: api.yaml", 'location: "source:api"'),
            "/sources/api/inputs/0/location",
            "api -> api",
        ),
        (
            MINIMAL.replace("[{location: api.yaml}]", "api.yaml"),
            "/sources/api/inputs",
            "not a list",
        ),
        (
            MINIMAL.replace("api.yaml}", "api.yaml, modelNamespace: a}"),
            "/sources/api/inputs/0/modelNamespace",
            "namespace",
        ),
        (
            MINIMAL.replace("]}", "], transformations: [{filterOperations: {}}]}"),
            "/sources/api/transformations/0",
            "filterOperations",
        ),
        (
            """\
sources:
  a: {inputs: [{location: api.yaml}], overlays: [{location: names.yaml}]}
  b: {inputs: [{location: "source:a"}, {location: more.yaml}]}
targets: {sdk: {target: python, source: b}}
""",
            "/sources/b/inputs",
            "overlays",
        ),
    ],
)
def test_what_would_make_another_sdk_is_an_error(
    repository: Path, text: str, pointer: str, said: str
) -> None:
    """At its place in the file, and nothing is written."""
    diagnostics = Diagnostics()

    read_workflow(given(repository, text), diagnostics)

    (remark,) = [one for one in diagnostics.remarks if one.severity.value == "error"]
    assert (remark.code, remark.pointer) == ("workflow", f"workflow.yaml#{pointer}")
    assert said in remark.message
    before = set(repository.rglob("*"))
    assert run().exit_code == 1
    assert set(repository.rglob("*")) == before


def test_what_other_tools_do_is_named(repository: Path) -> None:
    """A registry, tests and a place to publish change nothing in an SDK."""
    text = MINIMAL.replace("source: api", "source: api, publish: {}, testing: {}")
    text = text.replace("]}", "], registry: {}, transformations: [{format: true}]}")
    diagnostics = Diagnostics()

    found = read_workflow(given(repository, text), diagnostics)

    assert [target.name for target in found.targets] == ["sdk"]
    assert sorted(
        (one.severity.value, one.pointer.partition("#")[2])
        for one in diagnostics.remarks
    ) == [
        ("info", "/sources/api/registry"),
        ("info", "/targets/sdk/publish"),
        ("info", "/targets/sdk/testing"),
    ]


def test_a_run_makes_every_target_and_a_check_finds_it_so(repository: Path) -> None:
    """With the settings of each target's folder, the overlays of its source, and one status."""
    (repository / "other" / ".speakeasy").mkdir(parents=True)
    (repository / "other" / ".speakeasy" / "gen.yaml").write_text(
        "python: {version: 1.0.0, packageName: plants}\n"
    )
    given(
        repository,
        """\
sources:
  animals: {inputs: [{location: api.yaml}], overlays: [{location: names.yaml}]}
targets:
  zoo: {target: python, source: animals}
  plants: {target: python, source: more.yaml, output: other}
""",
    )

    assert run("--check").exit_code == 1
    assert run().exit_code == 0
    assert run("--check").exit_code == 0

    assert "def all(" in (repository / "src/zoo/animals.py").read_text()
    assert "def list(" in (repository / "other/src/plants/plants.py").read_text()
    (repository / "more.yaml").write_text(SPEC)
    assert run("--check").exit_code == 1
    assert run("--check", "--target", "zoo").exit_code == 0


def test_a_wrong_call_is_status_two(repository: Path) -> None:
    """A target that is not there, and one report for two SDKs."""
    given(repository, MINIMAL + "  # none else\n")

    assert run("--target", "none").exit_code == 2

    given(
        repository,
        MINIMAL.replace("}}", "}, b: {target: python, source: api, output: b}}"),
    )
    assert run("--report", "report.json").exit_code == 2


def test_faults_are_told_to_programs(repository: Path) -> None:
    """As JSON, with the place."""
    given(repository, MINIMAL.replace("api.yaml", "none.yaml"))

    found = json.loads(run("--json").stdout)

    assert found["status"] == 1
    assert [(one["file"], one["line"]) for one in found["remarks"]] == [
        (".speakeasy/workflow.yaml", 1)
    ]
