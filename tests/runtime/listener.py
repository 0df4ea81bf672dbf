"""A server on loopback that leaves what it does with a connection to its subclass."""

from __future__ import annotations

import socket
import threading
from abc import ABC, abstractmethod


class Listener(ABC):
    """Listens from its making on; each connection has a thread of its own."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Accept no more."""
        self.socket.close()

    @abstractmethod
    def serve(self, connection: socket.socket) -> None:
        """Answer on one connection; `OSError` means that the client went first."""

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(
                target=self._serve, args=(connection,), daemon=True
            ).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            try:
                self.serve(connection)
            except OSError:
                return
