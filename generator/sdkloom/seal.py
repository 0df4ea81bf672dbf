"""The seal: what a run was given and what it left, so that the next one need not do it again.

It lies in the user's cache and not in the output, which holds nothing but the SDK, and is trusted
only as far as it can be proved: everything that decides the output, and every file of the output,
is read and compared with it.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import sdkloom_templates
from platformdirs import user_cache_path

from sdkloom.document.encoding import decode
from sdkloom.document.source import Source
from sdkloom.inputs import LOCK_PATH
from sdkloom.output.changes import same_text
from sdkloom.output.ignore import ignore_files
from sdkloom.output.write import write_file

_LIBRARIES = (
    "black",
    "jinja2",
    "jsonpath-rfc9535",
    "jsonschema-rs",
    "openapi-spec-validator",
    "pathspec",
    "pyyaml",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What a run left. `given` is the mark of what it was given, `left` that of its output.

    `neighbours` are the marks of the files that the document referred to, by their names there;
    `counts` is what the run counted.
    """

    given: str
    left: str
    paths: tuple[str, ...]
    neighbours: Mapping[str, str]
    counts: Mapping[str, int]


def mark_of_given(words: Iterable[str], files: Iterable[Path | None]) -> str:
    """Return the mark of what a run is given: options, files, and the generator itself.

    A file is marked by its path and content. Raises `OSError` where one cannot be read.
    """
    mark = hashlib.sha256(_mark_of_generator().encode())
    for word in words:
        _add(mark, word.encode("utf-8", "surrogateescape"))
    for path in files:
        name = str(path.resolve()) if path else ""
        _add(mark, name.encode("utf-8", "surrogateescape"))
        _add(mark, path.read_bytes() if path else b"")
    return mark.hexdigest()


def seal_path(folder: Path) -> Path:
    """Return where the seal of an output folder lies, or would lie."""
    word = os.fspath(folder.resolve()).encode("utf-8", "surrogateescape")
    name = hashlib.sha256(word).hexdigest()
    return user_cache_path("sdkloom", appauthor=False) / "seals" / f"{name}.json"


def read_seal(folder: Path) -> Seal | None:
    """Return the seal of an output folder; None if there is none that can be read."""
    try:
        value = json.loads(seal_path(folder).read_bytes())
        return Seal(**{**value, "paths": tuple(value["paths"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def holds(seal: Seal, given: str, spec: Path, folder: Path) -> bool:
    """Whether nothing has changed since: not what is given, and not one file of the output."""
    try:
        return (
            seal.given == given
            and seal.neighbours == _marks_of(seal.neighbours, spec.parent)
            and seal.left == _mark_of_left(folder, seal.paths, {})
        )
    except (OSError, ValueError, TypeError):
        return False


def write_seal(
    folder: Path,
    given: str,
    *,
    spec: Path,
    sources: Iterable[tuple[str, Source]],
    texts: Mapping[str, str],
    others: Iterable[str],
    counts: Mapping[str, int],
) -> bool:
    """Seal a folder; False if that cannot be, as when somebody has changed it meanwhile.

    `texts` are the files as they were made, `others` the paths whose content is the user's.
    `sources` are the files that the document referred to, by their names there: what comes over
    the network may change at any time, and is never sealed.
    """
    neighbours: dict[str, str] = {}
    for name, source in sources:
        if source.path is None:
            return False
        neighbours[name] = _mark_of_text(source.text)
    paths = sorted({*texts, *others, LOCK_PATH})
    try:
        left = _mark_of_left(folder, paths, texts)
        if neighbours != _marks_of(neighbours, spec.parent):
            return False
    except (OSError, ValueError):
        return False
    value = {
        "given": given,
        "left": left,
        "paths": paths,
        "neighbours": neighbours,
        "counts": dict(counts),
    }
    place = seal_path(folder)
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_file(place, json.dumps(value, indent=0) + "\n")
    except OSError:  # no cache on this machine: the next run does all its work again
        return False
    return True


def _marks_of(names: Iterable[str], folder: Path) -> dict[str, str]:
    """Return the marks of files in the document's folder; raise `ValueError` for a link."""
    marks: dict[str, str] = {}
    root = folder.resolve()
    for name in names:
        place = root / name
        if place.resolve() != Path(os.path.normpath(place)):
            raise ValueError(name)
        marks[name] = _mark_of_text(decode(place.read_bytes()).text)
    return marks


def _mark_of_text(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _mark_of_left(folder: Path, paths: Iterable[str], texts: Mapping[str, str]) -> str:
    """Return the mark of what lies at the paths, and of the `.genignore` files.

    Raises `ValueError` if a file is not what `texts` says, or is reached by a link.
    """
    mark = hashlib.sha256()
    root = os.fspath(folder)
    checked: set[str] = set()
    for path in paths:
        content = _content(root, path, checked)
        if path in texts and (content is None or not same_text(content, texts[path])):
            raise ValueError(path)
        _add(mark, path.encode())
        _add(mark, b"-" if content is None else b"+" + content)
    for name, content in sorted(ignore_files(folder).items()):
        _add(mark, name.encode("utf-8", "surrogateescape"))
        _add(mark, content)
    return mark.hexdigest()


def _content(root: str, path: str, checked: set[str]) -> bytes | None:
    """Return what a regular file holds, None if there is none."""
    above = path.rpartition("/")[0]
    while above and above not in checked:
        checked.add(above)
        if os.path.islink(os.path.join(root, above)):
            raise ValueError(above)
        above = above.rpartition("/")[0]
    place = os.path.join(root, path)
    try:
        if not stat.S_ISREG(os.lstat(place).st_mode):
            raise ValueError(path)
        with open(place, "rb") as stream:
            return stream.read()
    except (FileNotFoundError, NotADirectoryError):
        return None


@lru_cache(maxsize=1)
def _mark_of_generator() -> str:
    """Return the mark of the generator's code and templates, and of what they run on."""
    mark = hashlib.sha256(sys.version.encode())
    for name in _LIBRARIES:
        try:
            _add(mark, f"{name} {version(name)}".encode())
        except PackageNotFoundError:
            _add(mark, name.encode())
    for root in (Path(__file__).parent, Path(sdkloom_templates.__file__).parent):
        for place in sorted(root.rglob("*")):
            if place.is_file() and place.suffix != ".pyc":
                _add(mark, place.relative_to(root).as_posix().encode())
                _add(mark, place.read_bytes())
    return mark.hexdigest()


def _add(mark: Any, content: bytes) -> None:
    """Add a content so that no two sequences of contents look the same."""
    mark.update(b"%d:" % len(content))
    mark.update(content)
