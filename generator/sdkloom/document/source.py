"""Reads a document: bytes to plain values, with the line of each."""

from __future__ import annotations

import gc
import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from sdkloom.diagnostics import Diagnostics, Remark, Severity
from sdkloom.document import json_text
from sdkloom.document.archives import (
    Archive,
    PackingFault,
    document_in,
    inflated,
    is_tar,
    open_archive,
)
from sdkloom.document.encoding import (
    Decoded,
    control_character,
    decode,
    without_old_breaks,
)
from sdkloom.document.formats import foreign_format
from sdkloom.document.places import (
    MarkedPlaces,
    Places,
    as_written,
    depth_exceeds,
)
from sdkloom.document.pointer import build, split
from sdkloom.document.syntax import Stumble, json_fault, unfilled, yaml_fault
from sdkloom.document.yaml_events import MAX_DEPTH, Builder, Fault, too_deep

_CONTEXT: Final = 2
_WIDTH: Final = 160


class Place(NamedTuple):
    """A place in a file, counted from 1."""

    name: str
    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A file as it is written: its text, its value, and where everything stands."""

    name: str
    text: str
    value: Any
    places: Places
    path: Path | None = None
    archive: Archive | None = None

    @property
    def file_name(self) -> str:
        """The name by which files beside it refer to this one, "" if it has none."""
        if self.archive is not None:
            return self.archive.entry.rpartition("/")[2]
        return self.path.name if self.path is not None else ""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text, without their ends."""
        return tuple(line.rstrip("\r") for line in self.text.split("\n"))

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def place(self, pointer: str, on_key: bool = False) -> Place:
        """Return where a value, or its key, stands; a missing one stands where its parent does."""
        return self.origin(pointer, on_key)[1]

    def origin(self, pointer: str, on_key: bool = False) -> tuple[Source, Place]:
        """Return the file in which a value, or its key, is written, and the place there."""
        tokens = as_written(self.value, split(pointer)[1])
        spot = self.places.spot(tokens, on_key=on_key)
        if isinstance(spot, tuple):
            other: Source = spot[0]
            return other, other.place_at(spot[1])
        return self, self.place_at(spot)

    def excerpt(self, place: Place) -> tuple[str, ...]:
        """Return the line of a place and those before it, numbered, with a mark below."""
        first = max(1, place.line - _CONTEXT)
        last = min(place.line, len(self.lines))
        width = max(5, len(str(place.line)))
        # A minified document is one line of megabytes: show the part around the place.
        start = max(0, place.column - _WIDTH // 2) if place.column > _WIDTH else 0
        shown = (
            (number, self.lines[number - 1][start : start + _WIDTH])
            for number in range(first, last + 1)
        )
        return (
            *(f"{at:>{width}} | {_printable(text)}".rstrip() for at, text in shown),
            f"{'':>{width}} | {' ' * (place.column - 1 - start)}^",
        )

    def line_at(self, offset: int) -> int:
        """Return the line of an offset into the text."""
        return bisect_right(self._starts, offset)

    def place_at(self, offset: int) -> Place:
        """Return the line and column of an offset into the text."""
        line = self.line_at(offset)
        return Place(self.name, line, offset - self._starts[line - 1] + 1)


def _printable(text: str) -> str:
    """Return a line that a terminal shows without obeying it."""
    return "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"
        for character in text
    )


def load(path: Path, diagnostics: Diagnostics, *, entry: str = "") -> Source | None:
    """Return the document in a file; None if it is none, with the reason among the remarks.

    The file may be packed by gzip. It may be a folder, or an archive of files (tar): `entry` names
    the document there, "" has it found.
    """
    name = path.as_posix()
    try:
        if path.is_dir():
            path, entry = document_in(path, entry), ""
            name = path.as_posix()
        data = inflated(path.read_bytes())
        if not is_tar(data):
            if entry:
                raise PackingFault(
                    f"there is no {entry!r} in it: it is one file",
                    "leave --entry out, or give the folder or the archive",
                )
            return _load(decode(data), name, path, diagnostics)
        archive = open_archive(name, data, entry)
        return load_packed(archive.entry, archive, diagnostics)
    except PackingFault as fault:
        diagnostics.error("archive", "", f"{name}: {fault.message}", hint=fault.hint)
    except OSError as fault:
        reason = (fault.strerror or "it cannot be read").lower()
        diagnostics.error("file", "", f"cannot read {name}: {reason}")
    return None


def load_packed(path: str, archive: Archive, diagnostics: Diagnostics) -> Source | None:
    """Return the document in a file of an archive."""
    decoded = decode(archive.files[path])
    return _load(decoded, archive.shown(path), None, diagnostics, archive)


def load_bytes(data: bytes, name: str, diagnostics: Diagnostics) -> Source | None:
    """Return the document in the bytes of something that is no file of this machine."""
    return _load(decode(data), name, None, diagnostics)


def load_text(text: str, name: str, diagnostics: Diagnostics) -> Source | None:
    """Return the document in a text, which is called `name` in remarks."""
    return _load(Decoded(text, "UTF-8"), name, None, diagnostics)


def _load(
    decoded: Decoded,
    name: str,
    path: Path | None,
    diagnostics: Diagnostics,
    archive: Archive | None = None,
) -> Source | None:
    text, encoding, misfit = decoded
    draft = Source(name, text, None, MarkedPlaces(None, None), path, archive)
    try:
        foreign = foreign_format(text)
        if foreign:
            raise foreign
        if misfit:
            raise Fault(
                "encoding", misfit.message, misfit.offset, "save the file as UTF-8"
            )
        if encoding != "UTF-8":
            message = (
                f"the encoding of this file is {encoding}; UTF-8 is what others expect"
            )
            note_fault(
                draft, Fault("encoding", message, 0), Severity.WARNING, diagnostics
            )
        control = control_character(text)
        if control:
            raise Fault("control-character", control.message, control.offset)
        if not text.strip():
            raise Fault("empty", "the file is empty", 0)
        with _no_collector():
            return _read(draft, diagnostics)
    except Fault as fault:
        note_fault(draft, fault, Severity.ERROR, diagnostics)
        return None


