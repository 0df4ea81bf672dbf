"""Where schemas come from, in the author's own words."""

from __future__ import annotations

import posixpath

from sdkloom.document.node import Node
from sdkloom.document.pointer import split
from sdkloom.ir.schemas import Origin, OriginKind
from sdkloom.ir.types import SchemaId

_KINDS = {
    "properties": OriginKind.PROPERTY,
    "patternProperties": OriginKind.VALUE,
    "oneOf": OriginKind.VARIANT,
    "anyOf": OriginKind.VARIANT,
    "$defs": OriginKind.PROPERTY,
    "definitions": OriginKind.PROPERTY,
}
_SINGLE = {
    "items": OriginKind.ITEM,
    "additionalProperties": OriginKind.VALUE,
}


def root(
    kind: OriginKind, word: str = "", *, owner: str = "", component: str = ""
) -> Origin:
    """Return the origin of a place that a document names: a component, a body, a parameter."""
    return Origin(
        kind=kind,
        word=word,
        owner=owner,
        component=component,
        steps=((kind, word),),
    )


def below(
    origin: Origin,
    kind: OriginKind,
    word: str = "",
    *,
    parent: SchemaId | None = None,
    index: int = 0,
) -> Origin:
    """Return the origin of a schema that stands inside another.

    The step to a variant that has no word of its own is its number, from 0.
    """
    step = str(index) if kind is OriginKind.VARIANT and not word else word
    return Origin(
        kind=kind,
        word=word,
        index=index,
        parent=parent if parent is not None else origin.parent,
        owner=origin.owner,
        component=origin.component,
        steps=(*origin.steps, (kind, step)),
    )


def component_of(node: Node) -> str:
    """Return the name of the shared component that a node is, "" if it is none.

    Those are what stands right below a section of `components`, whatever it is.
    """
    _file, tokens = split(node.pointer)
    return tokens[2] if len(tokens) == 3 and tokens[0] == "components" else ""


def of_definition(node: Node) -> Origin:
    """Return the origin of what a `$ref` names, whoever follows it.

    A component has its name. What stands inside one is found by the way down to it; any other
    place goes by the last word of its pointer.
    """
    file, tokens = split(node.pointer)
    if not tokens:
        word = posixpath.splitext(posixpath.basename(file))[0]
        return root(OriginKind.COMPONENT, word, component=word)
    if not file and tokens[:2] == ("components", "schemas") and len(tokens) > 2:
        origin = root(OriginKind.COMPONENT, tokens[2], component=tokens[2])
        return _down(origin, tokens[3:], "/".join(("#", *tokens[:3])))
    word = _last_word(tokens)
    return root(OriginKind.COMPONENT, word, component=word)


def _down(origin: Origin, tokens: tuple[str, ...], parent: str) -> Origin:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token in _KINDS and index + 1 < len(tokens):
            following = tokens[index + 1]
            kind = _KINDS[token]
            is_variant = kind is OriginKind.VARIANT and following.isdigit()
            word = following if kind is OriginKind.PROPERTY else ""
            number = int(following) if is_variant else 0
            origin = below(origin, kind, word, parent=SchemaId(parent), index=number)
            index += 1
        elif token in _SINGLE:
            origin = below(origin, _SINGLE[token], parent=SchemaId(parent))
        index += 1
    return origin


def _last_word(tokens: tuple[str, ...]) -> str:
    named = [token for token in tokens if not token.isdigit()]
    words = [token for token in named if token not in ("schema", "items", "content")]
    return (words or named or tokens)[-1]
