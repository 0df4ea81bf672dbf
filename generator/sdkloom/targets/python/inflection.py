"""The singular and the plural of English nouns, as far as names of arrays need them."""

from __future__ import annotations

import re

_UNCHANGED = frozenset(
    "data equipment information jeans money news police rice series sheep species".split()
)
_IRREGULAR = {
    "children": "child",
    "feet": "foot",
    "geese": "goose",
    "men": "man",
    "mice": "mouse",
    "people": "person",
    "teeth": "tooth",
    "women": "woman",
}
_ENDINGS = tuple(
    (re.compile(pattern, re.IGNORECASE), singular)
    for pattern, singular in (
        (r"(ind|vert)ices$", r"\1ex"),
        (r"matrices$", "matrix"),
        (r"(quiz)zes$", r"\1"),
        (r"(alias|status|bus|virus|campus)(es)?$", r"\1"),
        (r"(analy|ba|cri|diagno|hypothe|parenthe|synop|the)s[ei]s$", r"\1sis"),
        (r"(ss|sh|ch|x)es$", r"\1"),
        (r"(movie|cookie|shoe|hive|tive|database)s$", r"\1"),
        (r"([^aeiouy]|qu)ies$", r"\1y"),
        (r"(wi|kni|li)ves$", r"\1fe"),
        (r"([lr]|ea|oa)ves$", r"\1f"),
        (r"([^s]o)es$", r"\1"),
        (r"([ti])a$", r"\1um"),
        (r"(ss|us|is)$", r"\1"),
        (r"s$", ""),
    )
)


def singular(word: str) -> str:
    """Return the singular of one word, the word itself if it is none we know a plural of."""
    lower = word.lower()
    if lower in _UNCHANGED or len(word) < 2:
        return word
    if lower in _IRREGULAR:
        found = _IRREGULAR[lower]
        return found.capitalize() if word[0].isupper() else found
    for pattern, replacement in _ENDINGS:
        changed, count = pattern.subn(replacement, word)
        if count:
            return changed or word
    return word


_SINGULARS = {one: many for many, one in _IRREGULAR.items()}


def plural(text: str) -> str:
    """Return a text in snake_case with its last word in the plural."""
    head, _, word = text.rpartition("_")
    before = f"{head}_" if head else ""
    if word in _UNCHANGED or singular(word) != word:
        return text
    if word in _SINGULARS:
        return before + _SINGULARS[word]
    if re.search(r"[^aeiou]y$|quy$", word):
        return f"{before}{word[:-1]}ies"
    if re.search(r"(s|sh|ch|x|z)$", word):
        return f"{before}{word}es"
    return f"{before}{word}s"
