"""What a run says to the terminal: progress, remarks, changes, a summary; or all as JSON."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import Any, NoReturn

from rich.console import Console
from rich.control import strip_control_codes
from rich.markup import escape
from rich.status import Status

from sdkloom.diagnostics import Remark, Severity
from sdkloom.document.remarks import (
    format_remark,
    hint_of,
    in_reading_order,
    place_of,
)
from sdkloom.document.source import Source
from sdkloom.output.changes import Action, Change
from sdkloom.pipeline import Result

OK, FAULTS, LOST = 0, 1, 3
"""Exit statuses; 2 is wrong use, and click's own."""

_COLOURS = {
    Severity.ERROR: "bold red",
    Severity.UNSUPPORTED: "bold magenta",
    Severity.DEGRADED: "magenta",
    Severity.WARNING: "yellow",
    Severity.INFO: "blue",
}
_COUNTED = {
    Severity.DEGRADED: "degraded",
    Severity.UNSUPPORTED: "left out",
    Severity.ERROR: "errors",
}
_QUIET = {Severity.WARNING, Severity.DEGRADED}
_SHOWN = 20
"""As many files of one kind are listed; the rest is counted."""


@dataclass(slots=True)
class Report:
    """Speaks for one run: to people on stderr and stdout, or to programs as one JSON object."""

    quiet: bool = False
    as_json: bool = False
    traceback: bool = False
    out: Console = field(default_factory=lambda: Console(highlight=False))
    err: Console = field(default_factory=lambda: Console(stderr=True, highlight=False))
    stage: str = "starting"
    began: float = field(default_factory=time.perf_counter)
    _status: Status | None = None

    def __enter__(self) -> Report:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Say of an unexpected fault that it is ours and what was being done, and end."""
        self.finish_progress()
        if isinstance(fault, OSError):
            self._err_line(f"[bold red]error[/]: {escape(str(fault))}")
        elif isinstance(fault, Exception) and not self.traceback:
            frame = extract_tb(trace)[-1]
            place = f"{Path(frame.filename).name}:{frame.lineno}"
            what = escape(f"{type(fault).__name__}: {fault} ({place})"[:2000])
            self._err_line(
                f"[bold red]internal fault[/] while {self.stage}: {what}\n"
                "This is a fault of sdkloom and not of the document. Please report it with "
                "the document, or with the part of it that shows it."
            )
        else:
            return
        raise SystemExit(FAULTS) from None

    def progress(self, stage: str) -> None:
        """Say which pass has begun, on a terminal."""
        self.stage = stage
        if self.quiet or self.as_json or not self.err.is_terminal:
            return
        if self._status is None:
            self._status = self.err.status("")
            self._status.start()
        self._status.update(f"{stage} ...")

    def finish_progress(self) -> None:
        """Take the progress line away."""
        if self._status is not None:
            self._status.stop()
            self._status = None

    def remarks(self, remarks: Sequence[Remark], sources: Mapping[str, Source]) -> None:
        """Print every remark with its place; quietly, only those that stop something.

        What is to be done stands once, where it comes first.
        """
        self.finish_progress()
        hinted: set[str] = set()
        for remark in in_reading_order(remarks, sources):
            if remark.severity is Severity.INFO:
                continue
            if self.quiet and remark.severity in _QUIET:
                continue
            hint = hint_of(remark)
            said = format_remark(remark, sources, with_hint=hint not in hinted)
            hinted.add(hint)
            if self.err.is_terminal:
                self._show(said, remark)
            else:
                # Thousands of remarks to a file need no colours, which would take minutes.
                self.err.file.write(f"{strip_control_codes(said)}\n")

    def _show(self, said: str, remark: Remark) -> None:
        """Print a remark to a terminal: its label in colour, the lines around its place dim."""
        head, *rest = said.split("\n")
        label = f"{remark.severity.value}[{remark.code}]"
        before, found, after = head.partition(label)
        text = escape(head)
        if found:
            colour = _COLOURS[remark.severity]
            text = f"{escape(before)}[{colour}]{escape(found)}[/]{escape(after)}"
        self._err_line(text)
        for line in rest:
            self._err_line(f"[dim]{escape(line)}[/]")

    def _err_line(self, text: str) -> None:
        self.err.print(text, soft_wrap=True)

    def changes(self, changes: Sequence[Change], *, checking: bool) -> None:
        """Say what has changed, or what would."""
        self.finish_progress()
        if self.as_json:
            return
        would = "would be " if checking else ""
        signs = {
            Action.NEW: ("+", "green", f"{would}new"),
            Action.CHANGED: ("~", "yellow", f"{would}changed"),
            Action.REMOVED: ("-", "red", f"{would}removed"),
        }
        for action, (sign, colour, word) in signs.items():
            paths = sorted(one.path for one in changes if one.action is action)
            if self.quiet and not checking:
                continue
            for path in paths[:_SHOWN]:
                self.out.print(f"[{colour}]{sign}[/] {escape(path)}", soft_wrap=True)
            if len(paths) > _SHOWN:
                self.out.print(f"{sign} ... {len(paths) - _SHOWN} more {word}")
        for change in changes:
            if change.action is Action.KEPT and not change.expected:
                self._err_line(
                    f"[yellow]kept[/] {escape(change.path)}: {escape(change.reason)}"
                )

    def summary(self, result: Result, changes: Sequence[Change]) -> None:
        """Say in two lines what was made and what became of it."""
        if self.quiet or self.as_json:
            return
        self._say_counts(counted(result))
        if result.has_errors:
            self.out.print(f"nothing is written ({self.seconds} s)")
            return
        counts = Counter(change.action for change in changes)
        done = ", ".join(
            f"{counts[action]} {action.value}"
            for action in Action
            if action is not Action.KEPT or counts[action]
        )
        self.out.print(f"files: {done} ({self.seconds} s)")
        if counts[Action.UNCHANGED] == len(changes):
            self.out.print("nothing has changed")

    def _say_counts(self, numbers: Mapping[str, int]) -> None:
        made = ", ".join(_number(number, word) for word, number in numbers.items())
        self.out.print(f"[bold]{made}[/]")

    def finish_sealed(self, counts: Mapping[str, int], status: int) -> NoReturn:
        """Say that nothing has changed since the last run, and end with the exit status."""
        self.finish_progress()
        numbers = {word: number for word, number in counts.items() if word != "files"}
        if not self.quiet:
            self._say_counts(numbers)
            self.out.print(f"files: {counts['files']} unchanged ({self.seconds} s)")
        if any(numbers.get(word) for word in ("warnings", *_COUNTED.values())):
            if not self.quiet or status != OK:
                self._err_line("what the last run said still holds: --again repeats it")
        if not self.quiet:
            self.out.print("nothing has changed")
        raise SystemExit(status)

    @property
    def seconds(self) -> float:
        """The time since the run began."""
        return round(time.perf_counter() - self.began, 1)

    def finish(
        self,
        result: Result,
        changes: Sequence[Change],
        status: int,
        *,
        checking: bool = False,
    ) -> NoReturn:
        """Say how it went, and end with the exit status."""
        self.finish_progress()
        if self.as_json:
            whole = {
                "status": status,
                "counts": counted(result),
                "files": changes_value(changes),
                "remarks": [
                    remark_value(one, result.sources) for one in result.remarks
                ],
                "seconds": self.seconds,
            }
            print(json.dumps(whole, indent=2, ensure_ascii=False))
        else:
            self.remarks(result.remarks, result.sources)
            self.changes(changes, checking=checking)
            self.summary(result, changes)
        raise SystemExit(status)


def _number(number: int, words: str) -> str:
    """Return a number with what it counts, in the plural unless it is one."""
    is_one = number == 1 and words.endswith("s")
    return f"{number} {words[:-1] if is_one else words}"


def counted(result: Result) -> dict[str, int]:
    """Return the figures of a run by what they count."""
    numbers = {}
    if result.api is not None:
        numbers["operations"] = len(result.api.operations)
        numbers["models"] = len(result.api.schemas)
    numbers["warnings"] = len(result.of(Severity.WARNING))
    for severity, words in _COUNTED.items():
        number = len(result.of(severity))
        if number:
            numbers[words] = number
    return numbers


def remark_value(remark: Remark, sources: Mapping[str, Source]) -> dict[str, Any]:
    """Return a remark for programs."""
    place = place_of(remark, sources)
    return {
        "severity": remark.severity.value,
        "code": remark.code,
        "message": remark.message,
        "file": place.name if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "pointer": remark.pointer or None,
        "hint": hint_of(remark) or None,
    }


def changes_value(changes: Sequence[Change]) -> dict[str, Any]:
    """Return the changes for programs: paths by what happened to them."""
    by_action: dict[str, Any] = {action.value: [] for action in Action}
    by_action[Action.UNCHANGED.value] = 0
    for change in changes:
        if change.action is Action.UNCHANGED:
            by_action[Action.UNCHANGED.value] += 1
        elif change.action is Action.KEPT:
            kept = {"path": change.path, "reason": change.reason}
            by_action[Action.KEPT.value].append(kept)
        else:
            by_action[change.action.value].append(change.path)
    return by_action
