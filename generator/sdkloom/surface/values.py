"""What a package offers to those who import it, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One argument of a function: how it is passed, its annotation, its default ("" if none)."""

    name: str
    kind: str
    annotation: str = ""
    default: str = ""

    @property
    def is_required(self) -> bool:
        """Whether a call without it fails."""
        return not self.default and self.kind not in {"*", "**"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A function or method; several signatures are overloads."""

    signatures: tuple[tuple[tuple[Argument, ...], str], ...]
    is_async: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a class: annotation, the name on the wire, and the default ("" if none)."""

    name: str
    annotation: str = ""
    alias: str = ""
    default: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Class:
    """A class with what it declares itself, in the order of its source."""

    bases: tuple[str, ...] = ()
    fields: Mapping[str, Field] = field(default_factory=dict)
    methods: Mapping[str, Function] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name for a type or a constant: the text of its value."""

    value: str


Member = Class | Function | Alias


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """Everything public of a package, by the path that users write: `models.Pet`."""

    package: str
    members: Mapping[str, Member]
