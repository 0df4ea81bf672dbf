"""Multipart replies: their parts as typed values, at once or as they come (RFC 2046, 5.1)."""

from __future__ import annotations

import re
from typing import (
    TYPE_CHECKING,
    Any,
    AsyncGenerator,
    Callable,
    Generator,
    Mapping,
    Optional,
    TypeVar,
    Union,
)

from .operation import Part, Reply
from .streams import AsyncStream, Failure, SyncStream, chunks_of, chunks_of_async

if TYPE_CHECKING:
    from email.message import Message

    import httpx

    from .exchange import Exchange

T = TypeVar("T", covariant=True)

RawPart = tuple[int, bytes, bool]
"""A part as it came, headers and content: its position, its text, and whether it is whole."""

Decoder = Callable[[int, bytes, bool], Any]
"""Makes a value of a part; ValueError if it is none."""

_NAME_ONLY = Part(name="")


def whole_parts(
    content: bytes, boundary: bytes, decode: Decoder, length: int = 0
) -> Any:
    """Return the values of all parts of something that has been read."""
    splitter = Splitter(lambda: boundary)
    found = [*splitter.feed(content), *splitter.end()]
    values = [decode(*part) for part in found]
    if not length:
        return values
    if len(values) != length:
        raise ValueError(f"{len(values)} parts are not {length}")
    return tuple(values)


def part_decoder(described: Union[Reply, Part], is_checked: bool) -> Decoder:
    """Return the function that makes values of parts; `is_checked`: by their types."""
    prefix, rest = described.prefix, described.rest or _NAME_ONLY

    def decode(at: int, text: bytes, is_whole: bool) -> Any:
        if not is_whole:
            raise ValueError(f"the reply ends within its part {at + 1}")
        part = prefix[at] if at < len(prefix) else rest
        headers, content = read_part(text)
        value = value_of(headers, content, part, is_checked)
        if part.given:
            value = _with_headers(headers, value, part)
        if part.type is None or not is_checked:
            return value
        from .models import adapter_for

        return adapter_for(part.type()).validate_python(value)

    return decode


def stream_reader(reply: Reply, is_checked: bool) -> Callable[[Any, Any], Any]:
    """Return the function that makes a stream of an exchange and its open reply."""
    decode = part_decoder(reply, is_checked)

    def read(exchange: Exchange, response: httpx.Response) -> Any:
        declared = response.headers.get("content-type", "")
        boundary = exchange.checked(lambda: boundary_of(declared), response)
        return (PartStreamAsync if exchange.is_async else PartStream)(
            response,
            exchange.checked(decode, response),
            exchange.owner,
            splitter=Splitter(boundary),
            failure=exchange.failure,
        )

    return read


def value_of(
    headers: Mapping[str, str], content: bytes, part: Part, is_checked: bool
) -> Any:
    """Return what a part holds: the bytes of a file, other parts, or a plain value."""
    if part.file and part.described:
        return _of_file(headers, {"content": content})
    if part.file:
        return content
    declared = headers.get("content-type") or part.content_type
    if part.named and "json" not in declared.lower():
        from .namedparts import named_values

        return named_values(content, declared, part, is_checked)
    if part.content_type.lower().startswith("multipart/"):
        inner = part_decoder(part, is_checked)
        return whole_parts(content, boundary_of(declared), inner, part.length)
    return _plain(content, declared)


def _with_headers(headers: Mapping[str, str], value: Any, part: Part) -> dict[str, Any]:
    """Return what a part holds, beside its headers and what they say of a file."""
    found = {one.name: headers.get(one.name.lower()) for one in part.given}
    given = {name: text for name, text in found.items() if text is not None}
    whole = {"content": value, "headers": given}
    return _of_file(headers, whole) if part.file else whole


def _of_file(headers: Mapping[str, str], whole: dict[str, Any]) -> dict[str, Any]:
    """Return what a file holds, beside its name and its media type."""
    return {
        **whole,
        "fileName": disposition(headers).get_filename(),
        "Content-Type": headers.get("content-type"),
    }


def disposition(headers: Mapping[str, str]) -> Message:
    """Return what a part says of its name."""
    from email.message import Message

    head = Message()
    head["content-disposition"] = headers.get("content-disposition", "")
    return head


def _plain(content: bytes, media_type: str) -> Any:
    """Return content as its media type says."""
    kind, _, parameters = media_type.partition(";")
    kind = kind.strip().lower()
    if kind.endswith(("/json", "+json")):
        from pydantic_core import from_json

        return from_json(content.removeprefix(b"\xef\xbb\xbf"))
    if kind.startswith("text/") or not kind:  # RFC 2046, 5.1: text is the default
        found = re.search(r'charset="?([^\s";]+)', parameters, re.IGNORECASE)
        try:
            return content.decode(found.group(1) if found else "utf-8")
        except (LookupError, UnicodeError):
            return content.decode("utf-8", errors="replace")
    return content


