"""Builds values from the events of a YAML stream, without recursion and within bounds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from sdkloom.document.encoding import control_character
from sdkloom.document.places import Marks
from sdkloom.document.scalars import Scalar, plain, tagged

MAX_DEPTH: Final = 512
"""Deepest nesting of mappings and sequences that is followed."""

_ALIASED_NODES: Final = 500_000
"""How many values may come from aliases, beside ten times the values that are written out."""

_CORE: Final = "tag:yaml.org,2002:"
_MERGE: Final = "<<"


class Fault(Exception):
    """Why a stream is not read any further, and where."""

    def __init__(self, code: str, message: str, offset: int, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.offset = offset
        self.hint = hint


class Duplicate(NamedTuple):
    """A key that a mapping has twice: the way to it, and where it stands both times."""

    tokens: tuple[str, ...]
    first: int
    second: int


@dataclass(slots=True)
class Frame:
    """A container that is being filled."""

    value: Any
    marks: Marks
    anchor: str
    nodes: int
    offset: int
    key: str | None = None
    key_offset: int = 0
    merges: list[tuple[Any, Marks, int]] = field(default_factory=list)


class Anchored(NamedTuple):
    """What an anchor stands for, and how many values that is."""

    value: Any
    marks: Marks | None
    nodes: int


class Builder:
    """Takes the events of one document and makes its value and the places in it."""

    __slots__ = (
        "value",
        "marks",
        "start",
        "duplicates",
        "controls",
        "_frames",
        "_anchors",
        "_nodes",
        "_aliased",
    )

    def __init__(self) -> None:
        self.value: Any = None
        self.marks: Marks | None = None
        self.start = 0
        self.duplicates: list[Duplicate] = []
        self.controls: list[int] = []
        self._frames: list[Frame] = []
        self._anchors: dict[str, Anchored | None] = {}
        self._nodes = 0
        self._aliased = 0

    def scalar(
        self,
        text: str,
        *,
        style: str | None,
        tag: str | None,
        anchor: str | None,
        offset: int,
    ) -> None:
        """Add a scalar; in the place of a key it is taken as it is written."""
        self._nodes += 1
        frame = self._frames[-1] if self._frames else None
        if frame and frame.key is None and type(frame.value) is dict:
            if anchor:
                self._anchors[anchor] = Anchored(text, None, 1)
            self._begin_entry(frame, text, offset)
            return
        value: Scalar
        if tag is not None and tag != "!":
            value = _tagged(tag, text, offset)
        else:
            value = text if style or tag else plain(text)
        if style == '"' and control_character(text):
            self.controls.append(offset)
        if anchor:
            self._anchors[anchor] = Anchored(value, None, 1)
        self._place(value, None, offset)

    def open(
        self, value: Any, *, tag: str | None, anchor: str | None, offset: int
    ) -> None:
        """Begin a mapping or a sequence."""
        self._nodes += 1
        if tag is not None and tag not in (
            "!",
            f"{_CORE}{'map' if value == {} else 'seq'}",
        ):
            raise _unknown_tag(tag, offset)
        if len(self._frames) >= MAX_DEPTH:
            raise too_deep(offset)
        if self._frames:
            frame = self._frames[-1]
            if frame.key is None and type(frame.value) is dict:
                raise Fault("yaml-key", "a mapping's key must be a scalar", offset)
        if anchor:
            self._anchors[anchor] = None
        self._frames.append(Frame(value, [], anchor or "", self._nodes, offset))

    def close(self) -> None:
        """End the innermost container and put it where it belongs."""
        frame = self._frames.pop()
        if frame.merges:
            self._merge(frame)
        if frame.anchor:
            nodes = self._nodes - frame.nodes + 1
            self._anchors[frame.anchor] = Anchored(frame.value, frame.marks, nodes)
        self._place(frame.value, frame.marks, frame.offset)

    def alias(self, name: str, offset: int) -> None:
        """Add what an anchor stands for once more."""
        if name not in self._anchors:
            raise Fault(
                "yaml-alias",
                f"alias *{name} has no anchor &{name} before it",
                offset,
                "write the anchor before the alias, or quote a text that begins with *",
            )
        anchored = self._anchors[name]
        if anchored is None:
            raise Fault(
                "yaml-alias",
                f"alias *{name} stands inside its own anchor &{name}: the value would be endless",
                offset,
                "use a $ref for a schema that contains itself",
            )
        self._spend(anchored.nodes, name, offset)
        frame = self._frames[-1] if self._frames else None
        if frame and frame.key is None and type(frame.value) is dict:
            if not isinstance(anchored.value, str):
                raise Fault("yaml-key", "a mapping's key must be a scalar", offset)
            self._begin_entry(frame, anchored.value, offset)
        else:
            self._place(anchored.value, anchored.marks, offset)

    def _spend(self, nodes: int, name: str, offset: int) -> None:
        written = self._nodes - self._aliased
        self._nodes += nodes
        self._aliased += nodes
        if self._aliased > _ALIASED_NODES + 10 * written:
            raise Fault(
                "yaml-alias",
                f"alias *{name} and those before it stand for more than"
                f" {_ALIASED_NODES:,} values: the document is refused",
                offset,
                "write shared parts as components and refer to them by $ref",
            )

    def _begin_entry(self, frame: Frame, key: str, offset: int) -> None:
        frame.key = key
        frame.key_offset = offset
        if key in frame.value:
            index = 3 * list(frame.value).index(key)
            tokens = (*self._way(), key)
            self.duplicates.append(Duplicate(tokens, frame.marks[index], offset))

    def _way(self) -> tuple[str, ...]:
        return tuple(
            str(len(frame.value)) if isinstance(frame.value, list) else frame.key or ""
            for frame in self._frames[:-1]
        )

    def _place(self, value: Any, marks: Marks | None, offset: int) -> None:
        if not self._frames:
            self.value, self.marks, self.start = value, marks, offset
            return
        frame = self._frames[-1]
        container = frame.value
        if type(container) is list:
            container.append(value)
            frame.marks += (offset, marks)
            return
        key = frame.key
        assert key is not None
        frame.key = None
        if key == _MERGE and marks is not None and _can_merge(value):
            frame.merges.append((value, marks, offset))
        elif key in container:
            index = 3 * list(container).index(key)
            container[key] = value
            frame.marks[index : index + 3] = (frame.key_offset, offset, marks)
        else:
            container[key] = value
            frame.marks += (frame.key_offset, offset, marks)

    def _merge(self, frame: Frame) -> None:
        """Put merged entries before the mapping's own; of two, the one named first counts."""
        merged: dict[str, tuple[Any, Any, Any, Any]] = {}
        for value, marks, offset in frame.merges:
            sources = (
                [(value, marks)] if isinstance(value, dict) else zip(value, marks[1::2])
            )
            for source, places in sources:
                self._spend(len(source), _MERGE, offset)
                for index, (key, below) in enumerate(source.items()):
                    merged.setdefault(key, (below, *places[3 * index : 3 * index + 3]))
        for index, (key, below) in enumerate(frame.value.items()):
            merged[key] = (below, *frame.marks[3 * index : 3 * index + 3])
        frame.value.clear()
        frame.marks.clear()
        for key, (below, *places) in merged.items():
            frame.value[key] = below
            frame.marks += places


def _can_merge(value: Any) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(item, dict) for item in value)
    return isinstance(value, dict)


def _tagged(tag: str, text: str, offset: int) -> Scalar:
    name = tag.removeprefix(_CORE)
    if name not in ("str", "int", "float", "bool", "null"):
        raise _unknown_tag(tag, offset)
    try:
        return tagged(name, text)
    except ValueError:
        raise Fault(
            "yaml-tag", f"{text!r} is not a value of tag !!{name}", offset
        ) from None


def _unknown_tag(tag: str, offset: int) -> Fault:
    shown = tag.replace(_CORE, "!!")
    return Fault(
        "yaml-tag",
        f"unknown YAML tag {shown!r}: only the plain data types of YAML 1.2 are read",
        offset,
        "refer to the file by $ref" if "include" in tag.lower() else "remove the tag",
    )


def too_deep(offset: int) -> Fault:
    """Return the fault of a document that is nested deeper than is followed."""
    return Fault(
        "nesting",
        f"values are nested more than {MAX_DEPTH} deep",
        offset,
        "name the inner schemas in components and refer to them by $ref",
    )
