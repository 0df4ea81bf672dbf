"""The command line: what it writes, what it says, and its exit status."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sdkloom.cli import commands
from sdkloom.diagnostics import Diagnostics
from sdkloom.document.resolve import Document
from sdkloom.document.source import load_text
from sdkloom.graph import api
from sdkloom.ir.api import Api
from sdkloom.settings import Settings
from sdkloom.settings_page import new_settings, settings_page

PETS = """\
openapi: 3.1.0
info: {title: Pet Store, version: "1.0"}
servers: [{url: https://pets.example}]
paths:
  /pets/{id}:
    get:
      operationId: showPet
      tags: [pets]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        "200":
          description: One
          content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties: {name: {type: string}, age: {type: integer}}
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(commands, [str(one) for one in arguments])


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "openapi.yaml"
    path.write_text(PETS)
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "sdk"


def tree(folder: Path) -> dict[str, bytes]:
    """What is in a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_document_becomes_a_package_with_pages(spec: Path, out: Path) -> None:
    """Class, package and module are called as the title; the summary counts."""
    result = run("generate", spec, "--out", out)

    assert result.exit_code == 0, result.output
    files = tree(out)
    assert b"class PetStore" in files["src/pet_store/sdk.py"]
    assert "docs/sdks/pets/README.md" in files
    assert "1 operation, " in result.output
    assert f"{len(files) - 1} new, 0 changed, 0 unchanged, 0 removed" in result.output


def test_a_second_run_changes_nothing(spec: Path, out: Path) -> None:
    """Not one byte, the lock included."""
    run("generate", spec, "--out", out)
    before = tree(out)

    result = run("generate", spec, "--out", out)

    assert "nothing has changed" in result.output
    assert tree(out) == before


def test_a_lock_keeps_files_and_examples(spec: Path, out: Path) -> None:
    """Every file written is tracked; what was invented for an operation is kept."""
    run("generate", spec, "--out", out)

    text = (out / ".speakeasy/gen.lock").read_text()
    source = load_text(text, "gen.lock", Diagnostics())

    assert source is not None
    once = {".gitignore", ".gitattributes", "src/pet_store/_hooks/registration.py"}
    written = set(tree(out)) - {".speakeasy/gen.lock"}
    assert set(source.value["trackedFiles"]) >= written - once
    assert source.value["examples"]["showPet"]["speakeasy-default-show-pet"] == {
        "parameters": {"path": {"id": "<id>"}}
    }


def test_check_writes_nothing_and_lists_what_differs(spec: Path, out: Path) -> None:
    """Status 1 where the folder is not what would be generated, 0 where it is."""
    assert run("check", spec, "--out", out).exit_code == 1
    assert not out.exists()
    run("generate", spec, "--out", out)
    assert run("check", spec, "--out", out).exit_code == 0
    spec.write_text(PETS.replace("age:", "years:"))
    before = tree(out)

    result = run("check", spec, "--out", out)

    assert result.exit_code == 1
    assert "~ src/pet_store/models/pet.py" in result.output
    assert tree(out) == before


def test_a_renamed_schema_leaves_nothing_behind(spec: Path, out: Path) -> None:
    """Files of an earlier run that are not made any more are removed."""
    run("generate", spec, "--out", out)
    spec.write_text(
        PETS.replace("Pet:", "Animal:").replace("schemas/Pet", "schemas/Animal")
    )

    result = run("generate", spec, "--out", out)

    files = tree(out)
    assert "- src/pet_store/models/pet.py" in result.output
    assert "src/pet_store/models/pet.py" not in files
    assert "src/pet_store/models/animal.py" in files
    assert b"models/pet.py" not in files[".speakeasy/gen.lock"]


def test_an_edit_is_kept_and_named(spec: Path, out: Path) -> None:
    """A file changed by hand stays until `--force`."""
    run("generate", spec, "--out", out)
    edited = out / "src/pet_store/pets.py"
    generated = edited.read_text()
    edited.write_text("mine\n")

    result = run("generate", spec, "--out", out)

    assert edited.read_text() == "mine\n"
    assert "kept src/pet_store/pets.py: changed by hand" in result.output
    assert run("check", spec, "--out", out).exit_code == 1
    run("generate", spec, "--out", out, "--force")
    assert edited.read_text() == generated


def test_docs_writes_pages_and_leaves_the_package(spec: Path, out: Path) -> None:
    """`docs` alone makes pages; beside a package it removes none of it."""
    assert run("docs", spec, "--out", out).exit_code == 0
    assert all(path.endswith((".md", "gen.lock")) for path in tree(out))
    run("generate", spec, "--out", out)
    before = tree(out)

    result = run("docs", spec, "--out", out)

    assert "0 removed" in result.output
    assert tree(out) == before


def test_faults_are_said_with_place_and_nothing_is_written(
    spec: Path, out: Path
) -> None:
    """Status 1, and each remark with file, line and column."""
    spec.write_text(
        PETS.replace("#/components/schemas/Pet", "#/components/schemas/Cat")
    )

    result = run("generate", spec, "--out", out)

    assert result.exit_code == 1
    assert f"{spec}:14:" in result.stderr
    assert "nothing is written" in result.stdout
    assert not out.exists()


def test_strict_makes_errors_of_warnings(spec: Path, out: Path) -> None:
    """With `--strict` a key that no option has stops the run."""
    config = spec.parent / "gen.yaml"
    config.write_text("python: {tomorrow: true}\n")

    assert run("generate", spec, "--out", out).exit_code == 0
    assert run("generate", spec, "--out", out, "--strict").exit_code == 1


def test_settings_are_found_beside_the_document_or_in_the_folder(
    spec: Path, out: Path
) -> None:
    """`gen.yaml` beside the document, else `.speakeasy/gen.yaml` of the output."""
    (out / ".speakeasy").mkdir(parents=True)
    settings = "python: {packageName: zoo}\n"
    (out / ".speakeasy/gen.yaml").write_text(settings)

    run("generate", spec, "--out", out)

    assert "src/zoo/sdk.py" in tree(out)
    (spec.parent / "gen.yaml").write_text("python: {packageName: ark}\n")
    run("generate", spec, "--out", out)
    assert "src/ark/sdk.py" in tree(out)
    assert "src/zoo/sdk.py" not in tree(out)


def test_json_is_one_object(spec: Path, out: Path) -> None:
    """Programs get counts, files and remarks on stdout."""
    result = run("generate", spec, "--out", out, "--json")

    said: dict[str, Any] = json.loads(result.stdout)
    assert said["status"] == 0
    assert said["counts"]["operations"] == 1
    assert "src/pet_store/sdk.py" in said["files"]["new"]
    assert said["remarks"] == []


def test_quiet_says_nothing_when_all_is_well(spec: Path, out: Path) -> None:
    """No output at all."""
    assert run("generate", spec, "--out", out, "--quiet").output == ""


def test_a_report_says_what_is_in_the_sdk(spec: Path, out: Path) -> None:
    """Operations, schemas and media types, with what is degraded and refused."""
    report = spec.parent / "not" / "there" / "report.json"

    run("generate", spec, "--out", out, "--report", report)

    said = json.loads(report.read_text())
    assert said["operations"] == {"written": 1, "generated": 1, "ignored": 0}
    assert said["media_types"] == {"application/json": 1}
    assert (said["degraded"], said["refused"]) == ([], [])


def test_what_is_left_out_is_status_three(
    spec: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless it is accepted; the files are written either way."""

    def build(document: Document, settings: Settings, diagnostics: Diagnostics) -> Api:
        diagnostics.unsupported("odd", "#/paths/~1pets~1{id}", "this is not printed")
        return api.build(document, settings, diagnostics)

    monkeypatch.setattr("sdkloom.pipeline.build", build)

    assert run("generate", spec, "--out", out).exit_code == 3
    assert (out / "src/pet_store/sdk.py").exists()
    assert run("generate", spec, "--out", out, "--skip-unsupported").exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("generate",),
        ("generate", "nowhere.yaml", "--out", "x"),
        ("compare", "a", "b"),
        ("unknown",),
    ],
)
def test_wrong_use_is_status_two(arguments: tuple[str, ...]) -> None:
    """A usage line, and nothing else happens."""
    result = run(*arguments)

    assert result.exit_code == 2
    assert "Usage:" in result.output


