"""Names of inline schemas by the newer rules: where several want a word, none has it bare."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sdkloom.ir.types import SchemaId
from sdkloom.targets.python.casing import class_name
from sdkloom.targets.python.names_claims import Claim
from sdkloom.targets.python.names_families import told_apart_in_unions

Key = tuple[str, str]
"""A root and a word, in whatever case."""


def name_inline(claims: Iterable[Claim], taken: frozenset[str]) -> dict[SchemaId, str]:
    """Name schemas by their claims, none of them like another or one of `taken`.

    All that want the same word are told apart together: by the objects around them, by the
    component or operation around them, by the variants around them, and at last by numbers.
    """
    told = told_apart_in_unions(claims)
    contested = _contested(told)
    found = extended_by_objects(told)
    found = extended_by_variants(prefixed_by_roots(found, taken), contested)
    return _numbered(found, taken)


def extended_by_objects(claims: Sequence[Claim]) -> list[Claim]:
    """Put the words of objects in front where one variant of one place wants a word twice.

    The word of the object around is added if that object stands inside another itself, and if
    it is not the same for all.
    """
    current = list(claims)
    while True:
        around: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        for one in current:
            around[(*_key(one), one.mark)].add(one.objects[0] if one.objects else "")
        moved = [
            (
                replace(
                    one,
                    word=class_name(one.objects[0], one.word),
                    objects=one.objects[1:],
                )
                if one.objects and len(around[(*_key(one), one.mark)]) > 1
                else one
            )
            for one in current
        ]
        if moved == current:
            return current
        current = moved


def prefixed_by_roots(claims: Sequence[Claim], taken: frozenset[str]) -> list[Claim]:
    """Put the component or operation in front of a word that several of them want."""
    roots: dict[str, set[str]] = defaultdict(set)
    for one in claims:
        roots[one.word.lower()].add(one.root)
    return [
        (
            one
            if one.is_root
            or (one.word not in taken and len(roots[one.word.lower()]) == 1)
            else replace(one, prefix=one.root)
        )
        for one in claims
    ]


def extended_by_variants(
    claims: Sequence[Claim], contested: frozenset[Key]
) -> list[Claim]:
    """Tell apart what stands in different variants: by their marks, else by their words."""
    groups: dict[Key, list[Claim]] = defaultdict(list)
    for one in claims:
        groups[_key(one)].append(one)
    found: list[Claim] = []
    for one in claims:
        group = groups[_key(one)]
        marks = Counter(other.mark for other in group)
        parts = {other.part for other in group}
        is_contested = len(group) > 1 or _key(one) in contested
        if is_contested and one.mark and marks[one.mark] == 1:
            found.append(replace(one, word=class_name(one.word, one.mark)))
        elif is_contested and one.part and (len(parts) > 1 or len(group) == 1):
            found.append(replace(one, word=class_name(one.part, one.word)))
        else:
            found.append(one)
    return found


def _contested(claims: Iterable[Claim]) -> frozenset[Key]:
    wanted = Counter(_key(one) for one in claims)
    return frozenset(key for key, count in wanted.items() if count > 1)


def _key(claim: Claim) -> Key:
    return claim.root, claim.word.lower()


def _numbered(claims: Sequence[Claim], taken: frozenset[str]) -> dict[SchemaId, str]:
    names = {
        one.id: class_name(one.prefix, one.word) if one.prefix else one.word
        for one in claims
    }
    wanted = Counter(names.values())
    used = {*taken, *names.values()}
    found: dict[SchemaId, str] = {}
    numbers: Counter[str] = Counter()
    for id, name in names.items():
        found[id] = name
        while (wanted[name] > 1 or name in taken) and found[id] in used:
            numbers[name] += 1
            found[id] = f"{name}{numbers[name]}"
        used.add(found[id])
    return found
