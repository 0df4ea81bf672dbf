"""The casings of Python names: words of the document become snake_case, PascalCase or UPPER_CASE."""

from __future__ import annotations

import re
import unicodedata

INITIALISMS = frozenset(
    "ACL API ASCII CPU CSS DNS EOF GUID HTML HTTP HTTPS ID IP JSON LHS QPS RAM RHS RPC SLA SMTP"
    " SQL SSH TCP TLS TTL UDP UI UID UUID URI URL UTF8 VM XML XMPP XSRF XSS".split()
)
"""Words that PascalCase writes in upper case: the initialisms of Go's style guide."""

_SEPARATORS = re.compile(r"[\W_]+")
_HUMP = re.compile(r"([a-z0-9])([A-Z])")
_ACRONYM = re.compile(r"([A-Z]+)([A-Z][a-z])")


def words(text: str) -> tuple[str, ...]:
    """Split a text into words: at anything but letters and digits, at `aB` and before `Bc` of `ABc`."""
    plain = _SEPARATORS.sub(" ", unicodedata.normalize("NFKC", text))
    humps = _ACRONYM.sub(r"\1 \2", _HUMP.sub(r"\1 \2", plain))
    return tuple(humps.split())


def snake(text: str) -> str:
    """Return a text as snake_case, "" if it has no letter or digit."""
    return "_".join(words(text)).lower()


def upper_snake(text: str) -> str:
    """Return a text as UPPER_CASE."""
    return "_".join(words(text)).upper()


def pascal(text: str) -> str:
    """Return a text as PascalCase, initialisms in upper case, other words' tails as written."""
    return "".join(map(_class_word, words(text)))


def title_pascal(text: str) -> str:
    """Return a text as PascalCase without initialisms, as titles of pages have it."""
    return "".join(word[:1].upper() + word[1:] for word in words(text))


def module_of(text: str) -> str:
    """Return a text as the name of a module: in lower case, without splitting humps."""
    return _SEPARATORS.sub("_", unicodedata.normalize("NFKC", text)).strip("_").lower()


def _class_word(word: str) -> str:
    if word.upper() in INITIALISMS:
        return word.upper()
    return word[:1].upper() + word[1:]
