"""The constant that describes an operation to the runtime, as source."""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.ir.api import Api
from sdkloom.ir.behaviour import Pagination, PaginationInput, RetryPolicy
from sdkloom.ir.bodies import Encoding
from sdkloom.ir.operations import Operation
from sdkloom.ir.security import OAuth2, Requirement
from sdkloom.ir.servers import Server
from sdkloom.ir.types import Named
from sdkloom.targets.python.flattening import Flattening, Shape, flattening_of
from sdkloom.targets.python.layout import (
    Code,
    call,
    keyword,
    lay_out,
    text_pairs,
    tuple_of,
)
from sdkloom.targets.python.layout_statements import WIDTH, fold
from sdkloom.targets.python.lazytypes import LazyTypes
from sdkloom.targets.python.literals import text_literal
from sdkloom.targets.python.receiving import (
    accept_of,
    errors_source,
    is_boolean,
    replies_source,
    success_contents,
    wrapper_source,
)
from sdkloom.targets.python.sending import (
    OPERATION_MODULE,
    argument_names,
    body_argument,
    body_source,
    parameters_source,
)

_VALIDATION = {"true": "strict", "lenient": "lenient", "false": "none"}


def operation_source(
    operation: Operation, constant: str, returns: str, types: LazyTypes
) -> str:
    """Return the assignment of an operation's constant.

    `returns` is what its methods return: one annotation, or two for sync and async. What is left
    out has the value that the runtime's class gives it.
    """
    class_name = types.use(OPERATION_MODULE, "Operation")
    head = f"{constant}: {class_name}[{returns}] = "
    code = call(class_name, *_items(operation, types))
    if len(head) + len(f"{class_name}(") <= WIDTH:
        return head + lay_out(code, before=len(head))
    if len(head) < WIDTH:
        return f"{head}(\n    {lay_out(code, indent=4, before=4)}\n)"
    is_far = len(f"{constant}: (") <= WIDTH < len(f"{constant}: {class_name}[")
    if is_far and len(returns) <= WIDTH - 8:
        # The type's own bracket is too far to the right: the type stands in parentheses.
        type_ = fold(f"{class_name}[{returns}]", indent=4)
        folded = f"{constant}: (\n    {type_}\n) = "
    else:
        folded = fold(f"{head}(").removesuffix("(")
    return folded + lay_out(code, before=len("] = "))


def _items(operation: Operation, types: LazyTypes) -> Iterator[Code]:
    yield keyword("id", text_literal(operation.operation_id))
    yield keyword("method", text_literal(operation.method))
    yield keyword("path", text_literal(operation.path.partition("#")[0]))
    for name, source in (
        ("parameters", parameters_source(operation, types)),
        ("body", body_source(operation, types)),
        ("replies", replies_source(operation, types)),
        ("errors", errors_source(operation, types)),
    ):
        if source is not None:
            yield keyword(name, source)
    yield from _accept(operation, types)
    yield from _request(operation, types)
    yield from _security(operation, types)
    yield from _behaviour(operation, types)


def _accept(operation: Operation, types: LazyTypes) -> Iterator[Code]:
    accept = accept_of(operation)
    if accept != "application/json":
        yield keyword("accept", text_literal(accept))
    choice = stream_choice(operation, types)
    if choice is not None:
        yield keyword("stream_accept", tuple_of(map(text_literal, choice)))


def stream_choice(
    operation: Operation, types: LazyTypes
) -> tuple[str, str, str] | None:
    """Return the argument that asks for a stream, and the media types with and without it.

    That is a boolean `stream` among the flattened properties of the body, where an operation
    answers JSON or an event stream and nothing else (`inferSSEOverload`).
    """
    scope = types.scope
    contents = success_contents(operation)
    by_encoding = {one.encoding: one for one in contents}
    if set(by_encoding) != {Encoding.JSON, Encoding.EVENT_STREAM}:
        return None
    body = flattening_of(operation, scope.api, scope.settings).body
    for one in body.properties if body else ():
        if one.name == "stream" and is_boolean(one.type):
            return (
                scope.names.argument(operation.id, "body", one.name),
                by_encoding[Encoding.EVENT_STREAM].media_type,
                by_encoding[Encoding.JSON].media_type,
            )
    return None


def _request(operation: Operation, types: LazyTypes) -> Iterator[Code]:
    scope = types.scope
    flattening = flattening_of(operation, scope.api, scope.settings)
    if flattening.shape is Shape.WRAPPER and operation.request_schema is not None:
        yield keyword("request", types.lazy(Named(operation.request_schema)))


def _security(operation: Operation, types: LazyTypes) -> Iterator[Code]:
    if operation.security is not None:
        yield keyword("security", requirements_source(operation.security))
    if operation.security_schema is not None:
        yield keyword("security_argument", '"security"')
    scopes = _scopes(operation, types.scope.api)
    if scopes is not None:
        yield keyword("scopes", tuple_of(map(text_literal, scopes)))


