"""What a call can raise: one hierarchy, under the base error of the SDK.

The SDK prints its own classes on top of `BaseError`: the base error, the default error, the error
for replies that do not fit, the error for calls that got no reply, and one for each documented
error. A call that got no reply raises a class that is also the http library's own, so that
`except httpx.TimeoutException` catches it as well.
"""

from __future__ import annotations

import sys

from .constant import constant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional

    import httpx

BODY_LIMIT = 1000
"""How many characters of a body a message shows."""

_REQUEST_IDS = ("x-request-id", "request-id", "x-amzn-requestid", "x-correlation-id")


@constant
class ErrorClasses:
    """The classes that an SDK gives its errors."""

    base: type[BaseError]
    default: type[BaseError]
    """For statuses that the document does not type."""
    validation: type[BaseError]
    """For replies that are not what the document says."""
    no_response: type[BaseError]
    """For connections that failed, and time that ran out."""


class BaseError(Exception):
    """The base of an SDK's errors.

    `str()` tells the operation, the status, the request id and the beginning of the body; `body`
    and `raw_response` hold all of it. An error without a reply has the status 0.
    """

    message: str
    status_code: int
    body: str
    headers: httpx.Headers
    raw_response: httpx.Response
    operation_id: str = ""

    def __init__(
        self, message: str, raw_response: httpx.Response, body: Optional[str] = None
    ) -> None:
        # The server's own words are whatever it has put where a text belongs.
        self.message = message if isinstance(message, str) else str(message)
        super().__init__(self.message)
        self.status_code = raw_response.status_code
        self.body = text_of(raw_response) if body is None else body
        self.headers = raw_response.headers
        self.raw_response = raw_response

    @property
    def cause(self) -> Optional[BaseException]:
        """The error behind this one: of the connection, or of validation."""
        return self.__cause__

    @property
    def request_id(self) -> Optional[str]:
        """The server's name for the request, to quote in a question to its makers."""
        return request_id_of(self.headers)

    def __str__(self) -> str:
        parts = [self._subject()]
        if self.status_code:
            parts.append(f"{self.status_code} {self._reason()}".strip())
        if self.message:
            parts.append(shortened(self.message))
        text = ": ".join(part for part in parts if part)
        identifier = self.request_id
        return f"{text} (request id {identifier})" if identifier else text

    def _reason(self) -> str:
        """Return the server's reason, which the http library's reply loses when it is pickled."""
        kept: Optional[str] = self.__dict__.get("_kept_reason")
        return self.raw_response.reason_phrase if kept is None else kept

    def _subject(self) -> str:
        request = getattr(self.raw_response, "_request", None)
        if request is None:
            return self.operation_id
        target = f"{request.method} {request.url.path}"
        return f"{self.operation_id} ({target})" if self.operation_id else target

    def __reduce__(self) -> Any:
        state = {**self.__dict__, "_kept_reason": self._reason()}
        state["raw_response"] = _without_secrets(self.raw_response)
        state["headers"] = state["raw_response"].headers
        return _restore, (_importable(type(self)), _bare_arguments(self), state)


def request_id_of(headers: httpx.Headers) -> Optional[str]:
    """Return the server's name for a request, None where a reply gives it none."""
    found = (headers.get(name) for name in _REQUEST_IDS)
    return next((value for value in found if value), None)


def shortened(text: str, limit: int = BODY_LIMIT) -> str:
    """Cut a text to what a message shows."""
    return text if len(text) <= limit else f"{text[:limit]}... ({len(text)} characters)"


def text_of(response: httpx.Response) -> str:
    """Return the body of a reply as text, whatever bytes it is made of; "" if it was not read."""
    if not hasattr(response, "_content"):
        return ""
    try:
        return response.text
    except (
        Exception
    ):  # a character set that a server names may be any codec of Python's
        return response.content.decode("utf-8", errors="replace")


def connection_error(
    base: type[BaseError], failure: Exception, request: httpx.Request
) -> BaseError:
    """Return an SDK's error for a call that got no reply, as a class that is also `failure`'s."""
    name = type(failure).__name__
    # What the http library lets through of the library below it is one of its own by name.
    kind = getattr(library_of(request), name, type(failure))
    if is_named(failure, "StreamError"):  # has no message of its own
        kind = RuntimeError
    message = f"{name}: {failure}" if str(failure) else name
    error = no_reply(joined(base, kind), message, request)
    error.__cause__ = failure
    return error


