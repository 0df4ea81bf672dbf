"""The pass that reads what a document means: `build`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.grammar import METHODS
from sdkloom.document.node import Node
from sdkloom.document.pointer import join, split
from sdkloom.document.resolve import Document
from sdkloom.graph.credentials import security_schema
from sdkloom.graph.definitions import read_pending
from sdkloom.graph.described import describe_bodies
from sdkloom.graph.directions import split_directions
from sdkloom.graph.duplicates import merge_errors
from sdkloom.graph.groups import read_docs, read_tags
from sdkloom.graph.identities import part_id
from sdkloom.graph.order import in_order
from sdkloom.graph.origins import of_definition, root
from sdkloom.graph.operations import Shared, read_operation, read_operations
from sdkloom.graph.parameters import Key, read_parameter
from sdkloom.graph.reading import Reading
from sdkloom.graph.retries import read_retries
from sdkloom.graph.schemas import type_of
from sdkloom.graph.security import hoisted, read_requirements, read_schemes
from sdkloom.graph.servers import read_servers
from sdkloom.graph.uploads import make_uploads
from sdkloom.graph.values import text, whole
from sdkloom.graph.wrappers import (
    error_schemas,
    parameter_property,
    request_schema,
    response_schema,
)
from sdkloom.ir.api import Api, Info, Webhook
from sdkloom.ir.operations import Operation
from sdkloom.ir.parameters import Parameter
from sdkloom.ir.schemas import ObjectSchema, OriginKind
from sdkloom.ir.security import Requirement, SecurityScheme
from sdkloom.ir.servers import Server
from sdkloom.ir.types import SchemaId
from sdkloom.settings import Settings

_GLOBALS = SchemaId("#/x-speakeasy-globals~globals")


def build(document: Document, settings: Settings, diagnostics: Diagnostics) -> Api:
    """Return what a document means: its operations, and the schemas that they reach."""
    top = document.root
    is_old = (text(top, "openapi") or "2.0").startswith(("2.", "3.0"))
    reading = Reading(document, settings, diagnostics, _rewrites(document), is_old)
    schemes = read_schemes(reading)
    tags = read_tags(reading)
    common = _globals(reading)
    shared = Shared(
        globals=common, schemes=schemes, tags=tags, renamed=_renamed(reading)
    )
    operations = list(read_operations(reading, top / "paths", shared))
    webhooks = list(_webhooks(reading, shared, operations))
    _include(reading)
    read_pending(reading)
    describe_bodies(reading, operations)
    make_uploads(reading, operations)
    declared = read_requirements(reading, top, schemes)
    if declared is None and settings.generation.hoist_global_security:
        declared = hoisted([item.security for item in operations])
    security = declared or ()
    finished = tuple(_finished(reading, item, security, schemes) for item in operations)
    api = Api(
        info=_info(top),
        servers=_servers(reading),
        security_schemes=schemes,
        security=security,
        operations=finished,
        schemas=reading.schemas,
        tags=tuple(tags.values()),
        globals=tuple(common.values()),
        webhooks=tuple(webhooks),
        retries=read_retries(reading, top),
        timeout=whole(top, reading.extended(top, "timeout").key),
        globals_schema=_globals_schema(reading, _GLOBALS, tuple(common.values()), ""),
        security_schema=security_schema(reading, security, schemes),
    )
    api = split_directions(api)
    if settings.generation.deduplicate_errors:
        api = merge_errors(api)
    return replace(api, schemas=in_order(document, api.schemas))


def _rewrites(document: Document) -> Mapping[str, str]:
    said = document.root.get("x-speakeasy-extension-rewrite")
    if not isinstance(said, dict):
        return {}
    return {str(key): value for key, value in said.items() if isinstance(value, str)}


def _renamed(reading: Reading) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the patterns of operation ids that the document gives a method name."""
    found = []
    for item in reading.extended(reading.document.root, "name-override"):
        try:
            pattern = re.compile(text(item, "operationId"))
        except re.error as fault:
            reading.diagnostics.warning(
                "name-override-pattern", item.pointer, f"not a pattern: {fault}"
            )
            continue
        name = text(item, "methodNameOverride")
        if name and pattern.pattern:
            found.append((pattern, name))
    return tuple(found)


def _info(top: Node) -> Info:
    info = top / "info"
    contact, license_ = info / "contact", info / "license"
    return Info(
        title=text(info, "title"),
        version=text(info, "version"),
        summary=text(info, "summary"),
        description=text(info, "description"),
        terms_of_service=text(info, "termsOfService"),
        license=text(license_, "identifier") or text(license_, "name"),
        contact_name=text(contact, "name"),
        contact_url=text(contact, "url"),
        contact_email=text(contact, "email"),
        docs=read_docs(top),
        openapi=text(top, "openapi") or text(top, "swagger"),
    )


