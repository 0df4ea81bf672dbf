"""What the templates of the public import paths may see."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceView:
    """A module that hands on what others define, and nothing else."""

    docstring: str
    imports: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LazyFaceView:
    """A package that hands on names when they are asked for.

    `runtime` is the path of the runtime from here; `typed` are the imports that type checkers
    see, `exports` and `modules` the entries of the two tables of names.
    """

    docstring: str
    runtime: str
    typed: tuple[str, ...]
    names: tuple[str, ...]
    exports: tuple[str, ...]
    modules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RootView(LazyFaceView):
    """The package itself: a lazy face with the version beside it.

    `rest` is the module whose classes are given as well, "" for none; it is a literal.
    """

    rest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """The module with the versions of the SDK and of its document; every field is a literal."""

    docstring: str
    title: str
    version: str
    document_version: str
    user_agent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationView:
    """A file in which users register their hooks, of a class of a module, by a function."""

    docstring: str
    module: str
    hooks: str
    name: str
