"""A preview that is served in this process, for a browser or a client to look at."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from docgen.preview.seat import HOST, Seat
from docgen.preview.server import server_of
from docgen.preview.studio import Studio
from docgen.preview.workshop import Source
from docgen.render.engine import Engine

LAYOUT = "cabinet-office"
_SECONDS = 60


@contextmanager
def served(
    content: Path, engine: Engine = "svg", layout: str = LAYOUT, token: str = "token-of-a-test", previous: Path | None = None
) -> Iterator[Seat]:
    """The seat of a preview of a content, which ends with the block."""
    import socket

    listening = socket.socket()
    listening.bind((HOST, 0))
    listening.listen()
    seat = Seat(listening.getsockname()[1], token)
    server = server_of(Studio(Source(content, layout, previous), engine, "en"), seat)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        end = time.monotonic() + _SECONDS
        while not server.started:
            assert time.monotonic() < end
            time.sleep(0.01)
        yield seat
    finally:
        server.should_exit = True
        thread.join(_SECONDS)
        listening.close()
