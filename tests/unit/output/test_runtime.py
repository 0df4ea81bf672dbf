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
