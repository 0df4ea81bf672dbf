"""The pass that puts an operation together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sdkloom.document.grammar import METHODS
from sdkloom.document.node import Node
from sdkloom.document.pointer import join
from sdkloom.graph.bodies import other_bodies, read_body
from sdkloom.graph.groups import groups_of, read_docs
from sdkloom.graph.pagination import read_pagination
from sdkloom.graph.parameters import Key, read_parameters
from sdkloom.graph.reading import Reading
from sdkloom.graph.responses import read_responses
from sdkloom.graph.retries import read_retries
from sdkloom.graph.security import read_requirements
from sdkloom.graph.servers import read_servers
from sdkloom.graph.values import flag, text, texts, whole
from sdkloom.ir.api import Tag
from sdkloom.ir.bodies import RequestBody
from sdkloom.ir.operations import Operation, UsageExample
from sdkloom.ir.parameters import Location, Parameter, Style
from sdkloom.ir.security import SecurityScheme
from sdkloom.ir.types import Scalar, ScalarKind

_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+\Z").match  # RFC 9110, 9.1
_VARIABLE = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What all operations of a document have in common."""

    globals: Mapping[Key, Parameter]
    schemes: Mapping[str, SecurityScheme]
    tags: Mapping[str, Tag]
    renamed: tuple[tuple[re.Pattern[str], str], ...] = ()


def read_operations(
    reading: Reading, paths: Node, shared: Shared
) -> Iterator[Operation]:
    """Yield every operation that the document does not tell us to ignore, in its order.

    After them come those for further kinds of bodies, so that they take nobody's name.
    """
    more: list[Operation] = []
    for path, node in paths.items():
        if path.startswith("x-"):
            continue
        path_item = node.resolved()
        for method, operation in _methods(reading, path_item):
            if reading.marked(operation, "ignore") or reading.marked(
                path_item, "ignore"
            ):
                continue
            id = join(node.pointer, *_steps(path_item, operation))
            read = read_operation(
                reading,
                path_item,
                operation,
                shared,
                id=id,
                method=method,
                path=path.partition("#")[0] or path,
            )
            yield read
            more += _with_other_bodies(reading, operation, read)
    yield from more


def _with_other_bodies(
    reading: Reading, node: Node, operation: Operation
) -> Iterator[Operation]:
    """Yield an operation once for each kind of body that takes other arguments."""
    bodies = other_bodies(reading, node / "requestBody", operation.body, operation.id)
    for id, word, body in bodies:
        yield replace(
            operation,
            id=id,
            operation_id=f"{operation.operation_id}_as_{word}",
            name=f"{operation.name}_as_{word}",
            body=body,
            body_note=f"Sends {body.contents[0].media_type}.",
            usage_example=None,
        )


def _methods(reading: Reading, path_item: Node) -> Iterator[tuple[str, Node]]:
    for key, node in path_item.items():
        if key in METHODS and isinstance(node.value, dict):
            yield key.upper(), node
        elif key == "additionalOperations":
            for name, item in node.items():
                if not isinstance(item.value, dict):
                    continue
                if _TOKEN(name):
                    yield name, item
                    continue
                reading.diagnostics.unsupported(
                    "method-name",
                    item.pointer,
                    f"no request can have the method {name!r}; the operation is left out",
                    on_key=True,
                )


def _steps(path_item: Node, operation: Node) -> tuple[str, ...]:
    """Return the keys from a path to its operation, even if the path item is shared."""
    nested = path_item / "additionalOperations" / operation.key
    is_nested = nested.pointer == operation.pointer
    return ("additionalOperations", operation.key) if is_nested else (operation.key,)


