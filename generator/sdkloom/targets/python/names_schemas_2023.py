"""Names of inline schemas by the older rules: who comes first keeps the bare name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sdkloom.ir.types import SchemaId
from sdkloom.targets.python.casing import class_name
from sdkloom.targets.python.names_places import Place, Section


def name_inline(
    places: Iterable[Place], taken: frozenset[str], resources: frozenset[str]
) -> dict[SchemaId, str]:
    """Name inline schemas, in the order in which the operations meet them.

    Each schema tries its candidates in turn. A name that another holds goes to whoever ranks
    higher; the other moves on to its next candidate.
    """
    holders: dict[str, Place | None] = dict.fromkeys(taken | resources)
    waiting: dict[SchemaId, Iterator[str]] = {}
    found: dict[SchemaId, str] = {}
    for place in places:
        waiting[place.schema.id] = candidates(place, resources)
        newcomer: Place | None = place
        while newcomer is not None:
            name = next(waiting[newcomer.schema.id])
            if name not in holders:
                holders[name], found[newcomer.schema.id] = newcomer, name
                break
            holder = holders[name]
            if holder is not None and rank(newcomer) < rank(holder):
                holders[name], found[newcomer.schema.id] = newcomer, name
                newcomer = holder
    return found


def rank(place: Place) -> tuple[int, int]:
    """Return how a schema stands in a quarrel over a name; the lowest rank wins it.

    Components come before bodies, bodies before parameters, and responses last. Among the
    schemas of components, of responses, and of bodies that are unions, those that stand less
    deep come first; among all others, those that are met first.
    """
    if place.section is Section.REQUEST:
        return (3, len(place.context)) if place.in_union_body else (1, 0)
    if place.section is Section.RESPONSE:
        return (4, len(place.context))
    return (place.section, len(place.context))


def candidates(place: Place, resources: frozenset[str]) -> Iterator[str]:
    """Yield the names that a schema may have, best first, without end.

    Its own word; with the union around it; with the component or operation around both; then
    with one more of the words between them, from the outside in; at last with a number.
    """
    own, words = place.own, [place.root]
    if not place.is_body or own not in ("RequestBody", "ResponseBody"):
        bare = class_name(own)
        if place.section is Section.COMPONENT and bare in resources:
            bare = f"{bare}Model"
        yield bare
    if place.union is not None:
        yield class_name(place.union, own)
        words.append(place.union)
    yield class_name(*words, own)
    for word in place.context:
        if place.union is None or class_name(word) != class_name(place.union):
            words.append(word)
            yield class_name(*words, own)
    number = 1
    while True:
        yield f"{class_name(*words, own)}{number}"
        number += 1
