"""Descriptions as docstrings: wrapped, escaped, so that no text can end one or become code."""

from __future__ import annotations

import re
import textwrap
from functools import lru_cache

from sdkloom.targets.python.literals import escape_point

WIDTH = 88
_FENCE = re.compile(r"^\s*(```|~~~)")
_FIXED = re.compile(r"^(\s*\||\s{4,}|\s*[-=+|:]{3,}\s*$|#)")
_STRANGE = re.compile(r"[^\n\x20-\x5b\x5d-\x7e]")
_ITEM = re.compile(r"^(\s*(?:[-*+]|\d{1,3}[.)])\s+|\s*>\s?|\s*)")


def docstring(text: str, *, indent: int = 4) -> str:
    """Return what stands between the quotes: one line, or several with the last one empty.

    Lines after the first are not indented yet. An empty description gives an empty string.
    """
    lines = description_lines(text, width=WIDTH - indent)
    # The quotes of a single line stand on it: three before and three after.
    if len(lines) == 1 and len(lines[0]) + 6 > WIDTH - indent:
        lines = description_lines(text, width=WIDTH - indent - 6)
    body = escape("\n".join(lines))
    return f"{body}\n" if len(lines) > 1 else body


# The same few texts describe the copies of a schema.
@lru_cache(maxsize=10_000)
def quoted(text: str, *, indent: int = 4) -> str:
    """Return a docstring in its quotes, all lines but the first indented; "" for no text."""
    body = docstring(text, indent=indent)
    if not body:
        return ""
    space = " " * indent
    first, *rest = body.split("\n")
    lines = [first, *(space + line if line else "" for line in rest)]
    if rest:
        lines[-1] = space
    inside = "\n".join(lines)
    return f'"""{inside}"""'


def description_lines(text: str, *, width: int) -> list[str]:
    """Return a description as lines of a width: paragraphs wrapped, tables and code as they are."""
    clean = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    first, _, rest = clean.lstrip("\n ").partition("\n")
    lines = [first, *textwrap.dedent(rest).split("\n")] if rest else [first]
    result: list[str] = []
    fenced = False
    for line in lines:
        is_fence = _FENCE.match(line) is not None
        fenced = fenced is not is_fence
        line = line.rstrip()
        if fenced or is_fence or len(line) <= width or _FIXED.match(line):
            result.append(line)
        else:
            result += _wrap(line, width)
    while result and not result[-1]:
        result.pop()
    while result and not result[0]:
        result.pop(0)
    return result


# Parameters that many operations share are described in the same words.
@lru_cache(maxsize=10_000)
def _wrap(line: str, width: int) -> tuple[str, ...]:
    mark = _ITEM.match(line)
    space = " " * len(mark.group()) if mark else ""
    if mark and ">" in mark.group():
        space = mark.group()
    wrapped = textwrap.wrap(
        line,
        width,
        subsequent_indent=space if len(space) < width // 2 else "",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return tuple(wrapped)


def escape(text: str) -> str:
    """Return text that means itself inside three double quotes, without a prefix."""
    quoted = re.sub(r'"{2,}|"$|^"', lambda m: '\\"' * len(m.group()), _plain(text))
    return quoted


def _plain(text: str) -> str:
    return _STRANGE.sub(_spelled, text)


def _spelled(found: re.Match[str]) -> str:
    character = found.group()
    if character == "\\":
        return "\\\\"
    return character if character.isprintable() else _hidden(character)


def _hidden(character: str) -> str:
    # Controls, marks that turn the direction of text, separators and lone surrogates.
    return " " if character.isspace() else escape_point(character)
