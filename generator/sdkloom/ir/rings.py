"""The rings of a graph: its nodes that lead to each other (strongly connected components)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)


def rings(edges: Mapping[Node, Iterable[Node]]) -> list[list[Node]]:
    """Return all nodes, those that lead to each other in one list; most are alone in theirs.

    What a ring leads to comes in earlier ones. `edges` has every node; what else they lead to is
    passed over.
    """
    search = _Search(edges)
    for node in edges:
        search.follow(node)
    return search.rings


class _Search(Generic[Node]):
    """Tarjan's algorithm, without recursion: a ring may have thousands of nodes."""

    def __init__(self, edges: Mapping[Node, Iterable[Node]]) -> None:
        self.rings: list[list[Node]] = []
        self._edges = edges
        self._reached: dict[Node, int] = {}
        self._back: dict[Node, int] = {}
        """When the earliest node was reached that a node is known to lead back to."""
        self._open: dict[Node, None] = {}
        """The nodes that were reached and have no ring yet, the last one reached at the end."""

    def follow(self, start: Node) -> None:
        """Find the rings of all that a node leads to."""
        path = [] if start in self._reached else [self._entered(start)]
        while path:
            node, following = path[-1]
            for other in following:
                if other not in self._reached:
                    path.append(self._entered(other))
                    break
                if other in self._open:
                    self._back[node] = min(self._back[node], self._reached[other])
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    self._back[above] = min(self._back[above], self._back[node])
                self._close(node)

    def _entered(self, node: Node) -> tuple[Node, Iterator[Node]]:
        self._reached[node] = self._back[node] = len(self._reached)
        self._open[node] = None
        return node, iter([one for one in self._edges[node] if one in self._edges])

    def _close(self, node: Node) -> None:
        """Make a ring of a node that leads back to none before it, and of all open ones since."""
        if self._back[node] < self._reached[node]:
            return
        ring = [self._open.popitem()[0]]
        while ring[-1] != node:
            ring.append(self._open.popitem()[0])
        self.rings.append(ring)
