"""What the templates of models and errors may see."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """One line of a class: `name: annotation = default`, laid out, and its docstring."""

    statement: str
    docstring: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassView:
    """A class of fields: a model, a TypedDict, an enum, an error.

    `header` is all between `class` and the colon. `rest` is what follows the fields (`pass` in
    an empty class, methods), already laid out.
    """

    header: str
    decorator: str = ""
    docstring: str = ""
    fields: tuple[FieldView, ...] = ()
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionView:
    """One definition of a module: a class, or a statement that gives a type a name."""

    class_: ClassView | None = None
    statement: str = ""
    docstring: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleView:
    """A module of models or errors; `late_imports` stand below the definitions that break a circle."""

    docstring: str
    imports: tuple[str, ...]
    definitions: tuple[DefinitionView, ...]
    late_imports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportsView:
    """A package whose names are loaded when they are asked for.

    `typed` are the imports that type checkers see, `exports` the lines of the table of names.
    """

    docstring: str
    runtime: str
    typed: tuple[str, ...]
    exports: tuple[str, ...]
