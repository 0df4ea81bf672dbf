"""Remarks: what a run has to say about a document, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Severity(Enum):
    """How much a remark matters.

    An error means that the document cannot be trusted: nothing is written. Unsupported means
    that the document is right and a part of it is not printed; degraded, that a part is printed
    less well than the document says it. A warning does not change what is printed. Information
    is for programs alone (`--json`).
    """

    ERROR = "error"
    UNSUPPORTED = "unsupported"
    DEGRADED = "degraded"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing found. `pointer` is `#/a/b` in the document, `file#/a/b` in a neighbour.

    `file`, `line` and `column` (from 1) are set only for faults that have no pointer, as those
    of a text that is no YAML, and `excerpt` then holds the lines up to that place; everyone
    else's place is looked up by pointer when it is printed. `on_key` points at a mapping's key
    and not at its value.
    """

    severity: Severity
    code: str
    message: str
    pointer: str = ""
    hint: str = ""
    line: int = 0
    column: int = 0
    on_key: bool = False
    file: str = ""
    excerpt: tuple[str, ...] = ()


@dataclass(slots=True)
class Diagnostics:
    """Collects the remarks of a run. Passes add to it and go on; they never print or exit."""

    remarks: list[Remark] = field(default_factory=list)
    _known: set[Remark] = field(default_factory=set)

    def add(self, remark: Remark) -> None:
        """Keep one remark; the same remark twice is kept once."""
        if remark not in self._known:
            self._known.add(remark)
            self.remarks.append(remark)

    def error(
        self,
        code: str,
        pointer: str,
        message: str,
        *,
        hint: str = "",
        on_key: bool = False,
    ) -> None:
        """The document cannot be trusted here."""
        self._note(Severity.ERROR, code, pointer, message, hint, on_key)

    def unsupported(
        self,
        code: str,
        pointer: str,
        message: str,
        *,
        hint: str = "",
        on_key: bool = False,
    ) -> None:
        """The document is right, and this part of it is not printed."""
        self._note(Severity.UNSUPPORTED, code, pointer, message, hint, on_key)

    def degraded(
        self,
        code: str,
        pointer: str,
        message: str,
        *,
        hint: str = "",
        on_key: bool = False,
    ) -> None:
        """The document is right, and we print this part less well than it says."""
        self._note(Severity.DEGRADED, code, pointer, message, hint, on_key)

    def warning(
        self,
        code: str,
        pointer: str,
        message: str,
        *,
        hint: str = "",
        on_key: bool = False,
    ) -> None:
        """Harmless for what is printed, and worth mending."""
        self._note(Severity.WARNING, code, pointer, message, hint, on_key)

    def info(self, code: str, pointer: str, message: str, *, hint: str = "") -> None:
        """Worth knowing when looking closely; no terminal shows it."""
        self._note(Severity.INFO, code, pointer, message, hint, False)

    def _note(
        self,
        severity: Severity,
        code: str,
        pointer: str,
        message: str,
        hint: str,
        on_key: bool,
    ) -> None:
        self.add(
            Remark(
                severity=severity,
                code=code,
                pointer=pointer,
                message=message,
                hint=hint,
                on_key=on_key,
            )
        )

    def of(self, severity: Severity) -> tuple[Remark, ...]:
        """Return the remarks of one severity, in the order they were found."""
        return tuple(remark for remark in self.remarks if remark.severity is severity)

    @property
    def has_errors(self) -> bool:
        """Whether anything forbids to go on."""
        return any(remark.severity is Severity.ERROR for remark in self.remarks)
