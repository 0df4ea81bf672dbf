"""Where schemas are used: in what a caller sends, in what a method returns, in errors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sdkloom.ir.api import Api
from sdkloom.ir.operations import Operation
from sdkloom.ir.types import SchemaId
from sdkloom.ir.walk import named_in, reachable, references, sent_types
from sdkloom.targets.python.names_table import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """The schemas that requests, successful responses and errors lead to.

    `errors` are those that are raised themselves; what is inside of them is in `error_parts`.
    `pages` are objects around one page of a list.
    """

    requests: frozenset[SchemaId]
    responses: frozenset[SchemaId]
    errors: frozenset[SchemaId]
    error_parts: frozenset[SchemaId]
    pages: frozenset[SchemaId]

    def is_model(self, schema: SchemaId) -> bool:
        """Return whether a schema is a model of its own, and not only the data of an error."""
        if schema not in self.errors:
            return True
        places = (self.requests, self.responses, self.error_parts)
        return any(schema in place for place in places)


def usage_of(api: Api, names: Names) -> Usage:
    """Return where each schema of an API is used; schemas of one name are used together."""
    sent = reachable(api.schemas, _sent(api))
    returned = reachable(api.schemas, _returned(api))
    raised = [id for one in api.operations for id in one.error_schemas]
    errors = frozenset(id for id in raised if id in api.schemas)
    parts = [part for id in errors for part in references(api.schemas[id])]
    failed = reachable(api.schemas, parts)
    # What nothing leads to is printed because the document asks for it: a hook may return it.
    known = sent.keys() | returned.keys() | failed.keys() | errors
    alone = [id for id in api.schemas if id not in known]
    return Usage(
        requests=_with_alike(sent, names),
        responses=_with_alike([*returned, *alone], names),
        errors=errors,
        error_parts=frozenset(failed),
        pages=frozenset(
            one.response_schema
            for one in api.operations
            if one.response_schema is not None and one.pagination is not None
        ),
    )


def _with_alike(ids: Iterable[SchemaId], names: Names) -> frozenset[SchemaId]:
    """Return schemas and all that are printed as the same class."""
    used = {names.models.get(id) for id in ids}
    return frozenset(id for id, name in names.models.items() if name in used)


def _operations(api: Api) -> Iterator[Operation]:
    yield from api.operations
    for webhook in api.webhooks:
        yield webhook.operation


def _sent(api: Api) -> Iterator[SchemaId]:
    for operation in _operations(api):
        yield from named_in(sent_types(operation))
        for made in (operation.request_schema, operation.security_schema):
            if made is not None:
                yield made


def _returned(api: Api) -> Iterator[SchemaId]:
    for operation in _operations(api):
        for response in operation.responses:
            if not response.is_error:
                yield from named_in(content.type for content in response.contents)
                yield from named_in(header.type for header in response.headers)
        if operation.response_schema is not None:
            yield operation.response_schema
