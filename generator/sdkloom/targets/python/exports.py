"""The `__init__.py` of a package of models: a table of names, loaded when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping

from sdkloom.targets.python.layout_statements import fold, fold_import
from sdkloom.targets.python.literals import text_literal
from sdkloom.targets.python.views_models import ExportsView


def exports_view(package: str, exported: Mapping[str, tuple[str, ...]]) -> ExportsView:
    """Return a package's view; `exported` maps each module to the names that it defines."""
    dots = "." * (package.count(".") + 2)
    return ExportsView(
        docstring="Generated from the OpenAPI document; do not edit.",
        runtime=f"from {dots}_runtime.lazy import lazy_exports",
        typed=tuple(
            fold_import(f"from .{module} import {name} as {name}", indent=4)
            for module in sorted(exported)
            for name in sorted(exported[module])
        ),
        exports=tuple(
            fold(f"{text_literal(f'.{module}')}: {_tuple(exported[module])}", indent=4)
            for module in sorted(exported)
        ),
    )


def _tuple(names: tuple[str, ...]) -> str:
    inside = ", ".join(map(text_literal, sorted(names)))
    return f"({inside},)" if len(names) == 1 else f"({inside})"
