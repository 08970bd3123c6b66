"""What waits for a person: carried over from the year before and neither updated nor confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

OpenKind = Literal["value", "figure", "measure", "budget", "text", "front"]


@dataclass(frozen=True, slots=True)
class OpenItem:
    """An open item: its id in carried_over.yaml, and the path of what it means in the compendium."""

    kind: OpenKind
    id: str
    path: tuple[str | int, ...]
