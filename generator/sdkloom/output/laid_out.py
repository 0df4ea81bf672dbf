"""Tells whether Python is laid out already as black would, without running black.

The templates lay out what they print, so nearly every file is. What can go wrong depends on how
long a name is, and that is what is looked at: lines that are too long, and brackets spread over
several lines though they would fit on one. The answer is yes only for the plain forms that the
templates print; it may be no for a text that black would leave alone.
"""

from __future__ import annotations

import re

from sdkloom.output.blank_lines import BlankLines
from sdkloom.output.code_lines import WIDTH, Line, read_line

_DOCSTRING = re.compile(
    r'^( *)"""([^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*)"""$', re.MULTILINE | re.DOTALL
)
_TABLE = re.compile(r'(?<= = )"""\\\n[^"\\]*\n"""$', re.MULTILINE)
_TABLE_BEGINS = ' = """\\\n'
_ATOM = re.compile(r' +(?:"s*"|[\w.]+)')
_TYPE_APART = re.compile(r"\w+: [\w.]+\[")
_TYPE_IN_PARENTHESES = re.compile(r"(\w+): \(")
_BRACKETED = re.compile(r"[\w.]+\[")
_VALUE_APART = re.compile(r"\w+(?:: [\w.]+\[[\w.,\[\] ]+\])? = \(")
_CALL = re.compile(r" *[\w.]+\(")
_TAIL = re.compile(
    r"[)\]}]+(?: = [\w.\"]+\(?| -> (?:[^(\[]*|\(|[\w.]+\[)| as \w+)?(?:,|:(?: \.\.\.)?)?"
)


def is_laid_out(text: str) -> bool:
    """Whether black is sure to leave a text as it is."""
    if not text.endswith("\n") or text.endswith("\n\n") or text.startswith("\n"):
        return False
    if not all(_is_docstring_laid_out(*found) for found in _docstrings(text)):
        return False
    lines = _lines(text)
    return (
        all(line.plain for line in lines)
        and _are_brackets_laid_out(lines)
        and BlankLines().are_right(lines)
    )


def stand_apart(text: str) -> bool:
    """Whether the blank lines of a module are as black leaves them."""
    return BlankLines().are_right(_lines(text))


def _docstrings(text: str) -> list[tuple[str, str]]:
    """Return the indentation and the body of each docstring."""
    return _DOCSTRING.findall(_without_tables(text))


def _lines(text: str) -> list[Line]:
    """Return the lines of a text, without what is in its docstrings."""
    code = _DOCSTRING.sub(r'\1""', _without_tables(text))
    return [read_line(line) for line in code.split("\n")[:-1]]


def _without_tables(text: str) -> str:
    return _TABLE.sub('""', text) if _TABLE_BEGINS in text else text


def _is_docstring_laid_out(indent: str, body: str) -> bool:
    """Whether a docstring is what black makes of it: no space around it, indented as its quotes."""
    if body[:1] in {"", " ", '"', "\n"} or " \n" in body or "\t" in body:
        return False
    first, *rest = body.split("\n")
    if len(body.splitlines()) != len(rest) + (not rest or bool(rest[-1])):
        # A character that only Python takes for the end of a line.
        return False
    if not rest:
        return body[-1] not in {" ", '"', "\\"}
    if rest[-1] != indent:
        return False
    texts = [line for line in rest[:-1] if line]
    return rest[-2:-1] != [""] and all(line.startswith(indent) for line in texts)


def _are_brackets_laid_out(lines: list[Line]) -> bool:
    """Whether each bracket that is spread over lines has to be, and is as black spreads it."""
    opened: list[int] = []
    for index, line in enumerate(lines):
        if line.closes:
            if not opened or not _is_spread_rightly(lines, opened.pop(), index):
                return False
        if line.opens:
            opened.append(index)
        elif opened and not line.bare:
            return False
    return not opened


