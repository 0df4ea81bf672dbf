"""The `__init__.py` of a package of models: a table of names, loaded when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sdkloom.targets.python.layout import flat, tuple_of
from sdkloom.targets.python.layout_statements import WIDTH, fold_import
from sdkloom.targets.python.literals import text_literal
from sdkloom.targets.python.model_views import ExportsView
from sdkloom.targets.python.reexport_views import LazyPackageView
from sdkloom.targets.python.texts import quoted

_HEADER = "Generated from the OpenAPI document; do not edit."


def exports_view(package: str, exported: Mapping[str, tuple[str, ...]]) -> ExportsView:
    """Return a package's view; `exported` maps each module to the names that it defines."""
    dots = "." * (package.count(".") + 2)
    return ExportsView(
        docstring=_HEADER,
        runtime=f"from {dots}_runtime.lazy import lazy_table",
        typed=tuple(
            fold_import(f"from .{module} import {name} as {name}")
            for module, name in _each(exported)
        ),
        table=tuple(
            line for module in sorted(exported) for line in _lines(module, exported)
        ),
    )


def parent_view(
    package: str, exported: Mapping[str, tuple[str, ...]], packages: Sequence[str]
) -> LazyPackageView:
    """Return the view of a package with others inside, perhaps beside types of its own."""
    names = [name for module in exported.values() for name in module]
    typed = [
        f"from .{module} import {name} as {name}" for module, name in _each(exported)
    ]
    dots = "." * (package.count(".") + 2)
    return LazyPackageView(
        docstring=quoted(f"The packages of types.\n\n{_HEADER}", indent=0),
        runtime=f"{dots}_runtime",
        typed=tuple(map(fold_import, [f"from . import {', '.join(packages)}", *typed])),
        names=tuple(text_literal(one) for one in sorted([*names, *packages])),
        exports=tuple(
            f"{text_literal(f'.{module}')}: {flat(tuple_of(map(text_literal, exported[module])))}"
            for module in sorted(exported)
        ),
        modules=tuple(f'"{one}": ".{one}"' for one in packages),
    )


def _each(exported: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for module in sorted(exported):
        for name in sorted(exported[module]):
            yield module, name


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