_JSON_START: Final = re.compile(r"\s*[\[{]").match


@contextmanager
def _no_collector() -> Iterator[None]:
    """Keep the garbage collector from looking at a tree that only grows."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read(draft: Source, diagnostics: Diagnostics) -> Source:
    is_json = draft.name.endswith((".json", ".json.gz"))
    if not is_json and not _JSON_START(draft.text):
        return _read_yaml(draft, diagnostics)
    try:
        return _read_json(draft, diagnostics)
    except json.JSONDecodeError as fault:
        if not is_json:
            return _read_yaml(draft, diagnostics)
        raise json_fault(fault, draft.text, draft.line_at) from None


def _read_json(draft: Source, diagnostics: Diagnostics) -> Source:
    try:
        value, has_duplicates = json_text.read(draft.text)
    except RecursionError:
        raise too_deep(0) from None
    if depth_exceeds(value, MAX_DEPTH):
        raise too_deep(0)
    for escape in json_text.strange_escapes(draft.text):
        if escape.is_surrogate:
            raise Fault(
                "surrogate",
                f"{escape.text} is half of a surrogate pair: no character",
                escape.offset,
            )
        _note_control(draft, escape.offset, diagnostics)
    places = json_text.JsonPlaces(draft.text)
    source = replace(draft, value=value, places=places)
    if has_duplicates:
        for tokens, first, second in places.duplicates():
            _note_duplicate(
                source, tokens, first.key_offset, second.key_offset, diagnostics
            )
    return source


def _read_yaml(draft: Source, diagnostics: Diagnostics) -> Source:
    builder = Builder()
    try:
        _feed(builder, draft.text)
    except yaml.MarkedYAMLError as fault:
        raise yaml_fault(_stumble(fault), draft.text, draft.line_at) from None
    except Fault as fault:
        raise unfilled(fault, draft.text) from None
    except yaml.reader.ReaderError as fault:
        message = f"character U+{fault.character:04X} must not stand in YAML"
        raise Fault("yaml", message, fault.position) from None
    places = MarkedPlaces(builder.value, builder.marks, builder.start)
    source = replace(draft, value=builder.value, places=places)
    for offset in builder.controls:
        _note_control(source, offset, diagnostics)
    for tokens, first, second in builder.duplicates:
        _note_duplicate(source, tokens, first, second, diagnostics)
    return source


def _feed(builder: Builder, text: str) -> None:
    """Hand the events of a stream to the builder."""
    # The loader is used for its events alone: nothing is composed or constructed by it.
    text, old_breaks = without_old_breaks(text)
    parser = yaml.CSafeLoader(text)
    documents = 0
    scalar, begin, end = builder.scalar, builder.open, builder.close
    while True:
        event: Any = parser.get_event()
        kind = type(event)
        if kind is yaml.ScalarEvent:
            scalar(
                event.value.translate(old_breaks) if old_breaks else event.value,
                style=event.style,
                tag=event.tag,
                anchor=event.anchor,
                offset=event.start_mark.index,
            )
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            begin(
                {} if kind is yaml.MappingStartEvent else [],
                tag=event.tag,
                anchor=event.anchor,
                offset=event.start_mark.index,
            )
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            end()
        elif kind is yaml.AliasEvent:
            builder.alias(event.anchor, event.start_mark.index)
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise Fault(
                    "several-documents",
                    "a second YAML document begins here; a file must hold one document",
                    event.start_mark.index,
                    "split the file at the line ---",
                )
        elif kind is yaml.StreamEndEvent:
            break


def _stumble(fault: yaml.MarkedYAMLError) -> Stumble:
    mark = fault.problem_mark or fault.context_mark
    offset = mark.index if mark else 0
    return Stumble(
        problem=str(fault.problem or fault.context or "cannot be read"),
        context=str(fault.context or ""),
        offset=offset,
        begin=fault.context_mark.index if fault.context_mark else offset,
    )


def _note_control(draft: Source, offset: int, diagnostics: Diagnostics) -> None:
    message = (
        "a control character is written in this text; it is kept only as an escape"
    )
    fault = Fault("control-character", message, offset)
    note_fault(draft, fault, Severity.WARNING, diagnostics)


def _note_duplicate(
    source: Source,
    tokens: tuple[str, ...],
    first: int,
    second: int,
    diagnostics: Diagnostics,
) -> None:
    place = source.place_at(second)
    diagnostics.add(
        Remark(
            severity=Severity.ERROR,
            code="duplicate-key",
            pointer=build("", tokens),
            message=f"duplicate key {tokens[-1]!r}: it stands on line"
            f" {source.place_at(first).line} already and again on line {place.line}",
            hint="remove or rename one of the two; most readers would drop the first in silence",
            file=source.name,
            line=place.line,
            column=place.column,
            on_key=True,
            excerpt=source.excerpt(place),
        )
    )


def note_fault(
    draft: Source, fault: Fault, severity: Severity, diagnostics: Diagnostics
) -> None:
    """Note a fault at an offset of a text."""
    place = draft.place_at(fault.offset)
    diagnostics.add(
        Remark(
            severity=severity,
            code=fault.code,
            message=fault.message,
            hint=fault.hint,
            file=draft.name,
            line=place.line,
            column=place.column,
            excerpt=draft.excerpt(place),
        )
    )
