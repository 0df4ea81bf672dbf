"""An example call as a program that runs: imports, a client, the call, what to do with the reply."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import Enum

from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import ObjectSchema
from sdkloom.ir.types import Json
from sdkloom.targets.docs.clients import (
    EXAMPLE_SERVER,
    client_arguments,
    needs_server,
    security_argument,
)
from sdkloom.targets.docs.expressions import Expression, Source, lay_out, needs_of
from sdkloom.targets.docs.samples import Sample
from sdkloom.targets.docs.sources import Form, source_of
from sdkloom.targets.docs.streaming import asking
from sdkloom.targets.docs.types import ROOT, Shelf
from sdkloom.targets.python.arguments import Argument, ArgumentSource
from sdkloom.targets.python.literals import text_literal
from sdkloom.targets.python.packages import packages_of
from sdkloom.targets.python.resources import ASYNC_PREFIX
from sdkloom.targets.python.receiving import (
    STREAMS,
    body_field,
    has_empty_success,
    success_contents,
    usual_contents,
    wrapper_schema,
)


class Handling(Enum):
    """What a program does with a reply."""

    NOTHING = "nothing"
    PRINT = "print"
    STREAM = "stream"
    PAGES = "pages"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """An example call. `arguments` are those of the method, `client` those of its client.

    `field` is the part of the reply that holds its body, "" where the reply is the body;
    `is_envelope` says that there is a reply in any case, `may_lack` that there may be none.
    """

    target: str
    handling: Handling
    shelf: Shelf
    arguments: Mapping[str, Expression] = dataclasses.field(default_factory=dict)
    client: Mapping[str, Expression] = dataclasses.field(default_factory=dict)
    field: str = ""
    is_envelope: bool = False
    may_lack: bool = False


def snippet_of(
    operation: Operation,
    arguments: Sequence[Argument],
    sample: Sample,
    target: str,
    shelf: Shelf,
) -> Snippet:
    """Return the example call of an operation that sends what a sample holds."""
    written = {}
    sample, streams = asking(sample, operation, shelf)
    handling = Handling.STREAM if streams else handling_of(operation)
    of_client = {
        (one.location.value, one.name) for one in operation.parameters if one.is_global
    }
    for argument in arguments:
        if argument.source is ArgumentSource.SECURITY:
            written[argument.name] = security_argument(operation, shelf)
            continue
        is_parameter = argument.source is ArgumentSource.PARAMETER
        if is_parameter and (argument.location, argument.wire) in of_client:
            continue
        found, value = _value(argument, operation, sample, shelf)
        if found:
            written[argument.name] = source_of(
                value, argument.type, shelf, Form.ARGUMENT
            )
    return Snippet(
        target=target,
        handling=handling,
        shelf=shelf,
        arguments=written,
        client=client_arguments(operation, shelf, sample.parameters),
        field=_field(operation, handling, shelf),
        is_envelope=shelf.settings.python.response_format != "flat",
        may_lack=has_empty_success(operation),
    )


def _field(operation: Operation, handling: Handling, shelf: Shelf) -> str:
    """Return the field of an envelope that the program looks into: the body that comes most likely."""
    contents = usual_contents(operation)
    streams = handling is Handling.STREAM
    wanted = [one for one in contents if one.encoding in STREAMS]
    if not streams:
        wanted = [one for one in contents if one not in wanted] or list(contents)
    for content in wanted:
        found = body_field(operation, content, shelf.api, shelf.names)
        return found or (_result(operation, shelf) if streams else "")
    return ""


def _result(operation: Operation, shelf: Shelf) -> str:
    """Return the field of a value that is handed out together with typed headers."""
    schema = wrapper_schema(operation, shelf.api)
    names = [one.name for one in schema.properties] if schema is not None else []
    if schema is None or "result" not in names:
        return ""
    return shelf.names.field(schema.id, "result")


def handling_of(operation: Operation) -> Handling:
    """Return what is done with an operation's reply, if it is asked for as a whole."""
    contents = success_contents(operation)
    if not contents:
        return Handling.NOTHING
    if all(content.encoding in STREAMS for content in contents):
        return Handling.STREAM
    return Handling.PAGES if operation.pagination else Handling.PRINT


