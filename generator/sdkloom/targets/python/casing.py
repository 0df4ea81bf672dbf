"""The casings of Python names: words of the document become snake_case, PascalCase or UPPER_CASE."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

INITIALISMS = frozenset(
    "ACL API ASCII CPU CSS DNS EOF GUID HTML HTTP HTTPS ID IP JSON LHS QPS RAM RHS RPC SLA SMTP"
    " SQL SSH TCP TLS TTL UDP UI UID UUID URI URL UTF8 VM XML XMPP XSRF XSS".split()
)
"""Words that PascalCase writes in upper case: the initialisms of Go's style guide."""

_SEPARATORS = re.compile(r"[\W_]+")
_HUMP = re.compile(r"([a-z0-9])([A-Z])")
_ACRONYM = re.compile(r"([A-Z]+)([A-Z][a-z])")


@lru_cache(maxsize=1 << 16)
def words(text: str) -> tuple[str, ...]:
    """Split a text into words: at anything but letters and digits, at `aB` and before `Bc` of `ABc`."""
    plain = _SEPARATORS.sub(" ", _nameable(text))
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
    return folded(_SEPARATORS.sub("_", _nameable(text)).strip("_"))


def folded(name: str) -> str:
    """Return what is the same for two names whose files are one on a disk that ignores case."""
    return (
        name.lower()
        if name.isascii()
        else unicodedata.normalize("NFC", name.casefold())
    )


def _nameable(text: str) -> str:
    """Return a text normalised as Python does, with spaces for what no identifier may hold.

    A few numerals of old scripts count as letters for `isalnum`, and not for Python.
    """
    normal = unicodedata.normalize("NFKC", text)
    if normal.isascii():
        return normal
    return "".join(sign if f"a{sign}".isidentifier() else " " for sign in normal)


def _class_word(word: str) -> str:
    if word.upper() in INITIALISMS:
        return word.upper()
    return word[:1].upper() + word[1:]


_SMALL = (
    "Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen"
    " Fifteen Sixteen Seventeen Eighteen Nineteen"
).split()
_TENS = "Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety".split()
_DIGITS = re.compile(r"\d+")


def spelled(number: int) -> str:
    """Return a number below a million in words, in PascalCase; greater ones digit by digit."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        rest = _SMALL[number % 10] if number % 10 else ""
        return _TENS[number // 10 - 2] + rest
    if number < 1000:
        rest = spelled(number % 100) if number % 100 else ""
        return f"{_SMALL[number // 100]}Hundred{rest}"
    if number < 1_000_000:
        rest = spelled(number % 1000) if number % 1000 else ""
        return f"{spelled(number // 1000)}Thousand{rest}"
    return "".join(_SMALL[int(digit)] for digit in str(number))


def class_name(*parts: str) -> str:
    """Return parts together as the name of a class.

    Digits that it begins with are spelled, `&` is a word, and a text that is all capitals,
    without digits and alone, is read as a word.
    """
    known = [part for part in map(str.strip, parts) if words(part)]
    if not known:
        return ""
    if len(known) == 1 and known[0].isupper() and not _DIGITS.search(known[0]):
        known = [known[0].lower()]
    first, *others = (pascal(part.replace("&", " and ")) for part in known)
    leading = _DIGITS.match(first)
    if leading:
        first = spelled(int(leading[0])) + first[leading.end() :]
    return first + "".join(others)


def symbol_words(text: str) -> str:
    """Return the names of a text's symbols in snake_case: `@` is `commercial_at`."""
    names = (unicodedata.name(symbol, "") for symbol in text if not symbol.isspace())
    return snake(" ".join(names))