def boundary_of(declared: str) -> bytes:
    """Return what stands between parts by their media type; ValueError if it does not say it."""
    found = re.search(r';\s*boundary=(?:"([^"]+)"|([^\s;]+))', declared, re.IGNORECASE)
    if found is None:
        raise ValueError("the Content-Type of the parts names no boundary")
    text: str = found.group(1) or found.group(2)
    return text.encode("latin-1")


class Splitter:
    """Chunks go in, parts come out.

    RFC 2046 ends the last part by a delimiter too: without it nobody knows whether it is whole.
    """

    def __init__(self, boundary: Callable[[], bytes]) -> None:
        """`boundary` is asked for when something has come: it may fail."""
        self._boundary = boundary
        self._delimiter: Optional[re.Pattern[bytes]] = None
        self._longest = 0
        self._buffer = bytearray(b"\n")  # the first delimiter may begin the reply
        self._seen = 0
        self._count = -1  # before the first delimiter there is a preamble
        self._is_over = False

    def feed(self, chunk: bytes) -> list[RawPart]:
        """Return the parts that a chunk completes."""
        found: list[RawPart] = []
        if self._is_over:
            return found  # an epilogue says nothing
        if self._delimiter is None:
            boundary = self._boundary()
            self._longest = len(boundary) + 64  # of a delimiter with some white space
            self._delimiter = re.compile(
                rb"\r?\n--" + re.escape(boundary) + rb"(?:(--)|[ \t]*\r?\n)"
            )
        self._buffer += chunk
        while not self._is_over:
            start = max(0, self._seen - self._longest)
            match = self._delimiter.search(self._buffer, start)
            if match is None:
                self._seen = len(self._buffer)
                break
            if self._count >= 0:
                found.append((self._count, bytes(self._buffer[: match.start()]), True))
            self._count += 1
            self._is_over = match.group(1) is not None
            # The line end of a delimiter may also be the one before the next.
            del self._buffer[: match.end() - (0 if self._is_over else 1)]
            self._seen = 0
        return found

    def end(self) -> list[RawPart]:
        """Return the part that the end of a reply cut short; a reply of nothing has none."""
        is_empty = self._count < 0 and not self._buffer.strip()
        if self._is_over or is_empty:
            return []
        return [(max(self._count, 0), bytes(self._buffer), False)]


_HEAD = re.compile(rb"\r?\n\r?\n")


def read_part(text: bytes) -> tuple[dict[str, str], bytes]:
    """Return a part's headers and content; its text begins with a line end."""
    match = _HEAD.search(text)
    head, content = (
        (text, b"") if match is None else (text[: match.start()], text[match.end() :])
    )
    headers: dict[str, str] = {}
    for line in re.sub(rb"\r?\n[ \t]+", b" ", head.strip()).splitlines():
        try:
            said = line.decode()  # RFC 7578, 5.1: names are UTF-8
        except UnicodeError:
            said = line.decode("latin-1")
        name, _, value = said.partition(":")
        headers[name.strip().lower()] = value.strip()
    coding = headers.get("content-transfer-encoding", "").lower()
    if coding == "base64":
        from base64 import b64decode

        content = b64decode(content)
    elif coding == "quoted-printable":
        from quopri import decodestring

        content = decodestring(content)
    return headers, content


def _read(
    response: httpx.Response,
    decode: Decoder,
    splitter: Splitter,
    failure: Optional[Failure],
) -> Generator[Any, None, None]:
    chunks = chunks_of(response, failure)
    try:
        for chunk in chunks:
            for part in splitter.feed(chunk):
                yield decode(*part)
        for part in splitter.end():
            yield decode(*part)
    finally:
        chunks.close()


async def _read_async(
    response: httpx.Response,
    decode: Decoder,
    splitter: Splitter,
    failure: Optional[Failure],
) -> AsyncGenerator[Any, None]:
    chunks = chunks_of_async(response, failure)
    try:
        async for chunk in chunks:
            for part in splitter.feed(chunk):
                yield decode(*part)
        for part in splitter.end():
            yield decode(*part)
    finally:
        await chunks.aclose()


class _Values:
    """What the sync and the async stream have in common."""

    _reader: Callable[..., Any]
    """Reads the parts of a reply, as an iterator of either kind."""

    def __init__(
        self,
        response: httpx.Response,
        decoder: Decoder,
        client_ref: Optional[object] = None,
        *,
        splitter: Optional[Splitter] = None,
        failure: Optional[Failure] = None,
    ) -> None:
        """Read parts from a reply; `client_ref` keeps the client open while they last."""
        self.response = response
        self.client_ref = client_ref
        declared = response.headers.get("content-type", "")
        splitter = splitter or Splitter(lambda: boundary_of(declared))
        self._values = self._reader(response, decoder, splitter, failure)


class PartStream(_Values, SyncStream[T]):
    """The values of a multipart reply as their parts come."""

    _reader = staticmethod(_read)


class PartStreamAsync(_Values, AsyncStream[T]):
    """The values of a multipart reply as their parts come, for `async for`."""

    _reader = staticmethod(_read_async)
