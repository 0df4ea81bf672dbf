"""Other files that a document refers to: which may be read, and what they hold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit
from urllib.request import HTTPRedirectHandler, build_opener

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.source import Source, load, load_bytes, load_packed

_TIMEOUT = 20
_LARGEST = 100_000_000


class Refusal(Exception):
    """Why a file is not read."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


def is_url(name: str) -> bool:
    """Return whether a file's name is an absolute URI (a drive letter is none)."""
    scheme = urlsplit(name).scheme
    return len(scheme) > 1 or name.startswith("//")


def join_name(base: str, name: str) -> str:
    """Return the name, from the document's folder on, of what `name` means in file `base`."""
    folder = PurePosixPath(unquote(base)).parent if base else PurePosixPath()
    parts: list[str] = []
    path = folder / unquote(name).replace("\\", "/")
    for part in path.parts:
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts).replace("//", "/")


def read_neighbour(
    name: str, document: Source, allowed: Sequence[str], diagnostics: Diagnostics
) -> Source | None:
    """Return the file of a name; None if it cannot be read, which is then among the remarks.

    Raises `Refusal` where nobody allowed the file to be read.
    """
    if is_url(name):
        return _read_url(name, allowed, diagnostics)
    if document.archive is not None:
        packed = document.archive.beside(name)
        if packed is None:
            raise Refusal("ref-outside", f"{name!r} is outside of the archive")
        if packed not in document.archive.files:
            raise Refusal("ref-file", f"there is no file {name!r} in the archive")
        return load_packed(packed, document.archive, diagnostics)
    if document.path is None:
        raise Refusal("ref-file", f"there is no folder in which to look for {name!r}")
    folder = document.path.parent
    path = folder / name
    target = path.resolve()
    roots = [folder, *(Path(each) for each in allowed if not is_url(each))]
    if not any(target.is_relative_to(root.resolve()) for root in roots):
        raise Refusal(
            "ref-outside",
            f"{name!r} is outside of the document's folder and is not read",
            "allow its folder: --allow-ref FOLDER",
        )
    if not _is_file(target):
        raise Refusal("ref-file", f"there is no file {name!r} beside the document")
    return load(path, diagnostics)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a text that is no name of a file: far too long, for one
        return False


class _SameDoor(HTTPRedirectHandler):
    """Follows a redirection only to where a request would have been allowed."""

    def __init__(self, allowed: Sequence[str]) -> None:
        self._allowed = allowed

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
        """Return the next request; none for an address that is not allowed."""
        if not _is_allowed(newurl, self._allowed):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _is_allowed(url: str, allowed: Sequence[str]) -> bool:
    prefixes = (each.rstrip("/") for each in allowed if each.startswith("https://"))
    return any(url == prefix or url.startswith(f"{prefix}/") for prefix in prefixes)


def _read_url(
    url: str, allowed: Sequence[str], diagnostics: Diagnostics
) -> Source | None:
    if not _is_allowed(url, allowed):
        raise Refusal(
            "ref-url",
            f"{url!r} is not fetched",
            "allow it by its beginning: --allow-ref https://...; or save the file beside the"
            " document and refer to it there",
        )
    try:
        with build_opener(_SameDoor(allowed)).open(url, timeout=_TIMEOUT) as reply:
            data = reply.read(_LARGEST)
    except OSError as fault:
        raise Refusal("ref-file", f"{url!r} cannot be fetched: {fault}") from None
    return load_bytes(data, url, diagnostics)
