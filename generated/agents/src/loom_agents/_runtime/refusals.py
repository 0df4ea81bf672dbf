"""Calls that nothing was sent for: their errors are the SDK's, and what was raised as well.

An argument that does not fit is a ValueError, or pydantic's ValidationError, and a file that is not
there an OSError; `except` finds it under either name, or under the base error.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .clients import ClientClosed
from .errors import BaseError, joined, no_reply
from .values import ArgumentError

if TYPE_CHECKING:
    from .configuration import SDKConfiguration
    from .operation import Operation

NAME = "ArgumentError"


def refusal(
    config: SDKConfiguration, operation: Operation[Any, Any], failure: Exception
) -> Exception:
    """Return the SDK's error for a call that cannot be sent.

    Failures of other kinds, and of classes of the user's own, are what they are.
    """
    from .replies import explained

    library = import_module(config.api.http_library)
    expected = (ValueError, OSError, ClientClosed, library.InvalidURL)
    if not isinstance(failure, expected) or not _is_known(type(failure), library):
        return failure
    request = _request(library, config, operation)
    arguments = details(failure) if hasattr(failure, "error_count") else ()
    cls = _class(config, failure)
    error = no_reply(cls, explained(failure), request, arguments)
    error.operation_id = operation.id
    error.__cause__ = failure
    for name in ("errno", "strerror", "filename", "filename2"):
        if getattr(failure, name, None) is not None:
            setattr(error, name, getattr(failure, name))
    return error


def details(failure: Any, *, bare: bool = False) -> tuple[Any, ...]:
    """Return what a ValidationError of pydantic is made of; `bare` leaves out what was given."""
    lines = [_line(one, bare) for one in failure.errors(include_url=False)]
    return failure.title, lines, "python", True


def _line(found: dict[str, Any], bare: bool) -> dict[str, Any]:
    from pydantic_core import PydanticCustomError, PydanticKnownError

    line = {"loc": found["loc"], "input": None if bare else found["input"]}
    context = found.get("ctx") or {}
    try:
        if not bare:
            PydanticKnownError(found["type"], context)
            return {**line, "type": found["type"], "ctx": context}
    except (KeyError, TypeError, ValueError):
        pass  # a kind of the document's own
    return {**line, "type": PydanticCustomError(found["type"], found["msg"])}


def _is_known(kind: type, library: Any) -> bool:
    home = kind.__module__.partition(".")[0]
    known = ("builtins", "pydantic_core", library.__name__)
    return home in known or issubclass(kind, (ArgumentError, ClientClosed))


def _class(config: SDKConfiguration, failure: Exception) -> type[BaseError]:
    """Return the class that is the base error's and the failure's, as far as that can be."""
    errors, kind = config.api.errors(), type(failure)
    if kind is ClientClosed:
        return joined(errors.no_response, RuntimeError)
    if isinstance(failure, UnicodeError):  # is made of five values
        kind = ValueError
    return joined(errors.base, kind, NAME)


def _request(library: Any, config: SDKConfiguration, operation: Any) -> Any:
    """Return a request to the operation's address, as far as it is known."""
    from .servers import base_url

    try:
        url = base_url(config, operation.servers, None) + operation.path
        return library.Request(operation.method, url)
    except (ValueError, library.InvalidURL):
        return library.Request(operation.method, "/")
