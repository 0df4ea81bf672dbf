"""Rings of graphs."""

from __future__ import annotations

from itertools import combinations
from random import Random

from sdkloom.ir.rings import rings


def test_nodes_that_lead_to_each_other_are_together() -> None:
    """A node alone is a ring of one, whether or not it leads to itself."""
    found = rings({1: [2], 2: [3, 4], 3: [1], 4: [4], 5: []})

    assert list(map(set, found)) == [{4}, {1, 2, 3}, {5}]


def test_what_has_no_edges_is_passed_over() -> None:
    """An edge may lead out of the graph."""
    assert rings({"a": ["b"]}) == [["a"]]


def test_rings_are_those_of_the_definition() -> None:
    """Two nodes are together if, and only if, there are ways both there and back."""
    random = Random(5)
    for _ in range(200):
        nodes = range(random.randint(1, 8))
        edges = {
            one: [other for other in nodes if random.random() < 0.2] for one in nodes
        }
        ways = {one: _reached(one, edges) for one in nodes}
        found = rings(edges)

        place = {node: index for index, ring in enumerate(found) for node in ring}
        assert sorted(node for ring in found for node in ring) == list(nodes)
        for one, other in combinations(nodes, 2):
            both = other in ways[one] and one in ways[other]
            assert (place[one] == place[other]) is both
        assert all(place[other] <= place[one] for one in nodes for other in ways[one])


def _reached(start: int, edges: dict[int, list[int]]) -> set[int]:
    found = {start}
    waiting = [start]
    while waiting:
        for other in edges[waiting.pop()]:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found
