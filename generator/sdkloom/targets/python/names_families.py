"""Tells unions from their own variants, where both would have the same word."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sdkloom.ir.types import SchemaId
from sdkloom.targets.python.casing import class_name
from sdkloom.targets.python.names_claims import Claim


def told_apart_in_unions(claims: Iterable[Claim]) -> list[Claim]:
    """Tell a union from its own variants where they want the same word.

    Variants are told apart by the values that mark them. If that leaves some of them alike, the
    union gets the suffix `Union`; so it does if another union wants its word as well. An enum
    beside its union gets the suffix `Enum`.
    """
    found = {claim.id: claim for claim in claims}
    families: dict[SchemaId, list[Claim]] = defaultdict(list)
    for claim in found.values():
        if claim.family in found and claim.word == found[claim.family].word:
            families[claim.family].append(claim)
    unions = Counter(claim.word for claim in found.values() if claim.is_union)
    for id, members in families.items():
        union = found[id]
        if all(one.is_union for one in members):
            continue
        if all(one.is_enum for one in members):
            for one in members:
                found[one.id] = replace(one, word=f"{one.word}Enum")
            continue
        marked = [class_name(one.word, one.mark) for one in members]
        for one, word in zip(members, marked):
            found[one.id] = replace(one, word=f"{word}{one.suffix}", suffix="", mark="")
        are_distinct = len({*marked, union.word}) == len(marked) + 1
        if not are_distinct or unions[union.word] > 1:
            word = f"{union.word}{union.suffix}Union"
            found[id] = replace(union, word=word, suffix="")
    return [
        replace(one, word=f"{one.word}{one.suffix}", suffix="")
        for one in found.values()
    ]