def test_validate_and_inspect_write_nothing(spec: Path) -> None:
    """One says what is wrong, the other what the document means."""
    assert run("validate", spec).exit_code == 0
    inspected = run("inspect", spec)

    assert inspected.exit_code == 0
    assert json.loads(inspected.stdout)["info"]["title"] == "Pet Store"
    assert [path.name for path in spec.parent.iterdir()] == ["openapi.yaml"]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("models.Pet", 17),
        ("pet", 17),
        ("models.Pet.age", 20),
        ("pets.show_pet", 6),
        ("pets.show_pet.id", 10),
    ],
)
def test_explain_says_where_a_name_comes_from(spec: Path, name: str, line: int) -> None:
    """The place in the document of a model, a field, a method or an argument."""
    result = run("explain", name, spec, "--json")

    assert result.exit_code == 0
    assert line in [one["line"] for one in json.loads(result.stdout)]
    assert run("explain", name, spec).exit_code == 0


def test_explain_reads_what_generate_reads(spec: Path, tmp_path: Path) -> None:
    """A folder for a document, and an overlay that brings the name."""
    overlay = tmp_path / "more.yaml"
    overlay.write_text(
        "overlay: 1.0.0\ninfo: {title: More, version: '1'}\nactions:\n"
        "  - target: $.components.schemas.Pet.properties\n"
        "    update: {lives: {type: integer}}\n"
    )

    result = run(
        "explain", "models.Pet.lives", spec.parent, "--overlay", overlay, "--json"
    )

    assert result.exit_code == 0
    assert [
        (Path(one["file"]).name, one["line"]) for one in json.loads(result.stdout)
    ] == [("more.yaml", 5)]


def test_explain_knows_what_there_is_not(spec: Path) -> None:
    """Status 1 for a name that nothing has."""
    assert run("explain", "models.Cat", spec).exit_code == 1


def test_an_internal_fault_is_no_traceback(
    spec: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of ours names what was being done, and asks for the document."""

    def fail(*_: object) -> None:
        raise KeyError("pet")

    monkeypatch.setattr("sdkloom.pipeline.assign_names", fail)

    result = run("generate", spec, "--out", out)

    assert result.exit_code == 1
    assert "internal fault while naming: KeyError: 'pet'" in result.stderr
    assert "Traceback" not in result.output


def test_settings_are_printed_as_a_page_or_as_a_file() -> None:
    """Both are what `docs/settings.md` and a new `gen.yaml` hold, and nothing else."""
    assert run("settings").output == settings_page()
    assert run("settings", "--new").output == new_settings()
