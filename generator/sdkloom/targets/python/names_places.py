"""Where each schema stands, in the words that names are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from sdkloom.ir.api import Api
from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import OriginKind, Schema, UnionSchema
from sdkloom.ir.types import SchemaId
from sdkloom.ir.walk import named_in, received_types, references, sent_types
from sdkloom.targets.python.casing import pascal

_PARAMETER_WORDS = {
    "path": "PathParam",
    "query": "QueryParam",
    "querystring": "QueryParam",
    "header": "HeaderParam",
    "cookie": "CookieParam",
}
_MEDIA_TYPE = re.compile(r"/content/([^/]+)")
_NAMELESS = (OriginKind.ITEM, OriginKind.VALUE)
_BODIES = (OriginKind.REQUEST_BODY, OriginKind.RESPONSE_BODY)
MADE_KINDS = frozenset(
    {
        OriginKind.REQUEST,
        OriginKind.RESPONSE,
        OriginKind.HTTP_METADATA,
        OriginKind.OPERATION_GLOBALS,
        OriginKind.OPERATION_SECURITY,
        OriginKind.GLOBALS,
        OriginKind.SECURITY,
        OriginKind.SCHEME,
    }
)
"""The origins of schemas that the document does not have: they are named by a pattern."""


class Section(IntEnum):
    """The part of the API that a schema stands in."""

    COMPONENT = 0
    REQUEST = 1
    PARAMETER = 2
    RESPONSE = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A schema with the words around it.

    `own` is its own word: the override, the title, or the word of the nearest step that has one.
    `root` is the component or operation around it. `union` is the own word of the nearest union
    around it, None outside of unions. `context` are all words between the root and its own.
    `is_outer_variant` marks the members of a union that has no schema around it.
    """

    schema: Schema
    own: str
    root: str
    section: Section
    union: str | None
    context: tuple[str, ...]
    is_body: bool = False
    in_union_body: bool = False
    is_outer_variant: bool = False
    is_titled_variant: bool = False


class Places:
    """The places of an API's schemas, each worked out once."""

    def __init__(self, api: Api) -> None:
        self._schemas = api.schemas
        self._operations = {item.id: item for item in requests_of(api)}
        self._found: dict[SchemaId, Place] = {}

    def of(self, schema: Schema) -> Place:
        """Return the place of a schema."""
        if schema.id not in self._found:
            self._found[schema.id] = self._read(schema)
        return self._found[schema.id]

    def _read(self, schema: Schema) -> Place:
        origin = schema.origin
        operation = self._operations.get(origin.owner)
        titles = {len(outer.origin.steps): outer.title for outer in self._outer(schema)}
        context = list(_section_words(schema, operation))
        last = len(context)
        for number, (kind, word) in enumerate(origin.steps, start=1):
            if kind not in _NAMELESS and kind is not OriginKind.COMPONENT:
                last = len(context)
                context.append(step_word(kind, word))
            elif kind in _NAMELESS and titles.get(number):
                context.append(titles[number])
        is_body = origin.kind in _BODIES and len(origin.steps) == 1
        word = schema.name_override or schema.title
        if is_body and operation is None:
            word = word or origin.component
        is_variant = origin.kind is OriginKind.VARIANT
        return Place(
            schema=schema,
            own=word or (context[last] if len(context) > last else origin.component),
            root=origin.component if operation is None else operation.operation_id,
            section=_section(schema),
            union=self._union(schema, operation),
            context=tuple(context if word and is_variant else context[:last]),
            is_body=is_body and operation is not None,
            in_union_body=self._in_union_body(schema),
            is_titled_variant=bool(word) and is_variant,
            is_outer_variant=is_variant and self._is_outermost(origin.parent),
        )

    def _union(self, schema: Schema, operation: Operation | None) -> str | None:
        """Return the word of the nearest union: of its place if nothing is around it."""
        for outer in self._outer(schema):
            if not isinstance(outer, UnionSchema):
                continue
            kind, word = outer.origin.steps[0]
            if not self._is_outermost(outer.id):
                return self.of(outer).own
            if operation is None:
                return None
            if kind is OriginKind.PARAMETER:
                return _PARAMETER_WORDS.get(_location(operation, word), "Param")
            return self.of(outer).own
        return _parameter_union(schema, operation)

    def _is_outermost(self, id: SchemaId | None) -> bool:
        outer = None if id is None else self._schemas.get(id)
        steps = () if outer is None else outer.origin.steps
        return all(kind in _NAMELESS for kind, _ in steps[1:]) and bool(steps)

    def _outer(self, schema: Schema) -> Iterator[Schema]:
        """Yield the schemas around a schema, nearest first."""
        parent = schema.origin.parent
        while parent is not None and parent in self._schemas:
            outer = self._schemas[parent]
            yield outer
            parent = outer.origin.parent

    def _in_union_body(self, schema: Schema) -> bool:
        outermost = schema
        for outermost in self._outer(schema):
            continue
        return outermost.origin.kind in _BODIES and isinstance(outermost, UnionSchema)


