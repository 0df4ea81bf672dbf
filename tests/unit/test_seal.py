"""A run that would change nothing is not done, and every change is noticed."""

from __future__ import annotations

import json
import re
import shutil
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sdkloom import cli_seal, seal
from sdkloom.cli import commands

SPEC = """\
openapi: 3.1.0
info: {title: Zoo, version: "1"}
servers: [{url: https://example.com}]
paths:
  /animals:
    get:
      operationId: listAnimals
      tags: [animals]
      responses:
        "200":
          description: Good.
          content:
            application/json: {schema: {$ref: "animal.yaml"}}
"""
ANIMAL = "type: object\nproperties: {name: {type: string}}\n"
OVERLAY = """\
overlay: 1.0.0
info: {title: More, version: "1"}
actions:
  - {target: "$.info", update: {description: Of animals.}}
"""
CONFIG = "python: {version: 1.0.0, packageName: zoo}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A document of two files, with settings, an overlay, and an SDK of it."""
    (tmp_path / "api.yaml").write_text(SPEC)
    (tmp_path / "animal.yaml").write_text(ANIMAL)
    (tmp_path / "overlay.yaml").write_text(OVERLAY)
    (tmp_path / "gen.yaml").write_text(CONFIG)
    assert run(tmp_path).exit_code == 0
    return tmp_path


def run(
    folder: Path, *more: str, command: str = "generate", out: str = "sdk"
) -> Result:
    """Run a command on the document, with its overlay."""
    names = [str(folder / "api.yaml"), "--out", str(folder / out)]
    overlay = ["--overlay", str(folder / "overlay.yaml")]
    return CliRunner().invoke(commands, [command, *names, *overlay, *more])


def is_sealed(folder: Path, *more: str, out: str = "sdk") -> bool:
    """Whether a check goes by the seal: it then counts no files but the unchanged ones."""
    said = run(folder, *more, command="check", out=out).stdout
    return re.search(r"files: \d+ unchanged \(", said) is not None


def test_a_run_with_nothing_to_do_is_not_done(folder: Path) -> None:
    """It says the same counts, and that nothing has changed."""
    again = run(folder)

    assert is_sealed(folder)
    assert again.exit_code == 0
    assert "1 operation," in again.stdout
    assert "nothing has changed" in again.stdout


def _append(name: str) -> Callable[[Path], object]:
    def edit(folder: Path) -> None:
        place = folder / name
        place.write_bytes(place.read_bytes() + b"\n")

    edit.__name__ = name
    return edit


def _hidden_settings(folder: Path) -> None:
    (folder / ".speakeasy").mkdir()
    (folder / ".speakeasy/gen.yaml").write_text(CONFIG)


def _ignore(folder: Path) -> None:
    (folder / "sdk/docs/.genignore").write_text("*.md\n")


def _link(folder: Path) -> None:
    place = folder / "sdk/USAGE.md"
    place.rename(folder / "usage")
    place.symlink_to(folder / "usage")


def _linked_folder(folder: Path) -> None:
    place = folder / "sdk/docs"
    place.rename(folder / "docs")
    place.symlink_to(folder / "docs")


def _linked_neighbour(folder: Path) -> None:
    (folder / "animal.yaml").rename(folder.parent / "animal-elsewhere.yaml")
    (folder / "animal.yaml").symlink_to(folder.parent / "animal-elsewhere.yaml")


@pytest.mark.parametrize(
    "edit",
    [
        _append("api.yaml"),
        _append("animal.yaml"),
        _append("overlay.yaml"),
        _append("gen.yaml"),
        _append("sdk/.speakeasy/gen.lock"),
        _append("sdk/README.md"),
        _append("sdk/src/zoo/animals.py"),
        _append("sdk/src/zoo/_hooks/registration.py"),
        lambda folder: (folder / "sdk/src/zoo/animals.py").unlink(),
        lambda folder: (folder / "sdk/.speakeasy/gen.lock").unlink(),
        lambda folder: (folder / "animal.yaml").unlink(),
        lambda folder: (folder / "gen.yaml").unlink(),
        lambda folder: shutil.rmtree(folder / "sdk/docs"),
        _hidden_settings,
        _ignore,
        _link,
        _linked_folder,
        _linked_neighbour,
    ],
)
def test_whatever_is_changed_is_noticed(
    folder: Path, edit: Callable[[Path], object]
) -> None:
    """Given files and files of the output; changed, removed, added, or made a link."""
    assert is_sealed(folder)
    edit(folder)

    assert not is_sealed(folder)


