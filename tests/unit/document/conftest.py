"""What the tests of this room begin with: a text read, a document resolved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from textwrap import dedent

import pytest

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.resolve import Document, resolve
from sdkloom.document.source import Source, load, load_text

HEAD = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\n'


Read = Callable[..., tuple[Source | None, Diagnostics]]
Resolved = Callable[..., tuple[Document, Diagnostics]]


def _read(text: str, name: str = "openapi.yaml") -> tuple[Source | None, Diagnostics]:
    diagnostics = Diagnostics()
    return load_text(dedent(text), name, diagnostics), diagnostics


def _resolved(text: str) -> tuple[Document, Diagnostics]:
    """A document of paths and components, with the head that every document has."""
    source, diagnostics = _read(HEAD + dedent(text))
    assert source is not None, diagnostics.remarks
    document = resolve(source, diagnostics)
    assert document is not None
    return document, diagnostics


def _resolved_folder(
    folder: Path, files: dict[str, str], *, allow_ref: tuple[str, ...] = ()
) -> tuple[Document, Diagnostics]:
    """The document `openapi.yaml` of a folder in which these files are written first."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    diagnostics = Diagnostics()
    source = load(folder / "openapi.yaml", diagnostics)
    assert source is not None, diagnostics.remarks
    document = resolve(source, diagnostics, allow_ref=allow_ref)
    assert document is not None
    return document, diagnostics


@pytest.fixture
def read() -> Read:
    """Reads a text as a document."""
    return _read


@pytest.fixture
def resolved() -> Resolved:
    """Reads paths and components, and follows their references."""
    return _resolved


@pytest.fixture
def resolved_folder(tmp_path: Path) -> Resolved:
    """Writes files into a folder, reads `openapi.yaml` there and follows its references."""
    return partial(_resolved_folder, tmp_path)
