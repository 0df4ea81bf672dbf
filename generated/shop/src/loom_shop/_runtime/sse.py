"""The event stream format of the WHATWG, read as bytes, in whatever chunks they come."""

from __future__ import annotations

import re
from typing import Optional

_LINE_ENDS = re.compile(rb"\r\n|\n|\r")
_BOM = b"\xef\xbb\xbf"

_MOST_DIGITS = 16
"""Of a time to wait: no server means the years that more of them would say."""

RawEvent = tuple[bytes, Optional[bytes], bytes]
"""The name of an event, its data (None where it has none), the last id of the stream."""


class Parser:
    """Finds the events in a stream of chunks.

    An event ends with an empty line; what stands unfinished at the end of the stream is no event.
    With `all_blocks`, blocks that have an id or a name but no data are handed out too, which the
    standard drops.
    """

    __slots__ = (
        "_all_blocks",
        "_at_start",
        "_data",
        "_named",
        "_pending",
        "_skip_newline",
        "event",
        "handed_id",
        "last_id",
        "retry",
        "sent_id",
    )

    def __init__(self, all_blocks: bool = False) -> None:
        self._all_blocks = all_blocks
        self._at_start = True
        self._data: list[bytes] = []
        self._named = False
        self._pending: list[bytes] = []
        self._skip_newline = False
        self.event = b""
        self.last_id = b""
        self.sent_id = b""
        """The id of the last event that is whole: one whose end is missing has none yet."""
        self.handed_id = b""
        """The id of the last event that was handed out."""
        self.retry: Optional[int] = None

    def feed(self, chunk: bytes) -> list[RawEvent]:
        """Return the events that a chunk completes."""
        if self._skip_newline and chunk:
            self._skip_newline = False
            if chunk[0] == 10:
                chunk = chunk[1:]
        if self._at_start:
            chunk = self._without_mark(chunk)
        if b"\n" not in chunk and b"\r" not in chunk:
            if chunk:
                self._pending.append(chunk)
            return []
        if self._pending:
            self._pending.append(chunk)
            chunk = b"".join(self._pending)
            self._pending = []
        if b"\r" in chunk:
            # A CR ends its line at once; the LF that may follow in the next chunk is then nothing.
            self._skip_newline = chunk[-1] == 13
            lines = _LINE_ENDS.split(chunk)
        else:
            lines = chunk.split(b"\n")
        rest = lines.pop()
        if rest:
            self._pending.append(rest)
        return self._events(lines)

    def _without_mark(self, chunk: bytes) -> bytes:
        """Drop a byte order mark, which may come in pieces."""
        start = b"".join(self._pending) + chunk
        self._pending = []
        if len(start) < len(_BOM) and _BOM.startswith(start):
            self._pending.append(start)
            return b""
        self._at_start = False
        return start[3:] if start.startswith(_BOM) else start

    def _events(self, lines: list[bytes]) -> list[RawEvent]:
        events: list[RawEvent] = []
        data = self._data
        for line in lines:
            if not line:
                self.sent_id = self.last_id
                if data:
                    whole = data[0] if len(data) == 1 else b"\n".join(data)
                    events.append((self.event, whole, self.last_id))
                    data = self._data = []
                elif self._named and self._all_blocks:
                    events.append((self.event, None, self.last_id))
                self.event = b""
                self._named = False
            elif line.startswith(b"data:"):
                data.append(line[6:] if line[5:6] == b" " else line[5:])
            elif line[0] != 58:  # a colon begins a comment
                self._field(line, data)
        return events

    def _field(self, line: bytes, data: list[bytes]) -> None:
        name, _, value = line.partition(b":")
        if value.startswith(b" "):
            value = value[1:]
        if name == b"event":
            self.event = value
            self._named = True
        elif name == b"data":
            data.append(value)
        elif name == b"id":
            if b"\0" not in value:
                self.last_id = value
                self._named = True
        elif name == b"retry" and value.isdigit() and len(value) < _MOST_DIGITS:
            self.retry = int(value)
