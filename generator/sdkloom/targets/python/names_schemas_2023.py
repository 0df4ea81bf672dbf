"""Names of inline schemas by the older rules: who comes first keeps the bare name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from sdkloom.ir.types import SchemaId
from sdkloom.targets.python.casing import class_name
from sdkloom.targets.python.names_places import Place, Section


def name_inline(
    places: Iterable[Place], taken: frozenset[str], resources: frozenset[str]
) -> dict[SchemaId, str]:
    """Name inline schemas, in the order in which the operations meet them.

    Each schema tries its candidates in turn. A name that another holds goes to whoever ranks
    higher; the other moves on to its next candidate. The classes of groups take their names in
    the end from all but the schemas of components, which then get the suffix `Model`.
    """
    holders: dict[str, Place | None] = dict.fromkeys(taken)
    waiting: dict[SchemaId, Iterator[str]] = {}
    found: dict[SchemaId, str] = {}
    numbers: Counter[str] = Counter()

    def settle(newcomer: Place | None) -> None:
        while newcomer is not None:
            name = next(waiting[newcomer.schema.id])
            holder = holders.get(name)
            is_free = name not in holders
            if is_free or (holder is not None and rank(newcomer) < rank(holder)):
                holders[name], found[newcomer.schema.id] = newcomer, name
                newcomer = holder

    for place in places:
        waiting[place.schema.id] = candidates(place, numbers)
        settle(place)
    for name in sorted(resources):
        holder = holders.get(name)
        if holder is not None and holder.section is Section.COMPONENT:
            found[holder.schema.id] = f"{name}Model"
        elif holder is not None:
            holders[name] = None
            settle(holder)
    return found


def rank(place: Place) -> tuple[int, int]:
    """Return how a schema stands in a quarrel over a name; the lowest rank wins it.

    Components come before bodies, bodies before parameters, and responses last. Among the
    schemas of components, of responses, and of bodies that are unions, those that stand less
    deep come first; among all others, those that are met first.
    """
    depth = len(place.context)
    if place.section is Section.REQUEST:
        return (3, depth) if place.in_union_body else (1, 0)
    if place.section is Section.RESPONSE:
        return (4, depth)
    return (place.section, depth + place.is_titled_variant)


def candidates(place: Place, numbers: Counter[str]) -> Iterator[str]:
    """Yield the names that a schema may have, best first, without end.

    Its own word; with the union around it; with the component or operation around both; then
    with one more of the words between them, from the outside in; at last with a number, which
    `numbers` counts for all that come to the same longest name.
    """
    own, words = place.own, [place.root]
    is_numbered = place.is_outer_variant and own.isdigit()
    if not place.is_body and not is_numbered:
        yield class_name(own)
    if place.union is not None:
        yield class_name(place.union, own)
        words.append(place.union)
    yield class_name(*words, own)
    for word in place.context:
        if place.union is None or class_name(word) != class_name(place.union):
            words.append(word)
            yield class_name(*words, own)
    longest = class_name(*words, own)
    while True:
        numbers[longest] += 1
        yield f"{longest}{numbers[longest]}"
