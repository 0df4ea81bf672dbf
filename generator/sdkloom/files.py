"""Files on their way out: planned with a view, then as text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedFile:
    """A file that a target wants: which template prints which view at which path.

    `path` is relative to the output folder, with `/`. `once` says that the file is written when
    it is not there and then belongs to the user. `shared` says that only its marked sections are
    ours: the text around them is the user's. `regions` says that it has places for code of the
    user's, and all around them is ours.
    """

    path: str
    template: str
    view: object
    once: bool = False
    shared: bool = False
    regions: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFile:
    """A file as text, ready to be formatted and written (UTF-8, `\\n`)."""

    path: str
    text: str
    once: bool = False
    shared: bool = False
    regions: bool = False
