"""What is wrong with a text that is no YAML and no JSON, in words that help to mend it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Final, NamedTuple

from sdkloom.document.yaml_events import Fault, too_deep

_CONFLICT: Final = re.compile(r"^<{7}(?: |$)", re.MULTILINE).search
_WORD: Final = re.compile(r"[-+]?\w+|\S").match
_TOKENS: Final = re.compile(r'"(?:[^"\\]|\\.)*"|-?Infinity|NaN').finditer
_NO_SPACE: Final = re.compile(r"\s*(?:- )?[\w$.-]+:[^\s/:]").match
_OF_JSON: Final = (
    ("Expecting ',' delimiter", "a comma is missing before this"),
    ("Expecting ':' delimiter", "a colon is missing before this"),
    ("Expecting property name", "a key in double quotes belongs here"),
    ("Unterminated string", "this text is not closed"),
    ("Invalid control character", "a text may not go on in the next line"),
    ("Extra data", "the document has ended before this"),
)
_UNFINISHED: Final = "is this a template that nobody has filled in?"


def conflict(text: str, code: str) -> Fault | None:
    """Return the fault of a text in which a conflict of versions is not resolved."""
    found = _CONFLICT(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start()) + 1
    return Fault(
        code,
        f"a merge conflict that is not resolved begins on line {line}",
        found.start(),
        "keep one of the two sides, and remove the lines <<<<<<<, ======= and >>>>>>>",
    )


class Stumble(NamedTuple):
    """What a scanner of YAML said: its words, where it stopped, and where it had begun."""

    problem: str
    context: str
    offset: int
    begin: int


def yaml_fault(stumble: Stumble, text: str, line_at: Callable[[int], int]) -> Fault:
    """Return what a scanner of YAML stumbled over, and where it began."""
    unresolved = conflict(text, "yaml")
    if unresolved:
        return unresolved
    problem, context, offset, begin = stumble
    if "nesting" in problem:  # newer scanners have a limit of their own, above ours
        return too_deep(offset)
    if text[offset : offset + 1] == "\t":
        line = line_at(offset)
        message = f"a tab on line {line}: YAML allows only spaces for indentation"
        return Fault("yaml", message, offset, "replace the tab by spaces")
    hint = ""
    if "unknown escape" in problem:
        shown = text[offset : offset + 2]
        problem = f"'{shown}' is no escape in a text in double quotes"
        hint = "use single quotes, or write the backslash twice"
    elif "quoted scalar" in context:
        offset, problem = begin, "this quoted text is not closed"
    elif "cannot start any token" in problem:
        problem, hint = _beginning(text[offset : offset + 2])
    elif "mapping values are not allowed" in problem:
        problem, hint = _colon(text, offset, problem)
    elif "expected ':'" in problem:
        offset, problem = begin, "this is a key without a colon behind it"
        hint = "write `key: value`, or indent the line as part of the text above"
    elif "flow" in context:
        what = "mapping" if "mapping" in context else "list"
        problem = (
            f"{problem}: the {what} that begins on line {line_at(begin)} is not closed"
        )
    elif "did not find expected key" in problem:
        if text[:offset].rstrip(" ")[-1:] in "\"'":
            problem = "something stands behind the end of a quoted text"
            hint = "quote the whole text, and write a quotation mark inside of it twice"
        else:
            problem = f"{problem}: this is not indented as the lines above"
    elif context and context not in problem:
        problem = f"{problem} {context}"
    line = line_at(offset)
    return Fault("yaml", f"not valid YAML on line {line}: {problem}", offset, hint)


def _beginning(signs: str) -> tuple[str, str]:
    problem = f"a text without quotes cannot begin with {signs[:1]!r}"
    return f"{problem}: {_UNFINISHED}" if signs == "% " else problem, "quote the text"


def _colon(text: str, offset: int, problem: str) -> tuple[str, str]:
    """Explain a colon where no key can end: in a text, or below one that is no key."""
    start = text.rfind("\n", 0, offset) + 1
    before = text[start:offset]
    if ": " in before:
        return (
            "a colon and a space stand in a text without quotes",
            "quote the text",
        )
    above = text[: max(start - 1, 0)].rpartition("\n")[2]
    if _NO_SPACE(above):
        return problem, "write a space behind the colon in the line above"
    return problem, "indent the line as its neighbours, or quote the text"


def unfilled(fault: Fault, text: str) -> Fault:
    """Return the fault of a key that is a mapping; `{{ name }}` is likely a template."""
    if text[fault.offset - 1 : fault.offset + 1] != "{{":
        return fault
    return Fault(
        fault.code,
        f"'{{{{' begins a mapping in a mapping: {_UNFINISHED}",
        fault.offset - 1,
        "fill it in, or quote the text",
    )


def json_fault(
    fault: json.JSONDecodeError, text: str, line_at: Callable[[int], int]
) -> Fault:
    """Return what a reader of JSON stumbled over."""
    unresolved = conflict(text, "json")
    if unresolved:
        return unresolved
    before = text[: fault.pos].rstrip()
    here = text[fault.pos : fault.pos + 1]
    offset, hint = fault.pos, ""
    word = _WORD(text, fault.pos)
    if not text[fault.pos :].strip():
        problem = "the text ends here, and something in it is not closed"
    elif here in "/#":
        problem = "JSON has no comments"
    elif here == "'":
        problem = "keys and texts stand in double quotes"
    elif (
        "," in (before[-1:], here) and text[fault.pos :].lstrip(", \r\n\t")[:1] in "}]"
    ):
        problem, hint = "a comma stands behind the last value", "remove the comma"
        offset = fault.pos if here == "," else len(before) - 1
    elif "scape" in fault.msg:
        problem = f"'{text[fault.pos : fault.pos + 2]}' is no escape in a text"
        hint = "write the backslash twice"
    elif fault.msg == "Expecting value" and word:
        problem = f"{word.group()[:40]!r} is no value of JSON"
        if not before:
            hint = "is this YAML? then call the file .yaml"
    else:
        problem = next(
            (told for msg, told in _OF_JSON if fault.msg.startswith(msg)), fault.msg
        )
    message = f"not valid JSON on line {line_at(offset)}: {problem}"
    return Fault("json", message, offset, hint)


def json_constant(text: str) -> int:
    """Return where the first NaN or Infinity stands that is not in a text; 0 if none does."""
    return next((m.start() for m in _TOKENS(text) if m.group()[0] != '"'), 0)
