"""Where a preview is served: a port of this machine and a token, the same each time that a content is previewed."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import socket
from pathlib import Path
from typing import Any, NamedTuple

from docgen.whole.cache_folder import cache_folder
from docgen.whole.file import write_file

HOST = "127.0.0.1"
"""The loopback address: nobody else's machine can ask."""

_TOKEN_BYTES = 16


class Seat(NamedTuple):
    """A port, and the token that is in every address."""

    port: int
    token: str

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"http://{HOST}:{self.port}/{self.token}/"


def remembered(content: Path, layout: str) -> Seat | None:
    """The seat that the preview of a content in a layout pack had last; None where it had none."""
    try:
        stated: Any = json.loads(_file(content, layout).read_text(encoding="utf-8"))
        port, token = stated["port"], stated["token"]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return Seat(port, token) if isinstance(port, int) and isinstance(token, str) and len(token) > _TOKEN_BYTES else None


def taken(content: Path, layout: str, port: int | None = None) -> tuple[Seat, socket.socket]:
    """A seat with its socket, listening: at the ``port`` that is asked for, else where it was last, else anywhere.

    It is remembered for the next time. OSError where the port that is asked for is taken.
    """
    before = remembered(content, layout)
    token = before.token if before is not None else secrets.token_urlsafe(_TOKEN_BYTES)
    if port is not None:
        listening = _listening(port)
    else:
        try:
            listening = _listening(before.port if before is not None else 0)
        except OSError:  # another preview, or another program, is there now
            listening = _listening(0)
            token = secrets.token_urlsafe(_TOKEN_BYTES)
    seat = Seat(listening.getsockname()[1], token)
    _remember(seat, _file(content, layout))
    return seat, listening


def _listening(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name != "nt":  # there it would let two programs have one port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((HOST, port))
        made.listen()
    except (OSError, OverflowError) as error:
        made.close()
        raise OSError(str(error)) from error
    return made


def _remember(seat: Seat, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    write_file(json.dumps(seat._asdict()).encode(), file)
    file.chmod(0o600)


def _file(content: Path, layout: str) -> Path:
    name = hashlib.sha256(f"{content.resolve()}\0{layout}".encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return cache_folder() / "previews" / f"{name}.json"
