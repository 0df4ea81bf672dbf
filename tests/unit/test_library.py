"""The library: files without writing them."""

from __future__ import annotations

from pathlib import Path

import sdkloom

SPEC = """\
openapi: 3.1.0
info: {title: Pet Store, version: "1.0"}
servers: [{url: https://pets.example}]
paths:
  /pets:
    get: {operationId: listPets, tags: [pets], responses: {"204": {description: None}}}
"""


def test_files_come_as_values(tmp_path: Path) -> None:
    """`generate` writes nothing; `changes_in` looks; `write_sdk` writes."""
    spec, out = tmp_path / "openapi.yaml", tmp_path / "sdk"
    spec.write_text(SPEC)

    result = sdkloom.generate(str(spec))

    paths = [file.path for file in result.files]
    assert not result.has_errors
    assert "src/pet_store/pets.py" in paths
    assert len(set(paths)) == len(paths)
    assert not out.exists()
    changes = sdkloom.changes_in(result, out)
    assert not out.exists()
    done = list(sdkloom.write_sdk(result, changes, out))
    assert len(done) == len(paths)
    assert (out / "src/pet_store/pets.py").is_file()


def test_the_lock_forgets_files_that_are_gone(tmp_path: Path) -> None:
    """What an earlier run wrote, another hand removed, and no run makes any more."""
    spec, out = tmp_path / "openapi.yaml", tmp_path / "sdk"
    spec.write_text(SPEC)
    lock = out / ".speakeasy" / "gen.lock"
    lock.parent.mkdir(parents=True)
    lock.write_text("generatedFiles: [docs/models/gone.md, scripts/kept.sh]\n")
    (out / "scripts").mkdir()
    (out / "scripts" / "kept.sh").write_text("true\n")

    result = sdkloom.generate(spec, sdkloom.Options(out=out))
    list(sdkloom.write_sdk(result, sdkloom.changes_in(result, out), out))

    text = lock.read_text(encoding="utf-8")
    assert "docs/models/gone.md" not in text
    assert "scripts/kept.sh" in text
