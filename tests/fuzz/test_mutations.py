"""Whatever has happened to a document: it is read or refused with places, and never in part."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from sdkloom.diagnostics import Severity
from sdkloom.document.pointer import split
from sdkloom.pipeline import Options, generate

from .mutations import mutations


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file in which each document is given."""
    return tmp_path_factory.mktemp("mutations") / "openapi.json"


@given(document=mutations())
def test_a_broken_document_is_read_or_refused(
    place: Path, document: dict[str, Any]
) -> None:
    place.write_text(json.dumps(document, indent=1), encoding="utf-8")
    result = generate(place, Options())

    if result.has_errors:
        assert not result.files
        for remark in result.of(Severity.ERROR):
            assert remark.message
            assert remark.line or split(remark.pointer)[0] in result.sources, remark
        return
    for file in result.files:
        if file.path.endswith(".py"):
            compile(file.text, file.path, "exec")
