"""What an answer changes, as values: the edits of files, and what is shown before they are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.editing.edits import Edit, PointAdded
from docgen.errors import CellPosition
from docgen.forms.form import AnswerCell, FormRow
from docgen.forms.returned import FilledCell
from docgen.forms.sheet_kinds import SheetKind
from docgen.messages import Phrase


@dataclass(frozen=True, slots=True)
class FormChange:
    """A change that a form asks for: the cell that says so, what it is of, and the text before and after.

    ``remark`` says what a person should look at: a large change, a number that the data no longer gives.

    >>> change = FormChange(CellPosition("form.xlsx", "指標の値", 5, 9), "I-1065 死者数", "値", "2,610人", "2,678人")
    >>> print(change)
    form.xlsx!指標の値!I5: I-1065 死者数 値: 2,610人 → 2,678人
    """

    where: CellPosition
    name: str
    field: Phrase
    before: Phrase
    after: str
    remark: Phrase = ""

    def __str__(self) -> str:
        remark = f" [{self.remark}]" if self.remark else ""
        return f"{self.where}: {self.name} {self.field}: {self.before} → {self.after}{remark}"


@dataclass(frozen=True, slots=True)
class Answer:
    """The cells of a row that were filled in, by the keys of columns."""

    kind: SheetKind
    row: FormRow
    cells: Mapping[str, FilledCell]

    def asked(self, key: str) -> AnswerCell:
        """What a cell is compared with."""
        return self.row.answers[key]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an answer comes to: edits, new points of series, and the changes to show; nothing where it says what is.

    ``expected`` is what the content says afterwards, by the keys of columns.
    """

    edits: tuple[Edit, ...] = ()
    points: tuple[PointAdded, ...] = ()
    changes: tuple[FormChange, ...] = ()
    expected: tuple[tuple[str, str], ...] = ()

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(
            self.edits + other.edits,
            self.points + other.points,
            self.changes + other.changes,
            self.expected + other.expected,
        )


NOTHING = Outcome()
