"""A form as values: its sheets, a row for each record, and the cells that a bureau fills."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from docgen.errors import FieldPath
from docgen.forms.responsible import Bureaus
from docgen.forms.sheet_kinds import SheetKind
from docgen.model import Quantity

AnswerKind = Literal["number", "period", "choice", "text"]
CarriedOverItem = tuple[str, str]
"""A list of carried_over.yaml and an id in it: ("values", "I-1065/deaths")."""


@dataclass(frozen=True, slots=True)
class AnswerCell:
    """A cell to fill.

    ``now`` is what the content says today, as it says it; what is filled in is compared with that. ``asked`` stands
    in the cell when the form goes out. ``unit`` is that of a number, ``choices`` the words of a choice, ``note``
    what Excel shows where the cell is chosen. ``printed`` is a text as pages print it, where ``now`` is a template.
    """

    kind: AnswerKind
    now: str = ""
    asked: str = ""
    unit: str = ""
    choices: tuple[str, ...] = ()
    note: str = ""
    printed: str = ""


@dataclass(frozen=True, slots=True)
class FormRow:
    """A record, or a part of one, that is asked for. ``id`` is its own in all forms of a content, ``path`` leads to it.

    ``shown`` is what stands in the locked cells and ``answers`` the cells to fill, by the keys of columns. ``item``
    is what a confirmation takes out of carried_over.yaml.
    """

    id: str
    path: FieldPath
    name: str
    shown: Mapping[str, str | Quantity]
    answers: Mapping[str, AnswerCell]
    bureaus: Bureaus = ()
    item: CarriedOverItem | None = None


@dataclass(frozen=True, slots=True)
class FormSheet:
    """The rows of one kind."""

    kind: SheetKind
    rows: tuple[FormRow, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """What goes out. ``content`` is a checksum of what the content says, ``bureau`` None where it is for everybody.

    ``previous_year`` is the fiscal year of the compendium that it is compared with, if there is one.
    """

    title: str
    fiscal_year: int
    content: str
    sheets: tuple[FormSheet, ...]
    bureau: str | None = None
    previous_year: int | None = None

    @property
    def rows(self) -> Iterator[tuple[SheetKind, FormRow]]:
        """Every row with the kind of its sheet."""
        return ((sheet.kind, row) for sheet in self.sheets for row in sheet.rows)