def _servers(reading: Reading) -> tuple[Server, ...]:
    """Return the document's servers; the user's takes the place of none, and leads relative ones."""
    found = read_servers(reading, reading.document.root)
    base = reading.settings.generation.base_server_url
    if not base:
        return found
    return tuple(
        (
            replace(item, url=f"{base.rstrip('/')}/{item.url.lstrip('/')}".rstrip("/"))
            if item.url.startswith("/")
            else item
        )
        for item in found
    ) or (Server(url=base),)


def _globals(reading: Reading) -> dict[Key, Parameter]:
    found: dict[Key, Parameter] = {}
    place = reading.extended(reading.document.root, "globals")
    for node in place / "parameters":
        parameter = read_parameter(reading, node, "")
        if parameter is not None:
            key = (parameter.name, parameter.location)
            found[key] = replace(parameter, is_global=True)
    return found


def _globals_schema(
    reading: Reading, id: SchemaId, parameters: tuple[Parameter, ...], owner: str
) -> SchemaId | None:
    """Make the schema of global parameters, all of which may be left out."""
    if not parameters:
        return None
    kind = OriginKind.OPERATION_GLOBALS if owner else OriginKind.GLOBALS
    reading.schemas[id] = ObjectSchema(
        id=id,
        origin=root(kind, owner=owner),
        properties=tuple(
            replace(parameter_property(item, item.name), required=False)
            for item in parameters
        ),
    )
    return id


def _finished(
    reading: Reading,
    operation: Operation,
    security: tuple[Requirement, ...],
    schemes: Mapping[str, SecurityScheme],
) -> Operation:
    """Return an operation with the schemas that are made for it."""
    own = SchemaId(operation.id)
    common = tuple(item for item in operation.parameters if item.is_global)
    apart = not _keys_of(operation.security or ()) <= _keys_of(security)
    return replace(
        operation,
        request_schema=request_schema(
            reading, operation.id, operation.parameters, operation.body
        ),
        response_schema=response_schema(
            reading, operation.id, operation.responses, operation.pagination
        ),
        globals_schema=_globals_schema(
            reading, part_id(own, "globals"), common, operation.id
        ),
        security_schema=(
            security_schema(
                reading, operation.security or (), schemes, owner=operation.id
            )
            if apart
            else None
        ),
        error_schemas=error_schemas(operation.responses),
    )


def _keys_of(alternatives: tuple[Requirement, ...]) -> set[frozenset[str]]:
    """Return the schemes of each alternative; scopes are no credentials of their own."""
    found = {frozenset(use.key for use in one.schemes) for one in alternatives}
    return found - {frozenset()}


def _webhooks(
    reading: Reading, shared: Shared, operations: list[Operation]
) -> Iterator[Webhook]:
    """Yield the requests that the API sends: webhooks, and the callbacks of operations."""
    nothing = replace(shared, globals={})
    for name, node in (reading.document.root / "webhooks").items():
        yield from _sent(reading, nothing, name, node)
    for operation in operations:
        node = _node_of(reading, operation)
        for name, callback in (node / "callbacks").items():
            for expression, path_item in callback.resolved().items():
                if not expression.startswith("x-"):
                    yield from _sent(reading, nothing, name, path_item)


def _node_of(reading: Reading, operation: Operation) -> Node:
    """Return where an operation is written, which may be a path item shared by a `$ref`."""
    _file, tokens = split(operation.id)
    node = reading.document.root / tokens[0] / tokens[1]
    for token in tokens[2:]:
        node = node.resolved() / token
    return node


def _sent(reading: Reading, shared: Shared, name: str, node: Node) -> Iterator[Webhook]:
    path_item = node.resolved()
    for key, item in path_item.items():
        if key not in METHODS or not isinstance(item.value, dict):
            continue
        if reading.marked(item, "ignore") or reading.marked(path_item, "ignore"):
            continue
        operation = read_operation(
            reading,
            path_item,
            item,
            shared,
            id=join(node.pointer, key),
            method=key.upper(),
            path=name,
        )
        yield Webhook(name=name, operation=operation)


def _include(reading: Reading) -> None:
    """Note the component schemas that the document wants although nothing refers to them."""
    schemas = reading.document.root / "components" / "schemas"
    has_paths = len(reading.document.root / "paths") > 0
    for _, node in schemas.items():
        if reading.marked(node, "include") or not has_paths:
            type_of(reading, node, of_definition(node))
