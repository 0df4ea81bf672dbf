"""Packages whose names are loaded when they are first asked for (PEP 562).

A package's `__init__.py` says what it exports, for type checkers under `if TYPE_CHECKING`, and for
Python by

    if not TYPE_CHECKING:
        __getattr__, __dir__ = lazy_exports(__name__, {".pets": ("Pet", "Dog")}, {"types": ".types"})

A name is looked up once: it then stands in the package's globals like any other.
"""

from __future__ import annotations

import gc
import os
import sys
from _thread import allocate_lock
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterable, Mapping


class _Undisturbed:
    """A `with` block in which Python does not look for garbage.

    Modules, classes and validators are thousands of objects, and all of them stay: to search them
    again and again while they are made is a sixth of the time. Blocks may be inside one another,
    and in several threads; with the last one all is as it was.
    """

    def __init__(self) -> None:
        self._lock = allocate_lock()
        self._blocks = 0
        self._was_enabled = False

    def __enter__(self) -> None:
        with self._lock:
            if not self._blocks:
                self._was_enabled = gc.isenabled()
                gc.disable()
            self._blocks += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._blocks -= 1
            if not self._blocks and self._was_enabled:
                gc.enable()

    def forked(self) -> None:
        """Begin anew in a child process, which has none of the threads that were in a block."""
        if self._blocks and self._was_enabled:
            gc.enable()
        self._lock = allocate_lock()
        self._blocks = 0


undisturbed = _Undisturbed()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=undisturbed.forked)


def lazy_exports(
    package: str,
    exports: Mapping[str, Iterable[str]],
    modules: Mapping[str, str] = {},
    rest: str = "",
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return the `__getattr__` and `__dir__` of a package.

    `exports` maps each module (relative to the package) to the names that it gives, `modules` the
    names that are modules themselves to their places. All classes of the package `rest` are given
    as well.
    """
    namespace = vars(sys.modules[package])
    home = {name: module for module, names in exports.items() for name in names}

    def load(name: str) -> Any:
        module = home.get(name)
        if module is not None:
            with undisturbed:
                value = getattr(import_module(module, package), name)
        elif name in modules:
            value = import_module(modules[name], package)
        elif rest and name[:1].isupper():
            with undisturbed:
                value = getattr(import_module(rest, package), name, None)
            if value is None:
                raise AttributeError(f"module {package!r} has no attribute {name!r}")
        else:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        namespace[name] = value
        return value

    def names() -> list[str]:
        further = dir(import_module(rest, package)) if rest else ()
        classes = (name for name in further if name[:1].isupper())
        return sorted({*namespace, *home, *modules, *classes})

    return load, names


def lazy_table(
    package: str, table: str
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return the `__getattr__` and `__dir__` of a package with thousands of names.

    Each line of the table is a module, with a dot before it, and names that it gives. The text is
    searched when a name is asked for, and never taken apart: to hold it costs nothing.
    """
    namespace = vars(sys.modules[package])

    def load(name: str) -> Any:
        module = _module_in(table, name)
        if not module:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        with undisturbed:
            value = namespace[name] = getattr(import_module(module, package), name)
        return value

    def names() -> list[str]:
        words = table.split()
        return sorted({*namespace, *(word for word in words if word[0] != ".")})

    return load, names


def _module_in(table: str, name: str) -> str:
    """Return the module that gives a name, "" if none does."""
    word = f" {name}"
    at = table.find(word)
    while at >= 0:
        if table[at + len(word) : at + len(word) + 1] in ("", " ", "\n"):
            start = table.rfind("\n", 0, at) + 1
            return table[start : table.index(" ", start)]
        at = table.find(word, at + 1)
    return ""
