"""A page of a real SDK, printed again from its document, settings and lock."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdkloom.pipeline import Options, generate

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
PAGES = {"agents-responses.md": ("orq-2025-11", "docs/sdks/responses/README.md")}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the reference is not here")
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_printed_to_the_byte(page: str) -> None:
    """What we print is the reference's page, its missing final newline included."""
    case, path = PAGES[page]
    folder = SHARED / "fidelity" / "cases" / case
    expected = (SHARED / "seed" / page).read_text(encoding="utf-8")

    result = generate(
        folder / "openapi.yaml",
        Options(config=folder / "gen.yaml", lock=folder / "gen.lock", only_pages=True),
    )

    texts = {file.path: file.text for file in result.files}
    assert texts[path] == expected
