"""What the templates of the package's own files may see."""

from __future__ import annotations

from dataclasses import dataclass

from sdkloom.targets.python.reexport_views import LazyPackageView


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectView:
    """The package's metadata; every string is TOML already, "" where there is none."""

    name: str
    version: str
    description: str
    authors: tuple[str, ...]
    license: str
    urls: tuple[str, ...]
    dependencies: tuple[str, ...]
    optional: tuple[str, ...]
    groups: tuple[str, ...]
    build: tuple[str, ...]
    pytest: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RootView(LazyPackageView):
    """The package itself: its public names, and the version beside them.

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
