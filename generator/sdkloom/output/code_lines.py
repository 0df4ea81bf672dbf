"""A line of Python as the judges of layout see it: what one line alone tells.

Generated code says the same again and again (seven of eight lines of a large SDK stand in it
before), so a line that was read lately is not read anew.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

WIDTH = 88
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_COMMENT = re.compile(r"(?<=[^ ])  # .*[^ ]$")
_COMMENT_LINE = re.compile(r"^( *)# .*[^ ]$")
_GROUP = re.compile(r"\([^()\[\]{}]*\)|\[[^()\[\]{}]*\]|\{[^()\[\]{}]*\}")
_ONE_TUPLE = re.compile(r"(?<![\w\])])\([^()\[\]{},]*,\)")
# Brackets that are left open or closed stand at the very end and beginning.
_EVEN = re.compile(r" *[)\]}]*[^()\[\]{}]*[(\[{]?")
_SUSPECT_PLAIN = ("\t", "\r", "\f", "\v", "\\", ";", "'", "`")
"""White space to no purpose, continued lines, quotes."""
_SUSPECT = tuple(
    re.compile(pattern)
    for pattern in (
        r"[^ ] {2}| $",
        r"[(\[{] ",
        r"\S [)\]},:]",
        r"#.",
        # A parenthesis of black's own.
        r"^ *\w+ [(\[{]$",
        # A type of results that is spread, unless the arguments above it are as well.
        r"^ *[^) ].*->.*[(\[]$",
        # A line broken at an operator.
        r"[-+*/%|&^=]$",
        r"\b(?:and|or|not|if|else|in|is)$",
        r"^ *(?:and|or|if|else \w|for|in|[-+*/|&] )\b(?!.*:$)",
        r"\b(?:del|print|exec|return|in) \(",
        r"\b0[XOB]",
        r"\b\d+[EJLj]",
    )
)
# Most lines are words with nothing but this between them, and need no other look.
_HARMLESS = re.compile(
    r" *[)\]}]*(?: = )?(?:(?:return await |return |async def |def |class |import |from )?"
    r'(?:[A-Za-z_.][\w.]*|"s*")'
    r'(?:(?:, |: | = |=|\[|\(| -> | import | as )(?:lambda: )?(?:[A-Za-z_][\w.]*|"s*")|[)\]])*)?'
    r"[([{]?[,:]?",
    re.ASCII,
)
_UNBREAKABLE = re.compile(
    r' +(?:\w+=(?:lambda: )?|"s+": )?(?:"s*"|[\w.]+)(?: as \w+)?,?'
    r"| +\w+: [\w.]+,|from [\w.]+ import \(| *(?:(?:async )?def|class) \w+\("
)
_FIELD = re.compile(r"( +)\w+: (\w+)")
_OPENED = re.compile(r"(\w+)(: | = )[\w.]+\[")
_DEFINITIONS = ("class ", "def ", "async def ", "@")
_IMPORTS = ("import ", "from ")


class Line(NamedTuple):
    """One line.

    `bare` is without what is in strings and comments, `shown` that without its indentation of
    `depth`, and `flat` is `bare` without the brackets that open and close in it. A line is not
    `plain` if black might change it whatever stands around it.
    """

    bare: str
    shown: str
    flat: str
    depth: int
    opens: bool
    closes: bool
    is_definition: bool
    is_import: bool
    plain: bool


@lru_cache(maxsize=1 << 14)
def read_line(text: str) -> Line:
    """Return a line, read or remembered."""
    bare = _bare(text)
    shown = bare.lstrip(" ")
    flat = _collapsed(bare)
    return Line(
        bare=bare,
        shown=shown,
        flat=flat or "",
        depth=len(bare) - len(shown),
        opens=bare.endswith(("(", "[", "{")),
        closes=shown.startswith((")", "]", "}")),
        is_definition=shown.startswith(_DEFINITIONS),
        is_import=shown.startswith(_IMPORTS),
        plain=flat is not None and bool(_EVEN.fullmatch(flat)) and _is_plain(bare),
    )


def _bare(text: str) -> str:
    bare = _STRING.sub(_same_width, text) if '"' in text else text
    if "#" in bare:
        bare = _COMMENT.sub("", _COMMENT_LINE.sub(r"\1#", bare))
    return bare


def _is_plain(bare: str) -> bool:
    if len(bare) > WIDTH and not _is_unbreakable(bare):
        return False
    if _HARMLESS.fullmatch(bare):
        return True
    if not bare.isascii() or any(mark in bare for mark in _SUSPECT_PLAIN):
        return False
    return not any(pattern.search(bare) for pattern in _SUSPECT)


def _is_unbreakable(bare: str) -> bool:
    """Whether a line that is too long has no place where black would break it."""
    if _UNBREAKABLE.fullmatch(bare):
        return True
    # In parentheses of its own the rest would still be too long, or what is before it is.
    field = _FIELD.fullmatch(bare)
    if field:
        return len(field[1]) + 4 + len(field[2]) > WIDTH
    opened = _OPENED.fullmatch(bare)
    return opened is not None and len(f"{opened[1]}{opened[2]}(") > WIDTH


def _same_width(found: re.Match[str]) -> str:
    """Return a string literal of the same width without its content."""
    text = found.group()
    width = len(text) if text.isascii() else sum(map(_width, text))
    return '"' + "s" * (width - 2) + '"'


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _collapsed(bare: str) -> str | None:
    """Return a line without the brackets that open and close in it.

    None if one of those ends in a comma: black would spread it. A tuple of one has to.
    """
    text = bare
    while ")" in text or "]" in text or "}" in text:
        without = _ONE_TUPLE.sub("_", text)
        if without == text:
            without = _GROUP.sub(_hidden, text)
        if without == text:
            break
        text = without
    return None if "\0" in text else text


def _hidden(found: re.Match[str]) -> str:
    return "\0" if found.group()[-2:-1] == "," else "_"
