"""An operation made ready: everything about its requests that does not change from call to call."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Callable, Mapping, Optional

from .matching import STREAMING
from .operation import Operation, Parameter
from .parameters import (
    Writer,
    check_segment,
    cookie_writer,
    header_writer,
    is_absent,
    path_writer,
    query_writer,
)
from .unset import UNSET
from .values import ArgumentError

if TYPE_CHECKING:
    from .bodies import BodyWriter
    from .matching import Match

Values = Mapping[str, Any]

_NAME = re.compile(r"\{([^{}]*)\}")
_LENGTH = "content-length"


class Plan:
    """How the requests of an operation are written, and how its replies are told apart."""

    __slots__ = (
        "body",
        "cookies",
        "headers",
        "length",
        "matches",
        "operation",
        "others",
        "path",
        "query",
        "static_query",
        "streams",
    )

    def __init__(self, operation: Operation[Any, Any]) -> None:
        self.operation = operation
        template = operation.path.partition("#")[0]
        template, _, query = template.partition("?")
        # Without a slash a path would go on with the server's name.
        if template and not template.startswith("/"):
            template = f"/{template}"
        self.path = _path(template, operation.parameters)
        query = _unsaid(query, operation.parameters)
        self.static_query = _path(query, operation.parameters) if query else None
        self.query = _located(
            operation.parameters, ("query", "querystring"), query_writer
        )
        self.headers = _located(operation.parameters, ("header",), header_writer)
        names = [parameter.name for parameter, _, _ in self.headers]
        self.length = next((one for one in names if one.lower() == _LENGTH), "")
        self.cookies = _located(operation.parameters, ("cookie",), cookie_writer)
        self.body: Optional[BodyWriter] = None
        self.others: dict[str, BodyWriter] = {}
        if operation.body is not None:
            from .bodies import body_writer

            self.body = body_writer(operation.body)
            self.others = {
                _name_of(other.media_type): body_writer(other)
                for other in operation.body.others
            }
        self.streams = any(reply.decoder in STREAMING for reply in operation.replies)
        self.matches: dict[tuple[int, str], Match] = {}

    def other_body(self, headers: Mapping[str, str]) -> Optional[BodyWriter]:
        """Return the writer of the media type that a call's own headers name, if it is another."""
        for name, value in headers.items():
            if name.lower() == "content-type":
                return self.others.get(_name_of(value))
        return None

    def target(self, arguments: Values, client_values: Values) -> tuple[str, list[str]]:
        """Return the path of a request, and the pairs of its query."""
        query: list[str] = []
        if self.static_query is not None:
            query.append(self.static_query(arguments, client_values))
        for parameter, key, write in self.query:
            value = _value(parameter, key, arguments, client_values)
            if value is not UNSET:
                write(value, query)
        return self.path(arguments, client_values), query

    def header_values(
        self, arguments: Values, client_values: Values
    ) -> list[tuple[str, str]]:
        """Return the headers that arguments give."""
        found = []
        for parameter, key, write in self.headers:
            value = _value(parameter, key, arguments, client_values)
            if value is not UNSET:
                found.append((parameter.name, write(value)))
        return found

    def cookie_values(self, arguments: Values, client_values: Values) -> list[str]:
        """Return the cookies that arguments give, as `name=value`."""
        found = []
        for parameter, key, write in self.cookies:
            value = _value(parameter, key, arguments, client_values)
            if value is not UNSET:
                found.append(write(value))
        return [text for text in found if text]

    def accept(self, arguments: Values) -> str:
        """Return the Accept header."""
        choice = self.operation.stream_accept
        if choice is None:
            return self.operation.accept
        argument, streamed, whole = choice
        return streamed if arguments.get(argument) else whole


def _name_of(media_type: str) -> str:
    """Return a media type without its parameters, in lower case."""
    return media_type.partition(";")[0].strip().lower()


def _unsaid(query: str, parameters: tuple[Parameter, ...]) -> str:
    """Return what stands in the query of a template without the variables that parameters write."""
    named = {f"{{{one.name}}}" for one in parameters if one.location == "query"}
    pairs = query.split("&")
    return "&".join(pair for pair in pairs if pair.partition("=")[2] not in named)


def _located(
    parameters: tuple[Parameter, ...],
    locations: tuple[str, ...],
    writer: Callable[[Parameter], Any],
) -> tuple[tuple[Parameter, str, Any], ...]:
    return tuple(
        (parameter, parameter.argument or parameter.name, writer(parameter))
        for parameter in parameters
        if parameter.location in locations
    )


def _value(
    parameter: Parameter, key: str, arguments: Values, client_values: Values
) -> Any:
    """Return the value of a parameter: the call's, else the client's, else UNSET."""
    value = arguments.get(key, UNSET)
    if not is_absent(value, parameter):
        return value
    if parameter.is_global:
        value = client_values.get(parameter.global_name or key)
        if not is_absent(value):
            return value
    if parameter.required:
        raise ArgumentError(f"{key!r} is required")
    return UNSET


def _path(
    template: str, parameters: tuple[Parameter, ...]
) -> Callable[[Values, Values], str]:
    """Return the function that fills the variables of a path."""
    by_name = {
        parameter.name: parameter
        for parameter in parameters
        if parameter.location == "path"
    }
    pieces: list[tuple[str, Optional[Parameter], str, Optional[Writer]]] = []
    end = 0
    for found in _NAME.finditer(template):
        parameter = by_name.get(found.group(1))
        if parameter is None:
            continue
        literal = template[end : found.start()]
        key = parameter.argument or parameter.name
        pieces.append((literal, parameter, key, path_writer(parameter)))
        end = found.end()
    tail = template[end:]
    if not pieces:
        return lambda arguments, client_values: tail

    def fill(arguments: Values, client_values: Values) -> str:
        path = ""
        for literal, parameter, key, write in pieces:
            assert parameter is not None and write is not None
            value = arguments.get(key)
            if value is None and parameter.is_global:
                value = client_values.get(parameter.global_name or key)
            path += literal + write(value)
        path += tail
        return check_segment(path, template) if "/." in path else path

    return fill


_PLANS: dict[Operation[Any, Any], Plan] = {}


def plan_for(operation: Operation[Any, Any]) -> Plan:
    """Return the plan of an operation, made when it is first called."""
    plan = _PLANS.get(operation)
    if plan is None:
        plan = _PLANS[operation] = Plan(operation)
    return plan


def arguments_of(operation: Operation[Any, Any], arguments: Values) -> Values:
    """Return the arguments of a call; those of a request object are its fields."""
    if operation.request is None:
        return arguments
    value = arguments.get(operation.request_argument)
    if value is None or value is UNSET:
        value = {}
    from .models import adapter_for

    model = adapter_for(operation.request()).validate_python(value)
    fields = {name: getattr(model, name) for name in type(model).__pydantic_fields__}
    rest = {
        name: given
        for name, given in arguments.items()
        if name != operation.request_argument
    }
    return {**fields, **rest}
