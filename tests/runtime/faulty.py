"""A server on loopback that drops, delays, cuts, garbles and redirects, as a seeded lot says."""

from __future__ import annotations

import gzip
import os
import random
import re
import socket
import time
from collections import Counter
from typing import Any, Union

from .listener import Listener

TEXT = "x" * 3000
EVENTS = 3
"""How many events or lines a stream has."""

TYPES = {
    "things": "application/json",
    "events": "text/event-stream",
    "lines": "application/jsonl",
    "files": "application/octet-stream",
}
"""What is found under which path."""

LOSES_SILENTLY = ("garbled", "cut gzip")
"""Faults that may shorten a stream unseen: its length is changed with it, or the http library
does not look for the end of what it unpacks."""

Step = Union[bytes, float]
"""Bytes to send, or seconds to wait."""

_TARGET = re.compile(rb"^(\w+) /(?:moved/)?(\w+)/(\d+)")


def whole(place: str, number: int) -> bytes:
    """Return the body that is right."""
    value = f'{{"id": {number}, "text": "{TEXT}"}}'
    if place == "events":
        return f"data: {value}\n\n".encode() * EVENTS
    if place == "lines":
        return f"{value}\n".encode() * EVENTS
    return f"{number}:{TEXT}".encode() if place == "files" else value.encode()


def reply(
    body: bytes, status: str = "200 OK", *headers: str, length: int | None = None
) -> bytes:
    """Return a reply's bytes."""
    size = len(body) if length is None else length
    head = [f"HTTP/1.1 {status}", f"Content-Length: {size}", *headers]
    return ("\r\n".join(head) + "\r\n\r\n").encode() + body


def faults(place: str, number: int, first: bool) -> dict[str, list[Step]]:
    """Return what the server may do with a request; an end without a reply drops it."""
    lot = random.Random(number)
    body = whole(place, number)
    kind = f"Content-Type: {TYPES[place]}"
    good = reply(body, "200 OK", kind)
    cut = lot.randrange(1, len(good))
    at = lot.randrange(good.index(b"\r\n\r\n") - 1)
    garbled = good[:at] + bytes([lot.randrange(256)]) + good[at + 1 :]
    chunked = f"HTTP/1.1 200 OK\r\n{kind}\r\nTransfer-Encoding: chunked\r\n\r\n"
    return {
        "right": [good],
        "in pieces": [good[:cut], 0.001, good[cut:]],
        "dropped at once": [],
        "cut": [good[:cut]],
        "cut in the head": [good[: cut % 60]],
        "cut at the end": [good[:-1]],
        "garbled": [garbled],
        "no HTTP": [os.urandom(64) + b"\r\n\r\n"],
        "no number as length": [
            b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n" + body
        ],
        "bad chunk": [chunked.encode() + b"zz\r\n" + body],
        "chunks that end early": [chunked.encode() + b"5\r\n" + body[:3]],
        "no gzip": [reply(body, "200 OK", kind, "Content-Encoding: gzip")],
        "cut gzip": [
            reply(gzip.compress(body)[:-20], "200 OK", kind, "Content-Encoding: gzip")
        ],
        "other content": [reply(b'{"id": "no"', "200 OK", kind)],
        "other type": [reply(b"<html>", "200 OK", "Content-Type: text/html")],
        "empty": [reply(b"", "200 OK", kind)],
        "too late": [0.25, good],
        "stops": [good[:cut], 0.25],
        "500": [reply(b"oops", "500 Error", "Content-Type: text/plain")],
        "429": [reply(b"{}", "429 Slow", "Retry-After: 0")] if first else [good],
        "503 then right": [reply(b"", "503 Busy")] if first else [good],
        "dropped then right": [] if first else [good],
        "moved": [reply(b"", "307 Moved", f"Location: /moved/{place}/{number}")],
        "moved in circles": [reply(b"", "302 Moved", f"Location: /{place}/{number}")],
        "moved to nowhere": [reply(b"", "302 Moved", "Location: http://127.0.0.1:1/x")],
        "moved to nonsense": [reply(b"", "302 Moved", "Location: http://[::/")],
        "304": [reply(b"", "304 Not Modified")],
    }


KINDS = tuple(faults("things", 0, True))
HARMLESS = ("right", "in pieces")


class Faulty(Listener):
    """The server: `kinds` says what becomes of each numbered request, `arrived` counts them."""

    def __init__(self) -> None:
        self.kinds: dict[int, str] = {}
        self.arrived: Counter[tuple[str, int]] = Counter()
        super().__init__()

    def serve(self, connection: socket.socket) -> None:
        """Answer requests until one spoils the connection."""
        connection.settimeout(5)
        received = connection.makefile("rb")
        while self._answer(connection, received):
            pass

    def _answer(self, connection: socket.socket, received: Any) -> bool:
        """Answer one request; return whether the connection can be used again."""
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            line = received.readline()
            if not line:
                return False
            head += line
        target = _TARGET.match(head)
        assert target is not None, head
        _read_body(head, received)
        moved = b" /moved/" in head.split(b"\r\n")[0]
        method, place, number = (part.decode() for part in target.groups())
        one = (method, int(number))
        self.arrived[one] += 1
        kind = "right" if moved else self.kinds[int(number)]
        for step in faults(place, int(number), self.arrived[one] == 1)[kind]:
            if isinstance(step, float):
                time.sleep(step)
            else:
                connection.sendall(step)
        return kind in (*HARMLESS, "moved", "500")


def _read_body(head: bytes, received: Any) -> None:
    length = re.search(rb"content-length: (\d+)", head.lower())
    if length is not None:
        received.read(int(length.group(1)))
    elif b"chunked" in head.lower():
        while size := int(received.readline(), 16):
            received.read(size + 2)
        received.readline()
