"""Replies turned into values or errors, once it is known what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Optional

from .errors import BaseError, ErrorClasses, shortened, text_of
from .operation import ErrorReply, Operation, Reply

if TYPE_CHECKING:
    import httpx

    from .exchange import Exchange

    Reader = Callable[[Exchange, httpx.Response], Any]

_REASONS_SHOWN = 5
_BOM = b"\xef\xbb\xbf"
_UNSET = "is-instance[Unset]"
"""The member of a union that stands for the absence of a value, as pydantic calls it."""


def reader_for(operation: Operation[Any, Any], reply: Reply) -> Reader:
    """Return the function that reads a documented success."""
    return _READERS[reply.decoder](operation, reply)


def _none(operation: Operation[Any, Any], reply: Reply) -> Reader:
    return lambda exchange, response: None


def _text(operation: Operation[Any, Any], reply: Reply) -> Reader:
    return lambda exchange, response: text_of(response).removeprefix("\ufeff")


def _bytes(operation: Operation[Any, Any], reply: Reply) -> Reader:
    return lambda exchange, response: response.content


def _json(operation: Operation[Any, Any], reply: Reply) -> Reader:
    if operation.validation == "none" or reply.type is None:
        return _untyped
    from .models import adapter_for

    declared = reply.type()
    validate = adapter_for(declared).validate_json
    lenient = operation.validation == "lenient"
    is_bodiless = reply.status in ("204", "205")  # RFC 9110, 15.3.5, 15.3.6

    def read(exchange: Exchange, response: httpx.Response) -> Any:
        content = response.content
        if is_bodiless and not content:
            return nearest_json(declared, content)
        if content[:3] == _BOM:
            content = content[3:]
        try:
            return validate(content)
        except ValueError as error:
            content = _as_utf8(response, content)
            try:
                return nearest_json(declared, content) if lenient else validate(content)
            except ValueError:
                raise misfit(exchange, response, error) from error

    return read


def _untyped(exchange: Exchange, response: httpx.Response) -> Any:
    import json

    content = response.content
    try:
        return json.loads(content) if content else None
    except (ValueError, RecursionError) as error:
        raise misfit(exchange, response, error) from error


def nearest_json(declared: Any, content: bytes) -> Any:
    """Return what comes nearest to a type; ValueError if it is not even JSON.

    No content at all (a 204, whatever is documented) is the type without values.
    """
    from pydantic_core import from_json

    from .lenient import empty, nearest

    return nearest(declared, from_json(content)) if content else empty(declared)


def _as_utf8(response: httpx.Response, content: bytes) -> bytes:
    """Return JSON that came in another character set, which it should not, in UTF-8."""
    charset = response.charset_encoding
    if charset is None or charset.lower().replace("_", "-") in ("utf-8", "utf8"):
        return content
    try:
        return content.decode(charset).encode()
    except (LookupError, UnicodeError):
        return content


def misfit(exchange: Exchange, response: httpx.Response, error: Exception) -> BaseError:
    """Return the error for a success that is not what the document says."""
    if not response.content:
        text = "the reply is empty"
    else:
        text = f"the reply does not fit the document: {explained(error)}"
    return made(exchange, exchange.errors.validation, text, response)


def explained(error: Exception) -> str:
    """Return what does not fit, a place and a reason for each of the first few."""
    found = getattr(error, "errors", None)
    if found is None:
        return shortened(str(error))
    details = found(include_url=False, include_context=False, include_input=False)
    # That a value is not UNSET goes without saying.
    details = [one for one in details if one["loc"][-1:] != (_UNSET,)] or details
    shown = [
        f"{'.'.join(str(step) for step in one['loc']) or 'body'}: {one['msg']}"
        for one in details[:_REASONS_SHOWN]
    ]
    if len(details) > _REASONS_SHOWN:
        shown.append(f"{len(details) - _REASONS_SHOWN} more")
    return shortened("; ".join(shown))


def _open(operation: Operation[Any, Any], reply: Reply) -> Reader:
    return lambda exchange, response: response


def _event_stream(operation: Operation[Any, Any], reply: Reply) -> Reader:
    from . import eventstreaming
    from .events import event_decoder, needs_data

    decoder = event_decoder(reply)
    data_required = needs_data(reply)
    sync = reply.stream_class() if reply.stream_class else eventstreaming.EventStream
    other = (
        reply.stream_class_async()
        if reply.stream_class_async
        else eventstreaming.EventStreamAsync
    )

    def read(exchange: Exchange, response: httpx.Response) -> Any:
        return (other if exchange.is_async else sync)(
            response,
            exchange.checked(decoder, response),
            reply.sentinel or None,
            exchange.owner,
            data_required=data_required,
            failure=exchange.failure,
        )

    return read


def _json_lines(operation: Operation[Any, Any], reply: Reply) -> Reader:
    from . import jsonl

    decode: Callable[[bytes], Any]
    if reply.type is None or operation.validation == "none":
        from pydantic_core import from_json

        decode = from_json
    else:
        from .models import adapter_for

        decode = adapter_for(reply.type()).validate_json

    separator = b"\n"
    if "json-seq" in reply.media_type:
        separator, decode = b"\x1e", jsonl.unless_cut(decode)

    def read(exchange: Exchange, response: httpx.Response) -> Any:
        stream = jsonl.JsonLStreamAsync if exchange.is_async else jsonl.JsonLStream
        return stream(
            response,
            exchange.checked(decode, response),
            exchange.owner,
            separator=separator,
            failure=exchange.failure,
        )

    return read


def _parts(operation: Operation[Any, Any], reply: Reply) -> Reader:
    from .partstreams import boundary_of, part_decoder, whole_parts

    decode = part_decoder(reply, operation.validation != "none")

    def read(exchange: Exchange, response: httpx.Response) -> Any:
        try:
            boundary = boundary_of(response.headers.get("content-type", ""))
            return whole_parts(response.content, boundary, decode, reply.length)
        except ValueError as error:
            raise misfit(exchange, response, error) from error

    return read


def _part_stream(operation: Operation[Any, Any], reply: Reply) -> Reader:
    from .partstreams import stream_reader

    return stream_reader(reply, operation.validation != "none")


_READERS: dict[str, Callable[[Operation[Any, Any], Reply], Reader]] = {
    "none": _none,
    "text": _text,
    "bytes": _bytes,
    "json": _json,
    "parts": _parts,
    "stream": _open,
    "event-stream": _event_stream,
    "json-lines": _json_lines,
    "part-stream": _part_stream,
}


# --- errors ---------------------------------------------------------------------------------


def made(
    exchange: Exchange, cls: type[BaseError], message: str, response: httpx.Response
) -> BaseError:
    """Make an error of a class that takes a message."""
    error = cls(message, response, text_of(response))
    error.operation_id = exchange.operation_id
    return error


def error_for(
    exchange: Exchange, response: httpx.Response, documented: Optional[ErrorReply]
) -> BaseError:
    """Return the error that a reply is raised as; its status decides, not its body."""
    classes: ErrorClasses = exchange.errors
    if documented is None or documented.error is None or documented.data is None:
        return made(exchange, classes.default, _summary(response), response)
    declared = documented.data()
    cause: Optional[Exception] = None
    try:
        data = _error_data(declared, response.content.removeprefix(_BOM))
    except ValueError as failure:
        if not exchange.error_validation:
            return made(exchange, classes.default, _summary(response), response)
        cause = failure
        data = _nearest_data(declared, response.content)
    error: BaseError = documented.error()(data, response, text_of(response))
    error.operation_id = exchange.operation_id
    error.__cause__ = cause
    return error


def _summary(response: httpx.Response) -> str:
    if response.status_code < 400:
        kind = response.headers.get("content-type") or "no content type"
        return f"unexpected reply with {kind}: {shortened(text_of(response))}"
    return shortened(text_of(response))


def _error_data(declared: Any, content: bytes) -> Any:
    from .models import adapter_for

    return adapter_for(declared).validate_json(content)


def _nearest_data(declared: Any, content: bytes) -> Any:
    """Return the data of an error whose body is not what the document says."""
    from .lenient import nearest

    found: Any = None
    try:
        found = nearest_json(declared, content)
    except ValueError:
        found = {}
    # The class of the error reads the properties of a model: a list or a text has none.
    is_model = isinstance(declared, type) and hasattr(declared, "__pydantic_fields__")
    if is_model and not isinstance(found, declared):
        found = {}
    return nearest(declared, found)
