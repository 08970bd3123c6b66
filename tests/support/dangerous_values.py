"""Values of parameters that end or upset whatever builds with them, but not the process that asks for the decks."""

from __future__ import annotations

import multiprocessing
import os
import threading
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Killing:
    """A name that kills the process that reads it: each time, or once, until ``killed`` is there."""

    name: str
    killed: Path | None = None

    def __str__(self) -> str:
        if multiprocessing.parent_process() is not None and not (self.killed and self.killed.exists()):
            if self.killed is not None:
                self.killed.touch()
            os._exit(9)
        return self.name


@dataclass(frozen=True)
class Raising:
    """A name that raises what no docgen foresees, in any thread but the first."""

    name: str

    def __str__(self) -> str:
        if threading.current_thread() is not threading.main_thread():
            raise RuntimeError("no such luck")
        return self.name
