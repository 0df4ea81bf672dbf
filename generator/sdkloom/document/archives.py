"""Documents that come packed, or with a folder around them: which file is the document."""

from __future__ import annotations

import io
import re
import tarfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

_GZIP: Final = b"\x1f\x8b"
_LARGEST: Final = 500_000_000
_MOST_FILES: Final = 100_000
_HEAD: Final = 65_536
_SUFFIXES: Final = (".yaml", ".yml", ".json")
_IS_DOCUMENT: Final = re.compile(
    rb"^[\s{]{0,8}[\"']?(?:openapi|swagger)[\"']?\s*:", re.MULTILINE
).search
_TAR_MARK: Final = (257, b"ustar")


class PackingFault(Exception):
    """Why a folder or an archive gives no document: a remark's message and hint."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Archive:
    """The files of an archive, by their paths in it; `entry` is the document's."""

    name: str
    files: Mapping[str, bytes]
    entry: str

    def shown(self, path: str) -> str:
        """Return how remarks call a file of the archive."""
        return f"{self.name}/{path}"

    def beside(self, name: str) -> str | None:
        """Return the path of a file named from the document's folder on; None: outside of all."""
        steps: list[str] = []
        for step in (PurePosixPath(self.entry).parent / name).parts:
            if step == "..":
                if not steps:
                    return None
                steps.pop()
            elif step != ".":
                steps.append(step)
        path = "/".join(steps)
        return None if path.startswith("/") else path


def inflated(data: bytes) -> bytes:
    """Return what gzip (RFC 1952) has packed; anything else as it is.

    Raises `PackingFault` where the packing is damaged, or holds more than 500 MB.
    """
    if not data.startswith(_GZIP):
        return data
    content = bytearray()
    while data:
        reader = zlib.decompressobj(wbits=31)
        try:
            content += reader.decompress(data, _LARGEST - len(content))
        except zlib.error as fault:
            raise PackingFault(f"the file is damaged: {fault}") from None
        if reader.unconsumed_tail:
            raise PackingFault("the file unpacks to more than 500 MB")
        if not reader.eof:
            raise PackingFault("the file is damaged: its end is missing")
        # Several members may follow one another, with zeros behind the last.
        data = reader.unused_data.lstrip(b"\0")
        if not data.startswith(_GZIP):
            break
    return bytes(content)


def is_tar(content: bytes) -> bool:
    """Return whether content is an archive of files (POSIX.1-1988 ustar, and what followed)."""
    offset, mark = _TAR_MARK
    return content[offset : offset + len(mark)] == mark


def open_archive(name: str, content: bytes, entry: str) -> Archive:
    """Return an archive's files; `entry` names the document among them, "" has it found.

    Links and devices are no files. Raises `PackingFault` for a damaged archive, and where no file, or
    more than one, may be the document.
    """
    files: dict[str, bytes] = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(content)) as packed:
            for number, member in enumerate(packed):
                if number >= _MOST_FILES:
                    message = f"the archive holds more than {_MOST_FILES:,} files"
                    raise PackingFault(message)
                stream = packed.extractfile(member) if member.isreg() else None
                path = member.name.removeprefix("./")
                if stream is not None and _stays_inside(path):
                    files[path] = stream.read()
    except (tarfile.TarError, EOFError, OSError) as fault:
        raise PackingFault(f"the archive is damaged: {fault}") from None
    return Archive(name, files, _entry(sorted(files), entry, files.__getitem__))


def document_in(folder: Path, entry: str) -> Path:
    """Return a folder's document; `entry` names it, "" has it found.

    Raises `PackingFault` where no file, or more than one, may be it.
    """
    files = {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.suffix in _SUFFIXES and path.is_file()
    }
    return files[_entry(sorted(files), entry, lambda path: _head(files[path]))]


def chosen_file(path: Path, entry: str) -> tuple[Path, str]:
    """Return the document of a folder, which has no entries itself.

    What is no folder, and a folder that holds no document, come back as they are.
    """
    try:
        return (document_in(path, entry), "") if path.is_dir() else (path, entry)
    except (PackingFault, OSError):
        return path, entry


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(_HEAD)


def _stays_inside(path: str) -> bool:
    return not path.startswith("/") and ".." not in path.split("/")


def _entry(paths: Iterable[str], entry: str, read: Callable[[str], bytes]) -> str:
    """Return the document among files: the one with a version of OpenAPI, nearest to the top."""
    if entry:
        if entry not in paths:
            raise PackingFault(f"there is no file {entry!r} in it")
        return entry
    found: list[str] = []
    for path in sorted(paths, key=lambda path: path.count("/")):
        if found and path.count("/") > found[0].count("/"):
            break
        if _may_be_one(path) and _IS_DOCUMENT(read(path)[:_HEAD]):
            found.append(path)
    if not found:
        raise PackingFault(
            "no file in it says which version of OpenAPI it is written in",
            "the document itself has `openapi:` or `swagger:` at its top",
        )
    if len(found) > 1:
        several = ", ".join(found[:5]) + (", ..." if len(found) > 5 else "")
        raise PackingFault(
            f"there are {len(found)} documents in it: {several}",
            f"choose one: --entry {found[0]}",
        )
    return found[0]


def _may_be_one(path: str) -> bool:
    steps = path.split("/")
    is_hidden = any(step.startswith(".") or step == "node_modules" for step in steps)
    return path.endswith(_SUFFIXES) and not is_hidden