def requests_of(api: Api) -> tuple[Operation, ...]:
    """Return the requests that the API takes, and then those that it sends."""
    return (*api.operations, *(hook.operation for hook in api.webhooks))


def _section(schema: Schema) -> Section:
    kind = schema.origin.steps[0][0] if schema.origin.owner else OriginKind.COMPONENT
    if kind is OriginKind.REQUEST_BODY:
        return Section.REQUEST
    if kind is OriginKind.PARAMETER:
        return Section.PARAMETER
    return Section.COMPONENT if kind is OriginKind.COMPONENT else Section.RESPONSE


def _section_words(schema: Schema, operation: Operation | None) -> Iterator[str]:
    if operation is None:
        return
    yield "".join(pascal(word) for word in next(iter(operation.groups), ()))
    kind, word = schema.origin.steps[0]
    if kind is OriginKind.PARAMETER:
        yield _PARAMETER_WORDS.get(_location(operation, word), "Param")
    elif kind is OriginKind.REQUEST_BODY:
        yield "Request"
    else:
        yield "Response"
        yield word
        media = _MEDIA_TYPE.search(schema.id)
        yield "" if media is None else media[1].replace("~1", "/")


def _location(operation: Operation, name: str) -> str:
    for parameter in operation.parameters:
        if parameter.name == name:
            return parameter.location.value
    return ""


def _parameter_union(schema: Schema, operation: Operation | None) -> str | None:
    """Return the word that stands for a parameter's surroundings: its location."""
    steps = [step for step in schema.origin.steps if step[0] not in _NAMELESS]
    if operation is None or [kind for kind, _ in steps] != [OriginKind.PARAMETER]:
        return None
    return _PARAMETER_WORDS.get(_location(operation, steps[0][1]), "Param")


def is_component(schema: Schema) -> bool:
    """Tell whether a schema stands under a name of its own in the document."""
    origin = schema.origin
    return origin.kind is OriginKind.COMPONENT and len(origin.steps) == 1


def step_word(kind: OriginKind, word: str) -> str:
    """Return the word of one step on the way to a schema."""
    if kind is OriginKind.REQUEST_BODY:
        return "RequestBody"
    if kind is OriginKind.RESPONSE_BODY:
        return "ResponseBody"
    if kind is OriginKind.VARIANT and word.isdigit():
        return str(int(word) + 1)
    return word


def in_order(api: Api) -> tuple[Schema, ...]:
    """Return the schemas in the order in which reading the operations one by one meets them.

    Each operation's parameters, then its body, then its responses. A schema comes after what it
    holds, but in the body of a request before it. What no operation meets comes last.
    """
    met: set[SchemaId] = set()
    found: list[Schema] = []
    for operation in requests_of(api):
        found.extend(_meet(named_in(sent_types(operation)), api.schemas, met))
        found.extend(_meet(named_in(received_types(operation)), api.schemas, met))
    found.extend(_meet(api.schemas, api.schemas, met))
    return tuple(found)


def _meet(
    roots: Iterable[SchemaId], schemas: Mapping[SchemaId, Schema], met: set[SchemaId]
) -> Iterator[Schema]:
    stack = [(id, False) for id in list(roots)[::-1]]
    while stack:
        id, is_left = stack.pop()
        if is_left:
            yield schemas[id]
        elif id not in met and id in schemas:
            met.add(id)
            if _section(schemas[id]) is Section.REQUEST:
                yield schemas[id]
            else:
                stack.append((id, True))
            stack.extend((inner, False) for inner in references(schemas[id])[::-1])
