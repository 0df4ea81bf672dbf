"""What the templates of models and errors may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sdkloom.targets.python.layout_statements import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """One line of a class: `name: annotation = default`, and its docstring; both laid out."""

    statement: str
    docstring: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassView:
    """A class of fields: a model, a TypedDict, an enum, an error.

    `header` is all between `class` and the colon. `filler` is the body of an empty class, `rest`
    the methods that follow the fields. `has_body` says that something follows the docstring.
    """

    header: str
    decorator: str = ""
    docstring: str = ""
    fields: tuple[FieldView, ...] = ()
    rest: tuple[str, ...] = ()
    filler: str = ""

    @property
    def has_body(self) -> bool:
        """Whether anything stands under the docstring."""
        return bool(self.fields or self.rest or self.filler)

    @property
    def head(self) -> str:
        """The first line of the class, on as many lines as it takes."""
        return fold(f"class {self.header}:")


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionView:
    """One definition of a module: a class, or a statement that gives a type a name.

    `apart` says that two empty lines come before it, and not one.
    """

    class_: ClassView | None = None
    statement: str = ""
    docstring: str = ""
    apart: bool = True


def spaced(definitions: Iterable[DefinitionView]) -> tuple[DefinitionView, ...]:
    """Return definitions with the empty lines that belong between them."""
    result: list[DefinitionView] = []
    for one in definitions:
        after_class = bool(result) and result[-1].class_ is not None
        apart = one.class_ is not None or after_class
        result.append(replace(one, apart=apart))
    return tuple(result)


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

    `typed` are the imports that type checkers see, `table` the lines of names by module.
    """

    docstring: str
    runtime: str
    typed: tuple[str, ...]
    table: tuple[str, ...]
