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
    groups: dict[str, list[Claim]] = defaultdict(list)
    for one in claims:
        groups[one.word.lower()].append(one)
    bare: set[SchemaId] = set()
    for group in groups.values():
        is_shared = len({one.root for one in group}) > 1
        kept = [*_natives(group), *_lone_union(group)] if is_shared else group
        bare.update(one.id for one in kept)
    return [
        (
            one
            if one.is_root or (one.word not in taken and one.id in bare)
            else replace(one, prefix=one.root)
        )
        for one in claims
    ]


def _lone_union(group: Sequence[Claim]) -> list[Claim]:
    """Return the one union of a group, if what else wants the word gives it up by itself."""
    unions = [one for one in group if one.is_union and one.family is None]
    roots = {one.root for one in group if one not in unions}
    return unions if len(unions) == 1 and len(roots) > 1 else []


def _natives(group: Sequence[Claim]) -> list[Claim]:
    """Return those of a group that keep the word, because the others are copies of them.

    They stand in one component, and the others are what compositions take over from there
    without a mark that would tell them apart.
    """
    natives = [one for one in group if _is_native(one)]
    roots = {one.root for one in natives}
    marks = Counter((one.root, one.mark) for one in group)
    are_copies = all(
        one.is_copy
        and (not one.part or one.part in roots)
        and (not one.mark or marks[one.root, one.mark] > 1)
        for one in group
        if not _is_native(one)
    )
    return natives if are_copies and len(roots) == 1 else []


def _is_native(claim: Claim) -> bool:
    return claim.is_in_component and not claim.part and claim.family is None


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
