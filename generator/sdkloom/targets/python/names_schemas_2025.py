"""Names of inline schemas by the newer rules: where several want a word, none has it bare."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from sdkloom.ir.types import SchemaId
from sdkloom.targets.python.casing import class_name
from sdkloom.targets.python.names_claims import Claim


@dataclass(frozen=True, slots=True)
class _Bid:
    """A claim with the name that it stands at."""

    claim: Claim
    name: str
    prefixed: bool = False


def name_inline(claims: Iterable[Claim], taken: frozenset[str]) -> dict[SchemaId, str]:
    """Name schemas by their claims, none of them like another or one of `taken`.

    All that want the same word are told apart together: by the component or operation around
    them, by the variant around them, by the object around them, and at last by numbers.
    """
    bids = [_Bid(claim, claim.word) for claim in told_apart_in_unions(claims)]
    for step in (_by_root, _by_variant, _by_outer):
        groups: dict[str, list[_Bid]] = defaultdict(list)
        for bid in bids:
            groups[bid.name].append(bid)
        bids = [
            moved
            for name, group in groups.items()
            for moved in (step(group) if len(group) > 1 or name in taken else group)
        ]
    return _numbered(bids, taken)


def told_apart_in_unions(claims: Iterable[Claim]) -> list[Claim]:
    """Tell a union from its own variants where they want the same word.

    Variants are told apart by the values that mark them. If that leaves some of them alike, the
    union gets the suffix `Union`; so it does if another union wants its word as well. An enum
    beside its union gets the suffix `Enum`.
    """
    found: dict[SchemaId, Claim] = {claim.id: claim for claim in claims}
    families: dict[SchemaId, list[Claim]] = defaultdict(list)
    for claim in found.values():
        if claim.family is not None and claim.family in found:
            if claim.word == found[claim.family].word:
                families[claim.family].append(claim)
    words = Counter((claim.word, claim.is_union) for claim in found.values())
    for id, members in families.items():
        union = found[id]
        marked = [
            class_name(one.word, one.mark) if one.mark else one.word for one in members
        ]
        if all(one.is_enum for one in members):
            for one in members:
                found[one.id] = replace(one, word=f"{one.word}Enum")
            continue
        if all(one.is_union for one in members):
            continue
        for one, word in zip(members, marked):
            found[one.id] = replace(one, word=word, mark="")
        are_distinct = len({*marked, union.word}) == len(marked) + 1
        if not are_distinct or words[union.word, True] > 1:
            found[id] = replace(found[id], word=f"{union.word}Union")
    return list(found.values())


def _by_root(group: Sequence[_Bid]) -> list[_Bid]:
    """Put the component or operation in front, if they are not all of the same one."""
    roots = {bid.claim.root for bid in group}
    if len(roots) == 1 and len(group) > 1:
        return list(group)
    return [_prefixed(bid) for bid in group]


def _prefixed(bid: _Bid) -> _Bid:
    claim = bid.claim
    if claim.is_root:
        return bid
    return _Bid(claim, class_name(claim.root, bid.name), True)


def _by_variant(group: Sequence[_Bid]) -> list[_Bid]:
    """Put the mark of the variant around behind, where that tells one from another."""
    return _told_apart(group, lambda bid: class_name(bid.name, bid.claim.mark))


def _by_outer(group: Sequence[_Bid]) -> list[_Bid]:
    """Put the object around in front of the bare word, where that tells one from another."""
    return _told_apart(
        group,
        lambda bid: (
            class_name(bid.claim.outer, bid.claim.word) if bid.claim.outer else bid.name
        ),
    )


def _told_apart(group: Sequence[_Bid], rename: Callable[[_Bid], str]) -> list[_Bid]:
    names = Counter(rename(bid) for bid in group)
    if max(names.values()) > 1 or len(group) == 1:
        return list(group)
    return [replace(bid, name=rename(bid)) for bid in group]


def _numbered(bids: Sequence[_Bid], taken: frozenset[str]) -> dict[SchemaId, str]:
    wanted = Counter(bid.name for bid in bids)
    used = {*taken, *wanted}
    found: dict[SchemaId, str] = {}
    for bid in bids:
        name = bid.name
        if wanted[name] > 1 or name in taken:
            number = 1
            while f"{bid.name}{number}" in used:
                number += 1
            name = f"{bid.name}{number}"
            used.add(name)
        found[bid.claim.id] = name
    return found
