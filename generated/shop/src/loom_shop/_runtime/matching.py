"""What replies mean: told apart by status and media type.

A status matches exactly, then by its range (`4XX`), then as `default`; a media type exactly, then
as JSON of any name (`application/problem+json`), then by range (`text/*`). What the document does
not foresee is read as far as it makes sense: any 2XX with JSON is read as the documented success.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional, Sequence, Union

from .operation import ErrorReply, Operation, Reply

if TYPE_CHECKING:
    from .replies import Reader

    Entries = Sequence[Union[Reply, ErrorReply]]

STREAMING = frozenset(("stream", "event-stream", "json-lines", "part-stream"))
"""The decoders that hand out a reply which is still on its way."""

_LINES = frozenset(
    f"application/{name}" for name in ("jsonl", "x-jsonl", "x-ndjson", "ndjson")
)


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
        self.streams = reply is not None and reply.decoder in STREAMING
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
