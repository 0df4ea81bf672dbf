"""Replies: told apart by status and media type, and turned into values or errors.

A status matches exactly, then by its range (`4XX`), then as `default`; a media type exactly, then
as JSON of any name (`application/problem+json`), then by range (`text/*`). What the document does
not foresee is read as far as it makes sense: any 2XX with JSON is read as the documented success.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Optional, Sequence, Union

from .errors import BaseError, ErrorClasses, shortened, text_of
from .operation import ErrorReply, Operation, Reply

if TYPE_CHECKING:
    import httpx

    from .exchange import Exchange

    Reader = Callable[[Exchange, httpx.Response], Any]
    Entries = Sequence[Union[Reply, ErrorReply]]

_REASONS_SHOWN = 5
_LINES = frozenset(
    f"application/{name}" for name in ("jsonl", "x-jsonl", "x-ndjson", "ndjson")
)
_BOM = b"\xef\xbb\xbf"
_UNSET = "is-instance[Unset]"
"""The member of a union that stands for the absence of a value, as pydantic calls it."""


class Match:
    """What a status and a media type mean for an operation.

    A success has a `reply`, and may have an `other` to read it as if it does not fit that; an error
    has a class in `error`, or None.
    """

    __slots__ = ("error", "is_error", "other", "reader", "reply", "streams")

    def __init__(
        self,
        reply: Optional[Reply],
        error: Optional[ErrorReply],
        is_error: bool,
        other: Optional[Reply] = None,
    ) -> None:
        self.reply = reply
        self.other = other
        self.error = error
        self.is_error = is_error
        self.streams = reply is not None and reply.decoder in STREAMS
        self.reader: Optional[Reader] = None


def find_match(operation: Operation[Any, Any], status: int, content_type: str) -> Match:
    """Find what a reply means."""
    media_type = content_type.partition(";")[0].strip().lower()
    good = 200 <= status < 400 or not operation.raises
    entry = _entry(_at_status(operation, status, good), media_type)
    if isinstance(entry, ErrorReply):
        return Match(None, entry, True)
    if good and operation.method == "HEAD" and entry is not None:
        # It has the media type of what a GET would give, and no content (RFC 9110, 9.3.2).
        return Match(Reply(media_type="", decoder="none"), None, False)
    typed = [reply for reply in operation.replies if reply.decoder != "none"]
    if 200 <= status < 300 and (entry is None or entry.status == "default"):
        # An undocumented success is more likely like the documented ones than like `default`.
        known = _entry([[one for one in typed if one.status != "default"]], media_type)
        if isinstance(known, Reply):
            return Match(known, None, False, other=entry)
    if entry is not None:
        return Match(entry, None, False)
    if not good or not 200 <= status < 300:
        return Match(None, None, True)
    if not typed:  # nothing is documented but success itself
        return Match(Reply(media_type="", decoder="none"), None, False)
    return Match(None, None, False)


def _at_status(
    operation: Operation[Any, Any], status: int, good: bool
) -> list[Entries]:
    """Return what is documented for a status: exactly, by range, by default."""
    entries: list[Union[Reply, ErrorReply]] = [*operation.errors, *operation.replies]
    levels: list[Entries] = [
        [entry for entry in entries if entry.status.upper() == name]
        for name in (str(status), f"{status // 100}XX")
    ]
    # A success by default does not make a success of 4XX and 5XX.
    by_default = operation.replies if good else ()
    levels.append(
        [
            *(entry for entry in operation.errors if entry.status == "default"),
            *(entry for entry in by_default if entry.status == "default"),
        ]
    )
    return levels


def _entry(
    levels: Sequence[Entries], media_type: str
) -> Optional[Union[Reply, ErrorReply]]:
    """Return the entry that fits best, None if none does."""
    for entries in levels:
        for fits in (_is_same, _is_json_too, _is_in_range):
            for entry in entries:
                if fits(entry.media_type.partition(";")[0].strip().lower(), media_type):
                    return entry
        if entries and isinstance(entries[0], ErrorReply):
            return entries[0]  # its status is typed, whatever the body is
        empty = [
            entry
            for entry in entries
            if isinstance(entry, Reply) and entry.decoder == "none"
        ]
        if empty:
            return empty[0]
    return None


def _is_same(documented: str, media_type: str) -> bool:
    return documented == media_type and bool(media_type)


def _is_json(media_type: str) -> bool:
    return media_type.endswith(("/json", "+json"))


def _is_json_too(documented: str, media_type: str) -> bool:
    if not media_type:  # nothing said: what is documented first is believed
        return bool(documented)
    if documented in _LINES:
        return media_type in _LINES
    return _is_json(documented) and _is_json(media_type)


def _is_in_range(documented: str, media_type: str) -> bool:
    kind, _, name = documented.partition("/")
    return name == "*" and kind in ("*", media_type.partition("/")[0])


# --- values ---------------------------------------------------------------------------------


def reader_for(operation: Operation[Any, Any], reply: Reply) -> Reader:
    """Return the function that reads a documented success."""
    reader = STREAMS.get(reply.decoder) or _READERS[reply.decoder]
    return reader(operation, reply)


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
}
STREAMS: dict[str, Callable[[Operation[Any, Any], Reply], Reader]] = {
    "stream": _open,
    "event-stream": _event_stream,
    "json-lines": _json_lines,
    "part-stream": _part_stream,
}
"""Those that hand out a reply which is still on its way."""


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
