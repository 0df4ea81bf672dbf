"""What `$id`, `$anchor` and `$self` call by a name of its own."""

from __future__ import annotations

from typing import Any, Final, NamedTuple
from urllib.parse import urldefrag, urljoin

from sdkloom.document.grammar import FIELDS, Shape
from sdkloom.document.pointer import split
from sdkloom.document.source import Source

_DATA: Final = frozenset(["example", "examples", "default", "const", "enum"])
"""Fields that hold data, not schemas."""

_MAPS: Final = frozenset(
    key
    for fields in FIELDS.values()
    for key, slot in fields.items()
    if slot.shape is Shape.MAP
)
"""Fields whose keys are the author's own names."""


class Way(NamedTuple):
    """A place in a file: the way down from its top."""

    file: str
    tokens: tuple[str, ...]


class Identifiers:
    """The resources and anchors of the files read so far.

    A resource is a schema with an `$id`, or a whole file: references in it count from its top.
    """

    def __init__(self) -> None:
        self._uris: dict[Way, str] = {}
        self._resources: dict[str, Way] = {}
        self._anchors: dict[tuple[Way, str], Way] = {}
        self._dynamic: dict[str, dict[Way, None]] = {}

    def add(self, file: str, source: Source) -> None:
        """Take note of the names that a file gives."""
        top = Way(file, ())
        own = source.value.get("$self") if isinstance(source.value, dict) else None
        uri = urljoin(file, own) if isinstance(own, str) else file
        self._uris[top] = uri
        self._resources[urldefrag(uri)[0]] = top
        if any(word in source.text for word in ("$id", "$anchor", "$dynamicAnchor")):
            self._index(source.value, top)

    def _index(self, value: Any, top: Way) -> None:
        waiting: list[tuple[Any, Way, Way, bool]] = [(value, top, top, False)]
        while waiting:
            value, way, resource, holds_names = waiting.pop()
            if isinstance(value, list):
                below = [(str(index), item) for index, item in enumerate(value)]
            elif isinstance(value, dict):
                below = list(value.items())
                if not holds_names:
                    resource = self._note(value, way, resource)
            else:
                continue
            for key, each in below:
                if holds_names or key not in _DATA:
                    under = Way(way.file, (*way.tokens, key))
                    is_map = not holds_names and key in _MAPS
                    waiting.append((each, under, resource, is_map))

    def _note(self, value: dict[str, Any], way: Way, resource: Way) -> Way:
        """Take note of an object's names; return the resource that it belongs to."""
        if isinstance(value.get("$id"), str) and way.tokens:
            resource = self._resource(value["$id"], way, resource)
        for keyword in ("$anchor", "$dynamicAnchor"):
            if isinstance(value.get(keyword), str):
                self._anchors.setdefault((resource, value[keyword]), way)
        if isinstance(value.get("$dynamicAnchor"), str):
            self._dynamic.setdefault(value["$dynamicAnchor"], {})[way] = None
        return resource

    def _resource(self, identifier: str, way: Way, around: Way) -> Way:
        uri, fragment = urldefrag(urljoin(self._uris[around], identifier))
        if fragment and not urldefrag(identifier)[0]:
            # Draft 4 and 6 write an anchor as the fragment of an $id.
            self._anchors.setdefault((around, fragment), way)
            return around
        self._uris[way] = uri
        self._resources.setdefault(uri, way)
        return way

    def resource(self, name: str, base: Way) -> Way | None:
        """Return the resource that a reference without its fragment names."""
        return self._resources.get(name) or self._resources.get(self.join(name, base))

    def join(self, name: str, base: Way) -> str:
        """Return the URI that a relative one means in a resource."""
        return urljoin(self._uris.get(base, base.file), name)

    def anchor(self, name: str, resource: Way) -> Way | None:
        """Return what an anchor of a resource stands on."""
        return self._anchors.get((resource, name))

    def dynamic_anchor(self, name: str) -> Way | None:
        """Return the first schema that has a `$dynamicAnchor` of a name, in whatever file."""
        return next(iter(self._dynamic.get(name, ())), None)

    def dynamic_anchors(self, name: str) -> int:
        """Return how many schemas have a `$dynamicAnchor` of a name in the files read so far."""
        return len(self._dynamic.get(name, ()))

    def base(self, way: Way) -> Way:
        """Return the resource that a place belongs to."""
        for length in range(len(way.tokens), -1, -1):
            around = Way(way.file, way.tokens[:length])
            if around in self._uris:
                return around
        return Way(way.file, ())

    def base_of(self, schema: dict[str, Any], pointer: str, base: Way) -> Way:
        """Return the resource of what stands in a schema."""
        if "$id" in schema:
            own = Way(*split(pointer))
            return own if own in self._uris else base
        return base
