"""Tells whether Python is laid out already as black would, without running black.

The templates lay out what they print, so nearly every file is. What can go wrong depends on how
long a name is, and that is what is looked at: lines that are too long, and brackets spread over
several lines though they would fit on one. The answer is yes only for the plain forms that the
templates print; it may be no for a text that black would leave alone.
"""

from __future__ import annotations

import re
import unicodedata

from sdkloom.output.blank_lines import BlankLines

_WIDTH = 88
_DOCSTRING = re.compile(
    r'^( *)"""((?:[^"\\]|\\.|"(?!""))*)"""$', re.MULTILINE | re.DOTALL
)
_TABLE = re.compile(r'(?<= = )"""\\\n[^"\\]*\n"""$', re.MULTILINE)
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_COMMENT = re.compile(r"(?<=[^\n ])  # [^\n]*[^\n ]$", re.MULTILINE)
_COMMENT_LINE = re.compile(r"^( *)# [^\n]*[^\n ]$", re.MULTILINE)
_UNBREAKABLE = re.compile(
    r""" +(?:\w+=(?:lambda: )?|"s+": )?(?:"s*"|[\w.]+)(?: as \w+)?,?|from [\w.]+ import \(| +(?:async )?def \w+\("""
)
_GROUP = re.compile(r"\([^()\[\]{}\n]*\)|\[[^()\[\]{}\n]*\]|\{[^()\[\]{}\n]*\}")
_ONE_TUPLE = re.compile(r"(?<![\w\])])\([^()\[\]{},\n]*,\)")
_SUSPECT_PLAIN = (" \n", "\t", "\r", "\f", "\v", "\\", ";", "'", "`")
"""White space to no purpose, continued lines, quotes."""
# Each is looked for only where the texts before it are found: most texts have none of them.
_SUSPECT = tuple(
    (hints, re.compile(pattern, re.MULTILINE))
    for hints, pattern in (
        (("  ",), r"[^ \n] {2}"),
        (("( ", "[ ", "{ "), r"[(\[{] "),
        ((" )", " ]", " }", " :", " ,"), r"\S [)\]},:]"),
        (("#",), r"#."),
        # A parenthesis of black's own.
        ((" (\n", " [\n", " {\n"), r"^ *\w+ [(\[{]$"),
        (("(\n", "[\n"), r"->.*[(\[]$"),
        # A line broken at an operator.
        (tuple(f"{mark}\n" for mark in "-+*/%|&^="), r"[-+*/%|&^=]$"),
        (
            tuple(
                f"{word}\n" for word in ("and", "or", "not", "if", "else", "in", "is")
            ),
            r"\b(?:and|or|not|if|else|in|is)$",
        ),
        (
            tuple(f" {word}" for word in ("and", "or", "if", "else", "for", "in"))
            + tuple(f" {mark} " for mark in "-+*/|&")
            + tuple(f"\n{word}" for word in ("and", "or", "if", "else", "for", "in"))
            + tuple(f"\n{mark} " for mark in "-+*/|&"),
            r"^ *(?:and|or|if|else \w|for|in|[-+*/|&] )\b(?!.*:$)",
        ),
        ((" (",), r"\b(?:del|print|exec|return|in) \("),
        (("0X", "0O", "0B"), r"\b0[XOB]"),
        (tuple("EJLj"), r"\b\d+[EJLj]"),
    )
)
_ATOM = re.compile(r' +(?:"s*"|[\w.]+)')
_TYPE_APART = re.compile(r"\w+: [\w.]+\[")
_VALUE_APART = re.compile(r"\w+(?:: [\w.]+\[[\w.,\[\] ]+\])? = \(")
_CALL = re.compile(r" *[\w.]+\(")
_TAIL = re.compile(r"[)\]}]+(?: = [\w.\"]+\(?| ->[^(\[]*| as \w+)?[,:]?")


def is_laid_out(text: str) -> bool:
    """Whether black is sure to leave a text as it is."""
    if not text.endswith("\n") or text.endswith("\n\n") or text.startswith("\n"):
        return False
    text = _TABLE.sub('""', text)
    docstrings = _DOCSTRING.finditer(text)
    if not all(_is_docstring_laid_out(*found.groups()) for found in docstrings):
        return False
    bare = _bare(text)
    if not bare.isascii() or _is_suspect(bare):
        return False
    lines = bare.split("\n")[:-1]
    if any(not _UNBREAKABLE.fullmatch(line) for line in lines if len(line) > _WIDTH):
        return False
    return _are_brackets_laid_out(lines) and BlankLines().are_right(lines)


def _is_suspect(bare: str) -> bool:
    """Whether code has anything that black might change whatever stands around it."""
    if any(mark in bare for mark in _SUSPECT_PLAIN):
        return True
    return any(
        pattern.search(bare)
        for hints, pattern in _SUSPECT
        if any(hint in bare for hint in hints)
    )


