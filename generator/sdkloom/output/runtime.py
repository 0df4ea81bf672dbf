"""The runtime's files, which every SDK carries verbatim but for the http library's name."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import sdkloom_templates

from sdkloom.files import OutputFile

_ROOT = Path(sdkloom_templates.__file__).parent / "python" / "runtime"


def runtime_files(package: str, http_library: str = "httpx") -> tuple[OutputFile, ...]:
    """Return the runtime as files of the package folder, in the order of their paths.

    It finds its http library from objects; what type checkers read names the SDK's own.
    """
    return tuple(
        OutputFile(
            path=f"{package}/_runtime/{name}", text=_for_library(text, http_library)
        )
        for name, text in _runtime()
    )


def _for_library(text: str, name: str) -> str:
    if name == "httpx":
        return text
    return text.replace("    import httpx\n", f"    import {name} as httpx\n")


@lru_cache(maxsize=1)
def _runtime() -> tuple[tuple[str, str], ...]:
    """Read by suffix: installers leave `__pycache__` among the sources."""
    paths = [path for path in _ROOT.rglob("*.py") if path.is_file()]
    paths.extend(_ROOT.rglob("py.typed"))
    return tuple(
        sorted(
            (path.relative_to(_ROOT).as_posix(), path.read_text(encoding="utf-8"))
            for path in paths
        )
    )
