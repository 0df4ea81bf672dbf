"""Docstrings of groups and methods: what the document says, and what each argument means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from sdkloom.ir.api import Api
from sdkloom.ir.operations import Operation
from sdkloom.targets.python.arguments import Argument
from sdkloom.targets.python.docstrings import docstring
from sdkloom.targets.python.names_table import Names

TAIL_TEXTS = {
    "retries": "How to retry this call, instead of what the client says.",
    "server_url": "The URL of the server to call, instead of the client's.",
    "timeout_ms": "How many milliseconds to wait for the server.",
    "http_headers": "Headers to send beside the others; they win over those of the same name.",
    "extra_headers": "Headers to send beside the others; they win over those of the same name.",
    "extra_query": "Query parameters to send beside the others; they win over those of the same name.",
    "extra_body": "Properties to send in the JSON body beside the others; they win over those of the same name.",
    "accept_header_override": "The media type to ask for.",
}


# A method and its asynchronous twin say the same, one right after the other.
@lru_cache(maxsize=100)
def quoted(text: str, *, indent: int) -> str:
    """Return a docstring with its quotes, every line but the first indented; "" for no text."""
    body = docstring(text, indent=indent)
    if not body:
        return ""
    space = " " * indent
    first, *rest = body.split("\n")
    lines = [first, *(space + line if line else "" for line in rest)]
    if rest and not rest[-1]:
        lines[-1] = space
    inside = "\n".join(lines)
    return f'"""{inside}"""'


def method_docstring(
    operation: Operation, arguments: Iterable[Argument], tail: Iterable[tuple[str, str]]
) -> str:
    """Return the docstring of a method: its summary, its description, a line per argument."""
    parts = [operation.summary.strip(), _further(operation), operation.body_note]
    parts.append(_deprecation(operation))
    fields = [_field(one.name, _described(one.description, one)) for one in arguments]
    fields += [_field(name, text) for name, text in tail]
    parts.append("\n".join(fields))
    return "\n\n".join(part for part in parts if part)


def _further(operation: Operation) -> str:
    description = operation.description.strip()
    return "" if description == operation.summary.strip() else description


def _deprecation(operation: Operation) -> str:
    return f"Deprecated: {deprecation(operation)}" if operation.deprecated else ""


def with_replacement(operation: Operation, api: Api, names: Names) -> Operation:
    """Return an operation that names the method to use instead, and not that one's operation id."""
    wanted = operation.deprecation_replacement
    if not wanted:
        return operation
    for one in api.operations:
        if one.operation_id == wanted and one.id in names.methods:
            return replace(operation, deprecation_replacement=names.method(one.id))
    return operation


def deprecation(operation: Operation) -> str:
    """Return the sentence that says why an operation should not be called."""
    message = operation.deprecation_message.strip() or (
        "This will be removed in a future release, please migrate away from it as soon"
        " as possible."
    )
    if operation.deprecation_replacement:
        message += f" Use {operation.deprecation_replacement} instead."
    return message


def _described(description: str, argument: Argument) -> str:
    if not argument.deprecated:
        return description
    note = argument.deprecation_message.strip() or "do not use it in new code."
    return f"Deprecated: {note} {description}".strip()


def _field(name: str, description: str) -> str:
    # A blank line would end the field for the tools that read them.
    lines = [line.strip() for line in description.strip().splitlines()]
    text = "\n".join(line for line in lines if line)
    return f":param {name}: {text}".rstrip()