def no_reply(
    cls: type[BaseError],
    message: str,
    request: httpx.Request,
    arguments: tuple[Any, ...] = (),
) -> BaseError:
    """Make an error without a reply; it keeps nothing of the request but method and address.

    `arguments` are what the class behind it is made of, where that is not the message.
    """
    library = library_of(request)
    bare = _bare_request(library, request)
    error: BaseError = _instance(cls, arguments or (message,))
    BaseError.__init__(error, message, library.Response(0, request=bare), "")
    error.__dict__["_request"] = bare
    return error


def library_of(value: Any) -> Any:
    """Return the http library that a request or a reply is of."""
    for cls in type(value).__mro__:
        library = sys.modules.get(cls.__module__.partition(".")[0])
        if hasattr(library, "Response") and hasattr(library, "Request"):
            return library
    import httpx

    return httpx


def is_named(error: Optional[BaseException], *names: str) -> bool:
    """Tell whether an error is of one of these classes, of whichever http library they are."""
    return any(cls.__name__ in names for cls in type(error).__mro__)


_MAKE = "from_exception_data"
"""How pydantic's error is made, which has no constructor."""

_JOINED: dict[tuple[type, type, str], type[BaseError]] = {}


def joined(
    base: type[BaseError], kind: type[Exception], name: str = ""
) -> type[BaseError]:
    """Return the class that is both an SDK's error and the class of what is behind it."""
    key = (base, kind, name)
    made = _JOINED.get(key)
    if made is None:
        namespace: dict[str, Any] = {
            "__module__": base.__module__,
            "__doc__": base.__doc__,
        }
        if hasattr(kind, _MAKE):
            namespace |= {"__init__": _leave}
        try:
            made = type(name or base.__name__, (base, kind), namespace)
        except TypeError:  # the failure's class has a layout of its own, or no heirs
            is_value = issubclass(kind, ValueError)
            made = joined(base, ValueError, name) if is_value else base
        _JOINED[key] = made
    return made


def _leave(error: BaseError, *arguments: Any) -> None:
    """Do nothing: the maker of pydantic's error calls it, and `no_reply` says what it is."""


def _instance(cls: Any, arguments: tuple[Any, ...]) -> Any:
    make = getattr(cls, _MAKE, None)
    return cls.__new__(cls, *arguments) if make is None else make(*arguments)


def _importable(cls: type) -> tuple[Any, ...]:
    """Name a class by classes that pickle can import."""
    keys = [key for key, made in _JOINED.items() if made is cls]
    return keys[0] if keys else (cls,)


def _bare_arguments(error: BaseError) -> tuple[Any, ...]:
    """Return what an error is made of again: of arguments that did not fit, no value."""
    if not hasattr(error, "error_count"):
        return error.args
    from .refusals import details

    return details(error, bare=True)


def _restore(
    classes: tuple[Any, ...], arguments: tuple[Any, ...], state: dict[str, Any]
) -> Any:
    cls = classes[0] if len(classes) == 1 else joined(*classes)
    error = _instance(cls, arguments)
    error.args = (state["message"],)
    error.__dict__.update(state)
    return error


def _bare_request(library: Any, request: httpx.Request) -> Any:
    url = str(request.url.copy_with(query=None, fragment=None, userinfo=b""))
    return library.Request(request.method, url)


def _without_secrets(response: httpx.Response) -> httpx.Response:
    """Return a copy of a reply that can be pickled: its request has no header and no query."""
    library = library_of(response)
    headers = [
        (name, value)
        for name, value in response.headers.multi_items()
        if name.lower() not in ("set-cookie", "content-encoding", "transfer-encoding")
    ]
    request = getattr(response, "_request", None)
    copy: httpx.Response = library.Response(
        response.status_code,
        headers=headers,
        content=getattr(response, "_content", b""),
        request=None if request is None else _bare_request(library, request),
    )
    return copy
