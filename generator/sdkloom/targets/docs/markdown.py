"""Text of a document as Markdown: it may format itself, and never leave its place."""

from __future__ import annotations

import re

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ufeff\U000e0000-\U000e007f]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
# Elements that run, load or swallow what follows them, comments, and event handlers anywhere.
_ACTIVE = re.compile(
    r"<(?=!|\?|/?(?:script|style|iframe|frame|frameset|object|embed|applet|svg|math|template"
    r"|textarea|title|xmp|noembed|noframes|noscript|plaintext|meta|base|link)\b"
    r"|[^<>]*[\s/\"']on\w+\s*=)",
    re.IGNORECASE,
)
_UNSAFE_TARGET = re.compile(
    r"(\]\(\s*<?|\]:\s*<?|(?:href|src|action|formaction|xlink:href)\s*=\s*[\"']?)\s*"
    r"(?:javascript|vbscript|data)\s*:",
    re.IGNORECASE,
)
_PIPE = re.compile(r"(\\*)\|")
_FENCE = re.compile(r"^ {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)$")
_ESCAPED = re.compile(r"([\\`*_\[\]<>|])")
_DETAILS = re.compile(r"<(/?)details\b", re.IGNORECASE)


def block(text: str) -> str:
    """Return a text as blocks of Markdown that end where it ends: every fence is closed."""
    clean = _defused(_plain(text)).rstrip()
    fence = _open_fence(clean)
    if fence:
        clean = f"{clean}\n{fence}"
    return clean + "\n\n</details>" * _open_details(clean)


def line(text: str) -> str:
    """Return a text as Markdown on one line."""
    clean = _defused(_plain(text))
    clean += "</details>" * _open_details(clean)
    return " ".join(clean.split("\n")).rstrip()


def words(text: str) -> str:
    """Return a text that is no Markdown, as a title, on one line: it makes no links or images."""
    return line(text).replace("](", r"]\(").replace("][", r"]\[")


def cell(text: str) -> str:
    """Return a text as a table's cell: line breaks and bars are written as Markdown wants them."""
    clean = _defused(_plain(text))
    clean += "</details>" * _open_details(clean)
    return _PIPE.sub(_escaped_pipe, clean).replace("\n", "<br/>")


def _open_details(text: str) -> int:
    """Return how many foldable parts a text opens and does not close."""
    if "details" not in text.lower():
        return 0
    depth = 0
    for closing in _DETAILS.findall(text):
        depth += -1 if closing else 1
    return depth


def code(text: str) -> str:
    """Return a text as inline code, with as many backticks around it as it needs."""
    clean = _plain(text).replace("\n", " ")
    runs = [len(run) for run in re.findall("`+", clean)]
    fence = "`" * next(n for n in range(1, len(runs) + 2) if n not in runs)
    pad = " " if not clean or clean[0] == "`" or clean[-1] == "`" else ""
    return f"{fence}{pad}{clean}{pad}{fence}"


def literal(text: str) -> str:
    """Return a text that Markdown shows as it is written."""
    return _ESCAPED.sub(r"\\\1", _plain(text).replace("\n", " "))


def link(url: str) -> str:
    """Return a link that shows its address, "" for what leads to no page."""
    if not url.startswith(("http://", "https://")):
        return ""
    return f"<{line(url.replace(' ', '%20').replace(')', '%29').replace('>', '%3E'))}>"


def attribute(text: str) -> str:
    """Return a text as the value of an attribute inside an HTML comment."""
    clean = _plain(text).replace("\n", " ")
    clean = clean.replace("&", "&amp;") if re.search(r"&\w+;", clean) else clean
    clean = clean.replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")
    return clean.replace("--", "-&#45;")


def _plain(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    clean = _INVISIBLE.sub("", _LINE_BREAKS.sub("\n", text))
    return _SURROGATES.sub("\ufffd", clean)


def _defused(text: str) -> str:
    if "<" in text:
        text = _ACTIVE.sub("&lt;", text)
    if ":" in text:
        text = _UNSAFE_TARGET.sub(r"\1#unsafe:", text)
    return text


def _escaped_pipe(found: re.Match[str]) -> str:
    backslashes = found.group(1)
    return f"{backslashes}|" if len(backslashes) % 2 else f"{backslashes}\\|"


def _open_fence(text: str) -> str:
    fence = ""
    for written in text.split("\n"):
        found = _FENCE.match(written)
        if not found:
            continue
        marker, rest = found.group(1), found.group(2)
        if not fence:
            fence = marker
        elif marker.startswith(fence) and not rest.strip():
            fence = ""
    return fence
