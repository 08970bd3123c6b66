"""The content that a form asks about, and that answers go into: what it says today, and what it said last year."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from docgen.derive.desk import Desk
from docgen.derive.library import Library
from docgen.derive.narrator import Narrator
from docgen.derive.reader import Reader
from docgen.forms.form import AnswerCell, CarriedOverItem
from docgen.forms.responsible import Responsible, responsible
from docgen.forms.sheet_kinds import CONFIRM, REMARK, UNCHANGED
from docgen.layout.pack import LayoutPack
from docgen.model import Compendium
from docgen.model.record import plain_values
from docgen.pipeline import derived, trend_rule
from docgen.ready import ReadyCompendium
from docgen.worklist.work_list import work_items

CONFIRMED: Mapping[str, AnswerCell] = {
    CONFIRM: AnswerCell("choice", choices=(UNCHANGED,), note="見直した上でこのままとするときに選んでください。"),
    REMARK: AnswerCell("text"),
}
"""The cells by which a row is confirmed or remarked on."""

# The list of carried_over.yaml that holds the items of a kind of work.
_LISTS = {
    "value": "values",
    "figure": "figures",
    "measure": "measures",
    "budget": "budgets",
    "text": "texts",
    "note": "notes",
    "front": "front",
}


@dataclass(frozen=True, slots=True)
class FormContent:
    """A compendium, its ready pages, and the desk at which its values and sentences are looked up.

    ``tasks`` say what is to be done for each item that is open; ``listed`` are all that carried_over.yaml holds.
    """

    compendium: Compendium
    ready: ReadyCompendium
    desk: Desk
    responsible: Responsible
    tasks: Mapping[CarriedOverItem, str]
    listed: frozenset[CarriedOverItem]

    @property
    def library(self) -> Library:
        """The data of the compendium."""
        return self.desk.library

    @property
    def previous(self) -> Desk | None:
        """The desk of the year before."""
        return self.desk.previous

    def item(self, name: str, identifier: str) -> CarriedOverItem | None:
        """The item of carried_over.yaml of that list and id; None where the file does not hold it."""
        return (name, identifier) if (name, identifier) in self.listed else None


def form_content(compendium: Compendium, pack: LayoutPack) -> FormContent:
    """What forms are made from, and answers are read against; judged and printed as a layout pack has it."""
    ready = derived(compendium, pack)
    tasks = {
        (_LISTS[item.kind], item.id): item.task.text("ja") for item in work_items(compendium, ready) if item.kind in _LISTS
    }
    listed = {
        (name, identifier) for name in _LISTS.values() for identifier in getattr(compendium.carried_over, name)
    }
    desk = Desk(Reader(Library(compendium, trend_rule(pack))), Narrator(pack.printing))
    return FormContent(compendium, ready, desk, responsible(compendium, ready), tasks, frozenset(listed))


def checksum(compendium: Compendium) -> str:
    """A checksum of what a compendium says, in its records and in its data files; not of how that is written."""
    said = hashlib.sha256()
    for path, record in (((), compendium), *compendium.records):
        for place, value in plain_values(record, path):
            said.update(f"{place}={value!r}\n".encode())
    for name, table in sorted(compendium.tables.items()):
        said.update(f"{name}={table.columns!r}{table.rows!r}\n".encode())
    return said.hexdigest()[:16]
