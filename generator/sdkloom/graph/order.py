"""The order of schemas: components first, each place in the order of the document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from sdkloom.document.pointer import split
from sdkloom.document.resolve import Document
from sdkloom.ir.schemas import Schema
from sdkloom.ir.types import Json, SchemaId

_LAST: Final = 1 << 30
_MADE: Final = re.compile("~(?=[a-z])")
Key = tuple[int, ...]


def in_order(
    document: Document, schemas: Mapping[SchemaId, Schema]
) -> dict[SchemaId, Schema]:
    """Return schemas in the order in which the document has them, components first.

    A schema that we made stands after the place that it was made for. Other files come last, in
    the order in which they were read.
    """
    ranks = _Ranks(document)
    files = {file: index for index, file in enumerate(document.roots)}
    keyed = []
    for number, id in enumerate(schemas):
        file, tokens = split(_MADE.split(id, 1)[0])
        keyed.append((files.get(file, _LAST), ranks.of(file, tokens), number, id))
    keyed.sort(key=lambda item: item[:3])
    return {item[3]: schemas[item[3]] for item in keyed}


class _Ranks:
    """The positions of keys in their mappings, counted once for each mapping."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[int, dict[str, int]] = {}

    def of(self, file: str, tokens: tuple[str, ...]) -> Key:
        """Return the positions of all keys on the way to a place."""
        value: Json = self._document.roots.get(file)
        key: list[int] = [0 if tokens[:1] == ("components",) else 1]
        for token in tokens:
            if isinstance(value, dict):
                ranks = self._known.get(id(value))
                if ranks is None:
                    ranks = {name: at for at, name in enumerate(value)}
                    self._known[id(value)] = ranks
                key.append(ranks.get(token, _LAST))
                value = value.get(token)
            elif isinstance(value, list) and token.isdigit():
                key.append(int(token))
                value = value[int(token)] if int(token) < len(value) else None
            else:
                key.append(_LAST)
        return tuple(key)