def _is_spread_rightly(lines: list[Line], start: int, end: int) -> bool:
    first, last = lines[start], lines[end]
    indent = first.depth
    if last.depth != indent or end == start + 1:
        return False
    if not _TAIL.fullmatch(last.flat.lstrip(" ")):
        return False
    body = lines[start + 1 : end]
    has_comma = body[-1].bare.endswith(",")
    if last.bare.endswith("(") and not has_comma:
        return _is_type_spread_rightly(first, body, last)
    if last.opens and last.shown.startswith(")") and not has_comma:
        # Black would rather keep the arguments together and spread their result.
        return False
    own = [line for line in body if line.depth <= indent + 4]
    if any(line.depth != indent + 4 for line in own):
        return False
    if has_comma:
        # A comma at the end spreads a bracket for good: each item has lines of its own.
        return not any(", " in line.flat.rstrip(",") for line in own)
    is_atom = len(body) == 1 and _ATOM.fullmatch(body[0].bare)
    if is_atom and first.bare.endswith((" = (", ": (", "-> (")):
        return _is_atom_spread_rightly(first, body[0], last)
    if first.bare.endswith(" = (") and not indent and _is_bracketed(body):
        # An alias whose own bracket is too far to the right.
        return _is_far(first, body)
    if _VALUE_APART.fullmatch(first.bare) and [one.shown for one in own[1:]] == [")"]:
        # The value is a call that is spread itself, and began too far to the right.
        width = len(first.bare) - 1 + len(own[0].shown)
        is_call = bool(_CALL.fullmatch(own[0].flat))
        return is_call and width > WIDTH and _all_fit(body)
    if first.bare[-2:-1] in {" ", "(", "[", "{", "]"}:
        return False
    if any(line.bare.endswith(",") for line in body):
        return len(own) == 1 or own[1].closes
    joined = first.bare + "".join(line.shown for line in body) + last.shown
    return len(joined) > WIDTH


def _is_atom_spread_rightly(first: Line, value: Line, last: Line) -> bool:
    """Whether a value or type without a bracket of its own has to be in one, as it does not fit."""
    is_result = first.bare.endswith("-> (")
    after = len(last.shown) - 1 if is_result else 0
    fits = len(value.bare) <= WIDTH or (is_result and "." in value.bare)
    width = len(first.bare) - 1 + len(value.shown) + after
    return width > WIDTH and fits


def _is_type_spread_rightly(first: Line, body: list[Line], last: Line) -> bool:
    """Whether a declaration is right whose type, and not only its value, is spread."""
    if not _CALL.fullmatch(last.bare[4:]):
        return False
    if _TYPE_APART.fullmatch(first.bare) and last.bare.startswith("] = "):
        if len(body) > 1 and not _is_bracketed(body):
            return False
        # It would rather have its value in parentheses, if all before that fits on a line.
        width = len(first.bare) + sum(len(line.shown) for line in body)
        return width + len("] = (") > WIDTH
    is_apart = _TYPE_IN_PARENTHESES.fullmatch(first.bare)
    return (
        bool(is_apart and last.bare.startswith(") = "))
        and _is_bracketed(body)
        and _is_far(first, body)
    )


def _is_bracketed(body: list[Line]) -> bool:
    """Whether what stands in a bracket is a name with one bracket of its own, spread or not."""
    first, last = body[0], body[-1]
    return (
        bool(_BRACKETED.match(first.shown))
        and last.shown.startswith("]") == (len(body) > 1)
        and last.bare.endswith("]")
        and all(line.depth > first.depth for line in body[1:-1])
        and last.depth == first.depth
    )


def _is_far(first: Line, body: list[Line]) -> bool:
    """Whether a value has to be in parentheses: its own bracket is too far to the right otherwise."""
    own = body[0].bare.partition("[")[0].strip(" ")
    beside = len(first.bare) - 1 + len(own) + 1
    return beside > WIDTH and _all_fit(body)


def _all_fit(body: list[Line]) -> bool:
    """Whether no line is too long: black sees no use in parentheses around one that still is."""
    return all(len(line.bare) <= WIDTH for line in body)
