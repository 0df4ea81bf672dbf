"""The `__init__.py` of a package of models: a table of names, loaded when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkloom.targets.python.layout_statements import WIDTH, fold_import
from sdkloom.targets.python.views_models import ExportsView


def exports_view(package: str, exported: Mapping[str, tuple[str, ...]]) -> ExportsView:
    """Return a package's view; `exported` maps each module to the names that it defines."""
    dots = "." * (package.count(".") + 2)
    return ExportsView(
        docstring="Generated from the OpenAPI document; do not edit.",
        runtime=f"from {dots}_runtime.lazy import lazy_table",
        typed=tuple(
            fold_import(f"from .{module} import {name} as {name}")
            for module in sorted(exported)
            for name in sorted(exported[module])
        ),
        table=tuple(
            line for module in sorted(exported) for line in _lines(module, exported)
        ),
    )


def _lines(module: str, exported: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield a module with its names, on as many lines as fit them."""
    head = line = f".{module}"
    for name in sorted(exported[module]):
        if line != head and len(line) + 1 + len(name) > WIDTH:
            yield line
            line = head
        line += f" {name}"
    if line != head:
        yield line
