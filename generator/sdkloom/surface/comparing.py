"""Compares two public surfaces: what is gone, what is new, what has changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from sdkloom.surface.values import Alias, Argument, Class, Function, Member, Surface


class Difference(Enum):
    """In which way two surfaces differ."""

    REMOVED = "removed"
    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One difference: of what, where, and how it was and is.

    `breaks` says that code written for the old surface may fail with the new one.
    """

    difference: Difference
    kind: str
    path: str
    old: str = ""
    new: str = ""
    breaks: bool = True


def compare_surfaces(old: Surface, new: Surface) -> tuple[Finding, ...]:
    """Return every difference between two surfaces, by path."""
    return tuple(_members(old.members, new.members))


def _members(old: Mapping[str, Member], new: Mapping[str, Member]) -> Iterator[Finding]:
    for path in sorted(old.keys() | new.keys()):
        before, after = old.get(path), new.get(path)
        if before is None:
            assert after is not None
            yield _added(_kind(after), path)
        elif after is None:
            yield _removed(_kind(before), path)
        elif isinstance(before, Class) and isinstance(after, Class):
            yield from _classes(path, before, after)
        elif isinstance(before, Function) and isinstance(after, Function):
            yield from _functions(path, before, after)
        elif before != after:
            yield _changed(_kind(before), path, _text(before), _text(after))


def _classes(path: str, old: Class, new: Class) -> Iterator[Finding]:
    if old.bases != new.bases:
        gone = ", ".join(old.bases), ", ".join(new.bases)
        yield _changed(
            "bases", path, *gone, breaks=bool(set(old.bases) - set(new.bases))
        )
    for name in _both(old.fields, new.fields):
        before, after = old.fields.get(name), new.fields.get(name)
        here = f"{path}.{name}"
        if before is None:
            assert after is not None
            # A required field more is one that a constructor call lacks.
            required = bool(after.annotation) and not after.default
            yield _added("field", here, breaks=required)
        elif after is None:
            yield _removed("field", here)
        else:
            for what in ("annotation", "alias", "default"):
                was, now = getattr(before, what), getattr(after, what)
                if was != now:
                    kind = "field" if what == "annotation" else f"field {what}"
                    yield _changed(kind, here, was, now)
    for name in _both(old.methods, new.methods):
        one, other = old.methods.get(name), new.methods.get(name)
        here = f"{path}.{name}"
        if one is None:
            yield _added("method", here)
        elif other is None:
            yield _removed("method", here)
        else:
            yield from _functions(here, one, other)


def _functions(path: str, old: Function, new: Function) -> Iterator[Finding]:
    if old.is_async != new.is_async:
        words = {True: "async def", False: "def"}
        yield _changed("method", path, words[old.is_async], words[new.is_async])
    if len(old.signatures) != len(new.signatures):
        numbers = str(len(old.signatures)), str(len(new.signatures))
        yield _changed("overloads", path, *numbers)
        # The last takes the most: what it lacks, the method lacks.
        yield from _signatures(path, old.signatures[-1], new.signatures[-1])
        return
    for before, after in zip(old.signatures, new.signatures, strict=True):
        yield from _signatures(path, before, after)


def _signatures(
    path: str,
    old: tuple[tuple[Argument, ...], str],
    new: tuple[tuple[Argument, ...], str],
) -> Iterator[Finding]:
    if old[1] != new[1]:
        yield _changed("returns", path, old[1], new[1])
    before = {argument.name: argument for argument in old[0]}
    after = {argument.name: argument for argument in new[0]}
    for name in _both(before, after):
        here = f"{path}({name})"
        if name not in before:
            yield _added("argument", here, breaks=after[name].is_required)
        elif name not in after:
            yield _removed("argument", here)
        else:
            one, other = before[name], after[name]
            for what in ("kind", "annotation", "default"):
                was, now = getattr(one, what), getattr(other, what)
                if was != now:
                    kind = "argument" if what == "annotation" else f"argument {what}"
                    yield _changed(kind, here, was, now)
    kept = [name for name in before if name in after]
    order = [name for name in after if name in before]
    if kept != order:
        matters = any(before[name].kind == "positional" for name in kept)
        yield _changed(
            "argument order", path, ", ".join(kept), ", ".join(order), breaks=matters
        )


def _both(old: Mapping[str, object], new: Mapping[str, object]) -> list[str]:
    return [*old, *(name for name in new if name not in old)]


def _kind(member: Member) -> str:
    return type(member).__name__.lower()


def _text(member: Member) -> str:
    return member.value if isinstance(member, Alias) else _kind(member)


def _added(kind: str, path: str, *, breaks: bool = False) -> Finding:
    return Finding(difference=Difference.ADDED, kind=kind, path=path, breaks=breaks)


def _removed(kind: str, path: str) -> Finding:
    return Finding(difference=Difference.REMOVED, kind=kind, path=path)


def _changed(
    kind: str, path: str, old: str, new: str, *, breaks: bool = True
) -> Finding:
    return Finding(
        difference=Difference.CHANGED,
        kind=kind,
        path=path,
        old=old,
        new=new,
        breaks=breaks,
    )
