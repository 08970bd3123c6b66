"""One item of the work list, and what its kinds are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from docgen.errors import Located
from docgen.ready import OpenKind

WorkKind = OpenKind | Literal["missing"]

LABELS: Mapping[WorkKind, str] = {
    "front": "表紙",
    "value": "指標の値",
    "figure": "図",
    "measure": "施策",
    "budget": "予算",
    "text": "文章",
    "missing": "データなし",
}


@dataclass(frozen=True, slots=True)
class WorkItem:
    """What somebody is to do: ``task``, for the record or value called ``name``, at a place in the folder.

    ``now`` is what stands there as long as nobody does it; ``pages`` are the ids of the slides that show it.
    ``id`` is the item's own in carried_over.yaml, or the slide's that has no data.
    """

    kind: WorkKind
    id: str
    name: str
    task: str
    where: Located
    now: str = ""
    pages: tuple[str, ...] = ()

    def __str__(self) -> str:
        now = f"（現在：{self.now}）" if self.now else ""
        return f"{self.where}: {self.name}: {self.task}{now} [{self.id}]"
