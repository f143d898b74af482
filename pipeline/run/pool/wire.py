"""Messages between the supervisor and its processes: one JSON value a line."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator


class Wire:
    """One end of a pair of connected sockets."""

    def __init__(self, end: socket.socket) -> None:
        self.end = end
        self._rest = b""

    def fileno(self) -> int:
        """The descriptor, for selectors."""
        return self.end.fileno()

    def send(self, message: object) -> None:
        """Send a message; raises OSError where nobody hears it."""
        self.end.sendall(json.dumps(message).encode() + b"\n")

    def heard(self) -> Iterator[dict[str, object]]:
        """The messages that have come; blocks until there is something, and raises EOFError where the other end is gone."""
        data = self.end.recv(2**16)
        if not data:
            raise EOFError
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            yield json.loads(line)

    def close(self) -> None:
        """Close this end."""
        self.end.close()
