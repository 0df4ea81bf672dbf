"""Every object of a document, one after the other, with its kind and its pointer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sdkloom.document.grammar import FIELDS, OPEN, Kind, Shape, is_author_key
from sdkloom.document.pointer import escape

Found = tuple[dict[str, Any], Kind, str]


def objects(value: Any, kind: Kind, pointer: str) -> Iterator[Found]:
    """Yield an object and all below it, in the order of the document, without following `$ref`.

    A container that stands in several places by a YAML alias is met in each of them.
    """
    waiting: list[tuple[Any, Kind, str]] = [(value, kind, pointer)]
    while waiting:
        value, kind, pointer = waiting.pop()
        if type(value) is not dict:
            continue
        yield value, kind, pointer
        fields = FIELDS[kind]
        every = OPEN.get(kind)
        below: list[tuple[Any, Kind, str]] = []
        for key, each in value.items():
            slot = fields.get(key)
            if slot is not None:
                at = f"{pointer}/{escape(key)}"
                if type(each) is list:
                    below += [
                        (item, slot.kind, f"{at}/{i}") for i, item in enumerate(each)
                    ]
                elif slot.shape is Shape.MAP and type(each) is dict:
                    below += [
                        (item, slot.kind, f"{at}/{escape(name)}")
                        for name, item in each.items()
                    ]
                else:
                    below.append((each, slot.kind, at))
            elif every and is_author_key(key):
                below.append((each, every.kind, f"{pointer}/{escape(key)}"))
        waiting += reversed(below)