@pytest.mark.parametrize("option", ["--strict", "--strict-overlay", "--allow-ref=."])
def test_other_options_are_another_run(folder: Path, option: str) -> None:
    """What was made with other options is not what is asked for."""
    assert is_sealed(folder)
    assert not is_sealed(folder, option)


def test_another_lock_is_another_run(folder: Path) -> None:
    """Its examples may be others."""
    (folder / "other.lock").write_text("lockVersion: 2.0.0\n")

    assert not is_sealed(folder, "--lock", str(folder / "other.lock"))


def test_a_copy_of_the_output_is_looked_at(folder: Path) -> None:
    """A seal speaks of one folder."""
    shutil.copytree(folder / "sdk", folder / "copy")

    assert not is_sealed(folder, out="copy")


def test_another_generator_is_another_run(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its code, its templates and its libraries are part of what a run is given."""
    monkeypatch.setattr(seal, "_mark_of_generator", lambda: "changed")

    assert not is_sealed(folder)


def test_the_generator_is_its_code_and_templates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a checkout, where the version stays as it is while the code changes."""
    (tmp_path / "seal.py").write_text("x = 1\n")
    monkeypatch.setattr(seal, "__file__", str(tmp_path / "seal.py"))
    seal._mark_of_generator.cache_clear()
    before = seal.mark_of_given([], [])
    (tmp_path / "seal.py").write_text("x = 2\n")
    seal._mark_of_generator.cache_clear()
    after = seal.mark_of_given([], [])
    seal._mark_of_generator.cache_clear()

    assert before != after


def test_what_the_user_keeps_is_never_sealed(folder: Path) -> None:
    """The run that names a file changed by hand names it again and again."""
    _append("sdk/src/zoo/animals.py")(folder)
    for _ in range(2):
        said = run(folder)
        assert "changed by hand" in said.stderr


def test_a_file_edited_while_it_is_written_is_not_sealed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seal is checked against what was made, not against what is found."""
    whole = cli_seal.write_seal

    def meddled(out: Path, *args: object, **more: object) -> bool:
        _append("src/zoo/animals.py")(out)
        return whole(out, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(cli_seal, "write_seal", meddled)
    _append("api.yaml")(folder)
    run(folder)

    assert not is_sealed(folder)


def test_a_broken_seal_is_no_seal(folder: Path) -> None:
    """Whatever lies in its place, the run is done."""
    place = seal.seal_path(folder / "sdk")
    for text in (b"", b"[]", b'{"given": 1}', b'{"paths": 3}', b"\xff\xfe\x00"):
        place.write_bytes(text)
        assert run(folder, command="check").exit_code == 0
        assert not is_sealed(folder)


def test_again_does_everything_anew(folder: Path) -> None:
    """For who wants to read the warnings once more."""
    assert "0 new" in run(folder, "--again").stdout


def test_programs_are_told_everything(folder: Path) -> None:
    """The report as JSON lists remarks, so the run is done."""
    assert json.loads(run(folder, "--json").stdout)["files"]["unchanged"] > 10


def test_the_output_holds_no_seal(folder: Path) -> None:
    """It speaks of one machine, and the output holds nothing but the SDK."""
    place = seal.seal_path(folder / "sdk")

    assert place.is_file()
    assert folder not in place.parents
    assert str(folder) not in place.read_text()


def test_a_machine_without_a_cache_has_no_seal(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be kept, a run does all its work and succeeds."""
    (folder / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "file"))

    assert run(folder).exit_code == 0
    assert not is_sealed(folder)


def test_an_archive_is_sealed_as_one_file(folder: Path) -> None:
    place = folder / "packed.tar"
    for text in (ANIMAL, ANIMAL.replace("string", "integer")):
        (folder / "animal.yaml").write_text(text)
        with tarfile.open(place, "w") as archive:
            for name in ("api.yaml", "animal.yaml"):
                archive.add(folder / name, arcname=name)
        names = ["generate", str(place), "--out", str(folder / "other")]
        first = CliRunner().invoke(commands, names)
        again = CliRunner().invoke(commands, names)
        assert (first.exit_code, again.exit_code) == (0, 0), first.output
        assert "nothing has changed" not in first.output
        assert "nothing has changed" in again.output


def test_a_folder_is_sealed_as_its_document(folder: Path) -> None:
    names = ["generate", str(folder), "--out", str(folder / "sdk")]
    names += ["--overlay", str(folder / "overlay.yaml"), "--entry", "api.yaml"]
    assert CliRunner().invoke(commands, names).exit_code == 0
    again = CliRunner().invoke(commands, names)
    assert "nothing has changed" in again.output
