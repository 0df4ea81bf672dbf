"""What the templates of modules may see that give names of other modules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReexportsView:
    """A module that gives names which others define, and nothing else."""

    docstring: str
    imports: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LazyPackageView:
    """A package that imports names when they are asked for.

    `runtime` is the path of the runtime from here; `typed` are the imports that type checkers
    see, `exports` and `modules` the entries of the two tables of names.
    """

    docstring: str
    runtime: str
    typed: tuple[str, ...]
    names: tuple[str, ...]
    exports: tuple[str, ...]
    modules: tuple[str, ...]
