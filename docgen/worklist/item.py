"""One item of the work list, and what its kinds are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from docgen.errors import Located
from docgen.messages import Language, Message, Phrase, current_language, message, text_of
from docgen.ready import OpenKind

WorkKind = OpenKind | Literal["missing", "number", "newer"]

LABELS: Mapping[WorkKind, Message] = {
    "front": message("todo-front"),
    "value": message("todo-value"),
    "figure": message("word-figure"),
    "measure": message("noun-measure"),
    "budget": message("todo-budget"),
    "text": message("todo-text"),
    "note": message("todo-note"),
    "missing": message("todo-missing"),
    "number": message("todo-number"),
    "newer": message("todo-newer"),
}


@dataclass(frozen=True, slots=True)
class WorkItem:
    """What somebody is to do: ``task``, for the record or value called ``name``, at a place in the folder.

    ``now`` is what stands there as long as nobody does it; ``pages`` are the ids of the slides that show it.
    ``id`` is the item's own in carried_over.yaml, the slide's that has no data, or that of the record with a typed number.
    """

    kind: WorkKind
    id: str
    name: Phrase
    task: Message
    where: Located
    now: Phrase = ""
    pages: tuple[str, ...] = ()

    def text(self, language: Language) -> str:
        """The item in a line, in a language."""
        now = message("todo-now", now=self.now).text(language) if self.now else ""
        return f"{self.where}: {text_of(self.name, language)}: {self.task.text(language)}{now} [{self.id}]"

    def __str__(self) -> str:
        return self.text(current_language())