def stand_apart(text: str) -> bool:
    """Whether the blank lines of a module are as black leaves them."""
    return BlankLines().are_right(_bare(text).split("\n")[:-1])


def _bare(text: str) -> str:
    """Return code without what is in its strings, docstrings and comments."""
    code = _DOCSTRING.sub(r'\1""', _TABLE.sub('""', text))
    code = _COMMENT_LINE.sub(r"\1#", _STRING.sub(_same_width, code))
    return _COMMENT.sub("", code)


def _same_width(found: re.Match[str]) -> str:
    """Return a string literal of the same width without its content."""
    text = found.group()
    width = len(text) if text.isascii() else sum(map(_width, text))
    return '"' + "s" * (width - 2) + '"'


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


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


def _are_brackets_laid_out(lines: list[str]) -> bool:
    """Whether each bracket that is spread over lines has to be, and is as black spreads it."""
    flat = _collapsed(lines)
    if flat is None:
        return False
    opened: list[int] = []
    for index, line in enumerate(lines):
        shown = flat[index].lstrip(" ")
        if shown[:1] in {")", "]", "}"} and shown[:1]:
            if not opened or not _is_spread_rightly(lines, flat, opened.pop(), index):
                return False
        if line[-1:] in {"(", "[", "{"} and line:
            opened.append(index)
        elif opened and not line:
            return False
        if _is_uneven(shown):
            return False
    return not opened


def _collapsed(lines: list[str]) -> list[str] | None:
    """Return the lines without the brackets that open and close in them.

    None if one of those ends in a comma: black would spread it. A tuple of one has to.
    """
    text = "\n".join(lines)
    while True:
        without = _ONE_TUPLE.sub("_", text)
        if without == text:
            without = _GROUP.sub(_hidden, text)
        if without == text:
            return None if "\0" in text else text.split("\n")
        text = without


def _hidden(found: re.Match[str]) -> str:
    inside = found.group()
    return "\0" if inside[-2:-1] == "," else "_"


def _is_uneven(shown: str) -> bool:
    """Whether a line opens or closes other brackets than at its very end or beginning."""
    inner = shown.lstrip(")]}")
    return any(mark in inner[:-1] for mark in "([{") or any(
        mark in inner for mark in ")]}"
    )


def _is_spread_rightly(
    lines: list[str], flat: list[str], first: int, last: int
) -> bool:
    indent = len(lines[first]) - len(lines[first].lstrip(" "))
    if lines[last][:indent].strip(" ") or lines[last][indent : indent + 1] == " ":
        return False
    if last == first + 1 or not _TAIL.fullmatch(flat[last].lstrip(" ")):
        return False
    if lines[last].endswith("(") and not lines[last - 1].endswith(","):
        return _is_type_spread_rightly(lines, first, last)
    inner = " " * (indent + 4)
    own = [
        line for line in flat[first + 1 : last] if line[indent + 4 : indent + 5] != " "
    ]
    if not all(line.startswith(inner) for line in own):
        return False
    if lines[last - 1].endswith(","):
        # A comma at the end spreads a bracket for good: each item has lines of its own.
        return not any(", " in line.rstrip(",") for line in own)
    if lines[first].endswith((" = (", ": (")) and last == first + 2:
        # A value or type that has no bracket of its own gets one, if it does not fit.
        value = lines[first + 1]
        width = len(lines[first]) - 1 + len(value.strip(" "))
        return width > _WIDTH and bool(_ATOM.fullmatch(value))
    if _VALUE_APART.fullmatch(lines[first]) and own[1:] == [f"{inner})"]:
        # The value is a call that is spread itself, and began too far to the right.
        width = len(lines[first]) - 1 + len(own[0]) - len(inner)
        return bool(_CALL.fullmatch(own[0])) and width > _WIDTH
    if lines[first][-2:-1] in {" ", "(", "[", "{", "]"}:
        return False
    body = [line.strip(" ") for line in lines[first + 1 : last]]
    if any(line.endswith(",") for line in body):
        return len(own) == 1 or own[1][indent + 4 : indent + 5] in {")", "]", "}"}
    joined = lines[first] + "".join(body) + lines[last].strip(" ")
    return len(joined) > _WIDTH


def _is_type_spread_rightly(lines: list[str], first: int, last: int) -> bool:
    """Whether a declaration is right whose type, and not only its value, is spread."""
    if last != first + 2 or not _TYPE_APART.fullmatch(lines[first]):
        return False
    name = _CALL.fullmatch(lines[last][4:])
    if not lines[last].startswith("] = ") or name is None:
        return False
    # It would rather have its value in parentheses, if all before that fits on a line.
    return len(lines[first]) + len(lines[first + 1].strip(" ")) + len("] = (") > _WIDTH
