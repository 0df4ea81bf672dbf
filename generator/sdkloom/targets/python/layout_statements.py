"""Statements on as many lines as black would give them."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

WIDTH = 88
_PAIRS = {"[": "]", "(": ")", "{": "}"}
_CLOSING = frozenset(_PAIRS.values())
# Each finds strings as well, so that nothing inside of them is found.
_BRACKET_OR_EQUALS = re.compile(r"""[\[({})\]=]|"[^"]*"?|'[^']*'?""")
_BRACKET_OR_COMMA = re.compile(
    r"""[\[({})\],]|"(?:[^"\\]|\\.)*(?:"|\\?\Z)|'(?:[^'\\]|\\.)*(?:'|\\?\Z)""",
    re.DOTALL,
)


def fold(statement: str, *, indent: int = 0) -> str:
    """Return a statement as lines; all but the first are indented.

    A value after an equals sign goes into parentheses if that is enough. Otherwise the last
    bracket is opened: what is inside goes on a line of its own, or each item does.
    """
    if indent + _width(statement) <= WIDTH:
        return statement
    lines = _value_apart(statement, indent) or _fold(statement, indent)
    return "\n".join(lines).removeprefix(" " * indent)


def _value_apart(text: str, indent: int) -> list[str]:
    """Return the lines of an assignment whose value stands in parentheses; none if none does.

    An item of a list, which ends in a comma, is no statement: it gets none.
    """
    if indent + _width(text) <= WIDTH or text.endswith((",", ":")):
        return []
    head, equals, rest = _assignment(text)
    if not equals:
        return _type_apart(text, indent)
    bracketed = "[" in head or "(" in head
    start, end = _last_bracket(rest)
    opens = f"{head} = {rest[: start + 1]}" if end else ""
    if end and not bracketed and indent + _width(opens) <= WIDTH:
        return []
    is_short = indent + 4 + _width(rest) <= WIDTH
    if indent + _width(head) + 4 > WIDTH or not (bracketed or is_short or end):
        return []
    space = " " * indent
    inner = (
        _fold(rest, indent + 4) if opens and not bracketed else [f"{space}    {rest}"]
    )
    return [f"{space}{head} = (", *inner, f"{space})"]


def _type_apart(text: str, indent: int) -> list[str]:
    """Return the lines of a declaration whose type has no bracket to open; none if it has."""
    name, _, type_ = text.partition(": ")
    is_plain = name.isidentifier() and type_.replace(".", "").isidentifier()
    if not is_plain or indent + 4 + _width(type_) > WIDTH:
        return []
    space = " " * indent
    return [f"{space}{name}: (", f"{space}    {type_}", f"{space})"]


def _assignment(text: str) -> tuple[str, str, str]:
    depth = 0
    for found in _BRACKET_OR_EQUALS.finditer(text):
        mark = found[0]
        if mark in _PAIRS:
            depth += 1
        elif mark in _CLOSING:
            depth -= 1
        elif mark == "=" and not depth:
            return text[: found.start() - 1], "=", text[found.end() + 1 :]
    return text, "", ""


def fold_import(line: str, *, indent: int = 0) -> str:
    """Return an import statement: in parentheses, one name to a line, if it is too long."""
    if indent + len(line) <= WIDTH or " import " not in line:
        return line
    head, _, names = line.partition(" import ")
    space = " " * indent
    inner = "".join(f"{space}    {name},\n" for name in names.split(", "))
    return f"{head} import (\n{inner}{space})"


def fold_result(type_: str, end: str, *, indent: int = 0) -> str:
    """Return what follows the arguments of a function: the type of its result, and the end.

    A type without a bracket goes into parentheses. Behind a name that is too long even then
    black sees no need for them.
    """
    text = f") -> {type_}{end}"
    space = " " * indent
    if indent + _width(text) <= WIDTH:
        return text
    if "[" in type_:
        return "\n".join(_fold(text, indent)).removeprefix(space)
    if "." not in type_ and indent + 4 + _width(type_) > WIDTH:
        return text
    return f") -> (\n{space}    {type_}\n{space}){end}"


def _fold(text: str, indent: int) -> list[str]:
    space = " " * indent
    if indent + _width(text) <= WIDTH:
        return [space + text]
    start, end = _last_bracket(text)
    if end - start < 2:
        return [space + text]
    body = text[start + 1 : end]
    inner = indent + 4
    if inner + _width(body) <= WIDTH and not _is_display(text, start):
        lines = [" " * inner + body]
    else:
        items = [item for item in _items(body) if item]
        comma = len(items) > 1 or text[start] == "("
        lines = []
        for number, item in enumerate(items):
            mark = "," if comma or number < len(items) - 1 else ""
            lines += _fold(item + mark, inner)
    return [space + text[: start + 1], *lines, space + text[end:]]


def _is_display(text: str, start: int) -> bool:
    """Return whether a bracket opens a list, a tuple or a dict, whose items always part."""
    before = text[:start].rstrip()[-1:]
    return "," in text[start:] and not (before.isalnum() or before in ("_", "]", ")"))


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def _last_bracket(text: str) -> tuple[int, int]:
    """Return where the last bracket of the outermost level opens and closes."""
    stack: list[int] = []
    found = (0, 0)
    for index, character in _code(text):
        if character in _PAIRS:
            stack.append(index)
        elif character in _CLOSING and stack:
            start = stack.pop()
            if not stack:
                found = (start, index)
    return found


def _items(body: str) -> list[str]:
    """Return the parts between the commas of the outermost level."""
    depth = 0
    starts = [0]
    for index, character in _code(body):
        depth += (character in _PAIRS) - (character in _CLOSING)
        if character == "," and not depth:
            starts.append(index + 1)
    ends = [*(start - 1 for start in starts[1:]), len(body)]
    return [body[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _code(text: str) -> list[tuple[int, str]]:
    """Return the brackets and commas that are not inside of strings, each with its index."""
    return [
        (found.start(), found[0])
        for found in _BRACKET_OR_COMMA.finditer(text)
        if found[0][0] not in "\"'"
    ]