def program(snippet: Snippet, *, asynchronous: bool = False) -> str:
    """Return a whole program; the asynchronous one has a `main` that runs its call."""
    kinds = (asynchronous,)
    head = import_lines(
        snippet, extra=("asyncio",) if asynchronous else (), asynchronous=kinds
    )
    body = with_block(snippet, asynchronous=asynchronous)
    if not asynchronous:
        return "\n".join([*head, "", "", *body])
    inside = [f"    {line}" if line else "" for line in body]
    return "\n".join(
        [*head, "", "async def main():", "", *inside, "", "asyncio.run(main())"]
    )


def with_block(snippet: Snippet, *, asynchronous: bool = False) -> list[str]:
    """Return the lines that open the client, call the method and handle its reply."""
    lines = client_lines(snippet, asynchronous=asynchronous)
    call = call_text(snippet, 4, asynchronous=asynchronous)
    handled = handling_lines(snippet, asynchronous=asynchronous)
    nothing = snippet.handling is Handling.NOTHING and not snippet.is_envelope
    result = "" if nothing else "res = "
    text = "\n".join([*lines, "", f"    {result}{call}", "", *handled])
    return text.split("\n")


def client_lines(snippet: Snippet, *, asynchronous: bool = False) -> list[str]:
    """Return the `with` statement that opens the client."""
    name = snippet.shelf.names.client
    start = "async with" if asynchronous else "with"
    written = [f"    {text}," for text in client_entries(snippet)]
    opening = f"{start} {client_class(snippet.shelf, asynchronous=asynchronous)}("
    closing = f") as {name.variable}:"
    if not written:
        return [opening + closing]
    return "\n".join([opening, *written, closing]).split("\n")


def is_split(shelf: Shelf) -> bool:
    """Whether async methods have the names of the others, and a client of their own."""
    return shelf.settings.python.async_mode == "split"


def client_class(shelf: Shelf, *, asynchronous: bool = False) -> str:
    """Return the class of the client that has the methods of one kind."""
    prefix = ASYNC_PREFIX if asynchronous and is_split(shelf) else ""
    return prefix + shelf.names.client.class_name


def client_text(snippet: Snippet) -> str:
    """Return the expression that makes the client."""
    name = snippet.shelf.names.client.class_name
    return f"{name}({', '.join(client_entries(snippet))})"


def try_program(snippet: Snippet, need: str, handlers: Sequence[str]) -> str:
    """Return a program that makes its call in a `try` block with these handlers."""
    noted = Source("", (need,))
    head = import_lines(
        replace(snippet, arguments={**snippet.arguments, "": noted}),
    )
    opened = len(client_lines(snippet))
    lines = with_block(snippet)
    inside = [f"    {line}" if line else "" for line in lines[opened:]]
    text = [*lines[:opened], "    try:", *inside, *handlers]
    return "\n".join([*head, "", "", *text])


def client_entries(snippet: Snippet) -> list[str]:
    """Return the arguments of the client, as they are written between its brackets."""
    shelf = snippet.shelf
    given = "server_url" in snippet.client
    server = [text_literal(EXAMPLE_SERVER)] if needs_server(shelf) and not given else []
    return [
        *server,
        *(f"{name}={lay_out(one, 4)}" for name, one in snippet.client.items()),
    ]


def call_text(snippet: Snippet, indent: int, *, asynchronous: bool = False) -> str:
    """Return the call, its arguments on one line but for lists and dicts."""
    arguments = ", ".join(
        f"{name}={lay_out(value, indent)}" for name, value in snippet.arguments.items()
    )
    if asynchronous:
        target = snippet.target
        if not is_split(snippet.shelf):
            target = f"{target.rstrip('_')}_async"
        return f"await {target}({arguments})"
    return f"{snippet.target}({arguments})"


def handling_lines(snippet: Snippet, *, asynchronous: bool = False) -> list[str]:
    """Return the lines that use the reply; a body in an envelope may not be there."""
    word = "async " if asynchronous else ""
    flags = snippet.shelf.settings.python.fix_flags
    wait = "await " if asynchronous and flags.async_pagination_sep_2025 else ""
    value = f"res.{snippet.field}" if snippet.field else "res"
    streams = snippet.handling is Handling.STREAM
    known = [f"    assert {value} is not None", ""] if snippet.is_envelope else []
    if streams and snippet.may_lack and not snippet.is_envelope:
        known = ["    assert res is not None", ""]
    match snippet.handling:
        case Handling.NOTHING if snippet.is_envelope:
            return [*known, "    # Handle response", "    print(res)", ""]
        case Handling.NOTHING:
            return ["    # Use the SDK ...", ""]
        case Handling.PRINT:
            return [*known, "    # Handle response", f"    print({value})", ""]
        case Handling.STREAM:
            return [
                *known,
                f"    {word}with {value} as event_stream:",
                f"        {word}for event in event_stream:",
                "            # handle event",
                "            print(event, flush=True)",
                "",
            ]
        case Handling.PAGES:
            return [
                "    while res is not None:",
                "        # Handle items",
                "",
                f"        res = {wait}res.next()",
                "",
            ]