def read_operation(
    reading: Reading,
    path_item: Node,
    node: Node,
    shared: Shared,
    *,
    id: str,
    method: str,
    path: str,
) -> Operation:
    """Return one operation, without the schemas that are made for it."""
    written = text(node, "operationId")
    operation_id = written if written.strip() else ""
    body = read_body(reading, node / "requestBody", id)
    parameters = read_parameters(reading, path_item, node, shared.globals, id)
    parameters = _checked(reading, node, parameters, path)
    groups, from_tag = groups_of(reading, path_item, node, shared.tags)
    return Operation(
        id=id,
        operation_id=operation_id or f"{method.lower()}_{path}",
        has_operation_id=bool(operation_id),
        name=_name(reading, node, shared, operation_id) or f"{method.lower()}_{path}",
        groups=groups,
        group_from_tag=from_tag,
        method=method,
        path=path,
        parameters=parameters,
        body=body,
        responses=read_responses(reading, path_item, node, id, method),
        summary=text(node, "summary") or text(path_item, "summary"),
        description=text(node, "description") or text(path_item, "description"),
        body_note=_body_note(body),
        docs=read_docs(node),
        tags=texts(node, "tags"),
        security=read_requirements(reading, node, shared.schemes),
        servers=read_servers(reading, node) or read_servers(reading, path_item),
        pagination=read_pagination(reading, node, parameters),
        retries=read_retries(reading, node),
        timeout=_number(reading, node, "timeout"),
        max_method_params=_number(reading, node, "max-method-params"),
        usage_example=_usage_example(reading, node),
        deprecated=flag(node, "deprecated"),
        deprecation_message=reading.note(node, "deprecation-message"),
        deprecation_replacement=reading.note(node, "deprecation-replacement"),
    )


def _body_note(body: RequestBody | None) -> str:
    """Return in which media types an operation can be told to send, "" if there is but one."""
    others = [one.media_type for one in body.contents[1:]] if body else []
    if body is None or not others:
        return ""
    return (
        f"Sends {body.contents[0].media_type}; "
        f"or {' or '.join(others)}, if `http_headers` has that as `Content-Type`."
    )


def _number(reading: Reading, node: Node, name: str) -> int | None:
    extended = reading.extended(node, name)
    key = extended.key
    return whole(node, key) if extended else None


def _name(reading: Reading, node: Node, shared: Shared, operation_id: str) -> str:
    """Return the word for the method: its own, else one given by pattern, else its id."""
    override = reading.note(node, "name-override")
    if override:
        return override
    for pattern, name in shared.renamed:
        if operation_id and pattern.search(operation_id):
            return name
    return operation_id


def _usage_example(reading: Reading, node: Node) -> UsageExample | None:
    said = reading.extended(node, "usage-example")
    if said.value is True:
        return UsageExample()
    if not isinstance(said.value, dict):
        return None
    return UsageExample(
        title=text(said, "title"),
        description=text(said, "description"),
        position=whole(said, "position") or 0,
    )


def _checked(
    reading: Reading, node: Node, parameters: tuple[Parameter, ...], path: str
) -> tuple[Parameter, ...]:
    """Return the parameters that the path has room for, and a string for each it lacks."""
    wanted = dict.fromkeys(_VARIABLE.findall(path))
    kept = []
    for parameter in parameters:
        if parameter.location is Location.PATH and parameter.name not in wanted:
            reading.diagnostics.warning(
                "path-parameter-unused",
                parameter.pointer,
                f"the path {path!r} has no place for {parameter.name!r}",
            )
            continue
        kept.append(parameter)
    declared = {item.name for item in parameters if item.location is Location.PATH}
    for name in wanted:
        if name not in declared:
            reading.diagnostics.warning(
                "path-parameter-missing",
                node.pointer,
                f"no parameter is declared for {name!r} of the path: it is taken for a string",
                hint=f'add a parameter with "name: {name}" and "in: path"',
                on_key=True,
            )
            kept.append(_undeclared(name, node))
    return tuple(kept)


def _undeclared(name: str, node: Node) -> Parameter:
    return Parameter(
        name=name,
        location=Location.PATH,
        type=Scalar(kind=ScalarKind.STRING),
        required=True,
        style=Style.SIMPLE,
        explode=False,
        pointer=node.pointer,
    )
