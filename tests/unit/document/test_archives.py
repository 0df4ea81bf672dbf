"""Documents that come packed, or with a folder around them."""

from __future__ import annotations

import gzip
import io
import tarfile
from pathlib import Path

import pytest

from sdkloom.diagnostics import Diagnostics
from sdkloom.document import archives
from sdkloom.document.archives import PackingFault, document_in, inflated, open_archive
from sdkloom.document.resolve import resolve
from sdkloom.document.source import Source, load

DOCUMENT = """openapi: 3.1.0
info: {title: T, version: "1"}
paths:
  /pets: {$ref: "../paths/pets.yaml"}
"""
PATHS = "get:\n  responses: {'200': {description: ok}}\n"
FILES = {"./api/openapi.yaml": DOCUMENT, "./paths/pets.yaml": PATHS}


def _tar(files: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for name, text in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return packed.getvalue()


def _load(
    place: Path, data: bytes, entry: str = ""
) -> tuple[Source | None, Diagnostics]:
    place.write_bytes(data)
    diagnostics = Diagnostics()
    return load(place, diagnostics, entry=entry), diagnostics


def test_a_document_packed_by_gzip_is_read_with_its_lines(tmp_path: Path) -> None:
    place = tmp_path / "openapi.json.gz"
    source, _ = _load(place, gzip.compress(b'{"openapi": "3.1.0",\n "info": {}}'))
    assert source is not None
    assert source.place("#/info") == (place.as_posix(), 2, 10)


def test_an_archive_is_read_with_what_its_document_refers_to(tmp_path: Path) -> None:
    place = tmp_path / "api.tar.gz"
    source, diagnostics = _load(place, _tar(FILES))
    assert source is not None
    assert source.name == f"{place.as_posix()}/api/openapi.yaml"
    document = resolve(source, diagnostics)
    assert document is not None and not diagnostics.remarks
    names = {each.name for each in document.sources.values()}
    assert f"{place.as_posix()}/paths/pets.yaml" in names


@pytest.mark.parametrize(
    ("ref", "code"),
    [
        ("../../secret.yaml", "ref-outside"),
        ("../absent.yaml", "ref-file"),
        ("/etc/hostname", "ref-outside"),
    ],
)
def test_a_reference_never_leaves_an_archive(
    tmp_path: Path, ref: str, code: str
) -> None:
    (tmp_path / "secret.yaml").write_text(PATHS)
    text = DOCUMENT.replace("../paths/pets.yaml", ref)
    source, diagnostics = _load(
        tmp_path / "api.tar.gz", _tar({"api/openapi.yaml": text})
    )
    assert source is not None
    resolve(source, diagnostics)
    assert [remark.code for remark in diagnostics.remarks] == [code]


def test_links_and_ways_out_of_an_archive_are_no_files() -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        link = tarfile.TarInfo("openapi.yaml")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        for name in ("../openapi.yaml", "/openapi.yaml"):
            member = tarfile.TarInfo(name)
            member.size = len(DOCUMENT)
            archive.addfile(member, io.BytesIO(DOCUMENT.encode()))
    with pytest.raises(PackingFault, match="no file in it"):
        open_archive("a.tar", packed.getvalue(), "")


def test_of_several_documents_the_one_nearest_to_the_top_is_meant(
    tmp_path: Path,
) -> None:
    for name in ("openapi.yaml", "v2/openapi.yaml", ".hidden.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(DOCUMENT)
    (tmp_path / "notes.yaml").write_text("title: nothing\n")
    assert document_in(tmp_path, "") == tmp_path / "openapi.yaml"
    assert document_in(tmp_path, "v2/openapi.yaml") == tmp_path / "v2/openapi.yaml"


def test_documents_side_by_side_are_named_for_a_choice(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.json"):
        (tmp_path / name).write_text('{"swagger": "2.0"}')
    diagnostics = Diagnostics()
    assert load(tmp_path, diagnostics) is None
    [remark] = diagnostics.remarks
    assert "2 documents in it: a.yaml, b.json" in remark.message
    assert remark.hint == "choose one: --entry a.yaml"


@pytest.mark.parametrize("entry", ["", "c.yaml"])
def test_a_folder_without_the_document_is_an_error(tmp_path: Path, entry: str) -> None:
    (tmp_path / "a.txt").write_text(DOCUMENT)
    diagnostics = Diagnostics()
    assert load(tmp_path, diagnostics, entry=entry) is None
    assert [remark.code for remark in diagnostics.remarks] == ["archive"]


@pytest.mark.parametrize(
    "data",
    [gzip.compress(b"x" * 999)[:-6], b"\x1f\x8b" + b"?" * 40, _tar(FILES)[:200]],
    ids=["cut", "garbled", "cut archive"],
)
def test_a_damaged_file_is_an_error(tmp_path: Path, data: bytes) -> None:
    source, diagnostics = _load(tmp_path / "openapi.json.gz", data)
    assert source is None
    [remark] = diagnostics.remarks
    assert remark.code == "archive" and "damaged" in remark.message


def test_a_damaged_archive_within_whole_gzip_is_an_error(tmp_path: Path) -> None:
    whole = gzip.decompress(_tar(FILES))
    data = gzip.compress(whole[:600])
    source, diagnostics = _load(tmp_path / "api.tar.gz", data)
    assert source is None
    assert [remark.code for remark in diagnostics.remarks] == ["archive"]


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_LARGEST", 1000)
    assert inflated(gzip.compress(b"x" * 1000)) == b"x" * 1000
    with pytest.raises(PackingFault, match="more than"):
        inflated(gzip.compress(b"x" * 1001))


def test_members_of_gzip_follow_one_another() -> None:
    data = gzip.compress(b"one ") + gzip.compress(b"two") + b"\0" * 9
    assert inflated(data) == b"one two"


def test_a_single_file_has_no_entries(tmp_path: Path) -> None:
    """Whoever names one expects something else to be read."""
    source, diagnostics = _load(tmp_path / "a.yaml", DOCUMENT.encode(), "b.yaml")

    assert source is None
    (remark,) = diagnostics.remarks
    assert (remark.code, remark.severity.value) == ("archive", "error")
    assert "'b.yaml'" in remark.message