def import_lines(
    snippet: Snippet,
    extra: Sequence[str] = (),
    asynchronous: Sequence[bool] = (False,),
) -> list[str]:
    """Return the imports of a snippet, sorted by module.

    `extra` names whole modules, `asynchronous` the kinds of calls that the snippet has.
    """
    needs = needs_of(snippet.arguments) | needs_of(snippet.client)
    kinds = [client_class(snippet.shelf, asynchronous=one) for one in asynchronous]
    clients = tuple(dict.fromkeys(kinds))
    return needed_imports(needs.union(extra), snippet.shelf, *clients)


def needed_imports(needs: Set[str], shelf: Shelf, *clients: str) -> list[str]:
    """Return the import lines for names that are needed, sorted by module."""
    found: dict[str, list[str]] = {}
    if clients:
        found["{}"] = [*clients]
    for need in sorted(needs):
        if need in _IMPORTS:
            found.setdefault(_IMPORTS[need], []).append(need)
        elif need.startswith(".") and need != ROOT:
            item = packages_of(shelf.settings).imported(need[1:])
            name = f"{item.name} as {item.alias}" if item.alias else item.name
            parent = "{}" + item.module.rstrip(".")
            found.setdefault(parent, []).append(name)
    package = shelf.settings.python.module
    lines = [
        (module.replace("{}", package), ", ".join(sorted(names, key=str.lower)))
        for module, names in found.items()
    ]
    written = [(package, f"import {package}")] if ROOT in needs else []
    written += [(module, f"from {module} import {names}") for module, names in lines]
    written += [(need, f"import {need}") for need in _MODULES if need in needs]
    return [text for _, text in sorted(written, key=lambda one: one[0].lower())]


_MODULES = ("asyncio", "httpx", "httpx2", "io", "logging", "os")
_IMPORTS = {
    "parse_datetime": "{}.utils",
    "BackoffStrategy": "{}.utils",
    "RetryConfig": "{}.utils",
    "save": "{}.utils.downloads",
    "Nullable": "{}.types",
    "OptionalNullable": "{}.types",
    "UNSET": "{}.types",
    "date": "datetime",
    "datetime": "datetime",
    "timedelta": "datetime",
    "Decimal": "decimal",
    "UUID": "uuid",
    **{
        name: "typing"
        for name in "Any Dict IO Iterable List Literal Mapping Optional Tuple Union".split()
    },
}


def _value(
    argument: Argument, operation: Operation, sample: Sample, shelf: Shelf
) -> tuple[bool, Json]:
    match argument.source:
        case ArgumentSource.PARAMETER:
            key = (argument.location, argument.wire)
            return key in sample.parameters, sample.parameters.get(key)
        case ArgumentSource.BODY_FIELD:
            body = sample.body if isinstance(sample.body, dict) else {}
            return argument.wire in body, body.get(argument.wire)
        case ArgumentSource.REQUEST if not argument.location:
            wrapped = _wrapped(operation, sample, shelf)
            return bool(wrapped) or not argument.has_empty, wrapped
        case _:
            return sample.has_body, sample.body


def _wrapped(operation: Operation, sample: Sample, shelf: Shelf) -> dict[str, Json]:
    """The request object: parameters and body under the names of its properties."""
    assert operation.request_schema is not None
    schema = shelf.api.schemas[operation.request_schema]
    assert isinstance(schema, ObjectSchema)
    found: dict[str, Json] = {}
    on_client = {
        (one.location.value, one.name) for one in operation.parameters if one.is_global
    }
    for one in schema.properties:
        key = (one.location, one.parameter)
        if one.location == "body" and sample.has_body:
            found[one.name] = sample.body
        elif key in sample.parameters and key not in on_client:
            found[one.name] = sample.parameters[key]
    return found