def requirements_source(requirements: tuple[Requirement, ...]) -> Code:
    """Return alternatives of schemes as source."""
    return tuple_of(
        tuple_of(
            tuple_of((text_literal(use.key), tuple_of(map(text_literal, use.scopes))))
            for use in requirement.schemes
        )
        for requirement in requirements
    )


def _scopes(operation: Operation, api: Api) -> tuple[str, ...] | None:
    requirements = api.security if operation.security is None else operation.security
    uses = [
        use
        for requirement in requirements
        for use in requirement.schemes
        if isinstance(api.security_schemes.get(use.key), OAuth2)
    ]
    if not uses:
        return None
    return tuple(dict.fromkeys(scope for use in uses for scope in use.scopes))


def _behaviour(operation: Operation, types: LazyTypes) -> Iterator[Code]:
    if operation.servers:
        yield keyword("servers", servers_source(operation.servers, types))
    if operation.retries is not None:
        yield keyword("retries", retries_source(operation.retries, types))
    if operation.timeout is not None:
        yield keyword("timeout_ms", str(operation.timeout))
    if operation.pagination is not None:
        yield keyword("pagination", _pagination(operation, operation.pagination, types))
    wrapper = wrapper_source(operation, types)
    if wrapper is not None:
        yield keyword("wrapper", wrapper)
    python = types.scope.settings.python
    if not python.client_server_status_codes_as_errors:
        yield keyword("raises", "False")
    validation = _VALIDATION.get(python.response_schema_validation, "strict")
    if validation != "strict":
        yield keyword("validation", text_literal(validation))


def servers_source(servers: tuple[Server, ...], types: LazyTypes) -> Code:
    """Return the tuple of servers."""
    return tuple_of(_server(server, types) for server in servers)


def _server(server: Server, types: LazyTypes) -> Code:
    items = [keyword("url", text_literal(server.url))]
    if server.id:
        items.append(keyword("id", text_literal(server.id)))
    if server.variables:
        variables = text_pairs((one.name, one.default) for one in server.variables)
        items.append(keyword("variables", variables))
    return call(types.use(OPERATION_MODULE, "Server"), *items)


def retries_source(policy: RetryPolicy, types: LazyTypes) -> Code:
    """Return the document's advice on retries."""
    return call(
        types.use(OPERATION_MODULE, "Retries"),
        keyword("strategy", text_literal(policy.strategy)),
        keyword("statuses", tuple_of(map(text_literal, policy.status_codes))),
        keyword("connection_errors", str(policy.retry_connection_errors)),
        keyword("initial_interval", str(policy.initial_interval)),
        keyword("max_interval", str(policy.max_interval)),
        keyword("exponent", repr(policy.exponent)),
        keyword("max_elapsed_time", str(policy.max_elapsed_time)),
    )


def _pagination(operation: Operation, pagination: Pagination, types: LazyTypes) -> Code:
    inputs = [_page_input(operation, one, types) for one in pagination.inputs]
    items = [keyword("kind", text_literal(pagination.kind))]
    if inputs:
        items.append(keyword("inputs", tuple_of(inputs)))
    for name, path in (
        ("results", pagination.results),
        ("page_count", pagination.page_count),
        ("next_cursor", pagination.next_cursor),
        ("next_url", pagination.next_url),
    ):
        if path:
            items.append(keyword(name, text_literal(path)))
    if not types.scope.settings.python.fix_flags.async_pagination_sep_2025:
        items.append(keyword("async_next", "False"))
    return call(types.use(OPERATION_MODULE, "Pagination"), *items)


def _page_input(
    operation: Operation, page_input: PaginationInput, types: LazyTypes
) -> Code:
    argument, field = _place(operation, page_input, types)
    items = [
        keyword("role", text_literal(page_input.role)),
        keyword("argument", text_literal(argument)),
    ]
    if field:
        items.append(keyword("field", text_literal(field)))
    return call(types.use(OPERATION_MODULE, "PageInput"), *items)


def _place(
    operation: Operation, page_input: PaginationInput, types: LazyTypes
) -> tuple[str, str]:
    """Return the argument that holds a page input, and the field inside of it."""
    scope = types.scope
    flattening = flattening_of(operation, scope.api, scope.settings)
    if page_input.location == "requestBody":
        if _has_field(flattening, page_input.name):
            return scope.names.argument(operation.id, "body", page_input.name), ""
        return body_argument(operation, flattening.shape, scope), page_input.name
    names = argument_names(operation, types)
    for one in operation.parameters:
        if one.name == page_input.name:
            return names[f"{one.location.value}:{one.name}"], ""
    return page_input.name, ""


def _has_field(flattening: Flattening, name: str) -> bool:
    return flattening.body is not None and any(
        one.name == name for one in flattening.body.properties
    )
