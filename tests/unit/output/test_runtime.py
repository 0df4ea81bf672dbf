"""Every SDK carries the runtime as it stands."""

from __future__ import annotations

from pathlib import Path

import sdkloom_templates

from sdkloom.output.runtime import runtime_files


def test_the_runtime_is_copied_verbatim() -> None:
    """Each Python file of the runtime goes to `_runtime`, and no cache goes with it."""
    root = Path(sdkloom_templates.__file__).parent / "python" / "runtime"

    files = {file.path: file.text for file in runtime_files("src/shop")}

    assert files["src/shop/_runtime/__init__.py"] == (root / "__init__.py").read_text()
    assert len(files) == len(list(root.rglob("*.py"))) + len(
        list(root.rglob("py.typed"))
    )
    assert list(files) == sorted(files)


def test_the_runtime_names_the_http_library_of_the_sdk() -> None:
    """An SDK on another library neither imports httpx nor needs it to be checked."""
    texts = [file.text for file in runtime_files("src/shop", "httpx2")]

    assert any("    import httpx2 as httpx\n" in text for text in texts)
    assert not any("    import httpx\n" in text for text in texts)
