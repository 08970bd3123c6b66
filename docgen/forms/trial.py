"""Answers tried in a copy of the folder: what is then wrong is said at the cell of the form that it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from docgen.editing.edits import CellEdit, Edit, SheetEdit, TextEdit
from docgen.editing.source import Source
from docgen.errors import CellPosition, DocgenError, DocgenErrors, Position, Where
from docgen.forms.change import Answer, Outcome
from docgen.forms.form import Form
from docgen.whole.copy import copy_with


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer and what it comes to."""

    answer: Answer
    outcome: Outcome

    @property
    def where(self) -> CellPosition:
        """The cell that asks for the change."""
        return self.outcome.changes[0].where


def collisions(answered: Sequence[Answered]) -> Iterator[DocgenError]:
    """Errors for two answers that write different things into one place of the content."""
    places: dict[tuple[str | int, ...], tuple[Edit, Answered]] = {}
    for own in answered:
        for edit in own.outcome.edits:
            first, other = places.setdefault(_place(edit), (edit, own))
            if first != edit:
                yield DocgenError("form-one-place", where=own.where, other=str(other.where))


def tried(
    files: Mapping[str, bytes],
    folder: Path,
    answered: Sequence[Answered],
    source: Source,
    reload: Callable[[Path], Form],
) -> None:
    """Load and derive a copy of the folder with the new files, which lies beside it so that its paths lead on.

    ``reload`` gives the form of a folder. Raises DocgenErrors with what is wrong then, and with each answer that the
    content does not say as it was given; an error that an answer causes has its cell.
    """
    if not files:
        return
    with copy_with({folder / file: data for file, data in files.items()}, folder) as copy:
        form = _reloaded(copy, folder, answered, source, reload)
    problems = list(_read_otherwise(answered, form))
    if problems:
        raise DocgenErrors(problems)


def _reloaded(
    copy: Path, folder: Path, answered: Sequence[Answered], source: Source, reload: Callable[[Path], Form]
) -> Form:
    try:
        return reload(copy)
    except DocgenError as error:
        errors = error.errors if isinstance(error, DocgenErrors) else (error,)
        cells = _cells_by_line(answered, source)
        raise DocgenErrors([single.at(_cell_of(single.where, copy, folder, cells)) for single in errors]) from error


def _read_otherwise(answered: Sequence[Answered], form: Form) -> Iterator[DocgenError]:
    """Errors for answers that the content does not say as they were given: a number that its cell shows rounded."""
    rows = {row.id: row for _, row in form.rows}
    for own in answered:
        row = rows.get(own.answer.row.id)
        for key, wanted in own.outcome.expected if row is not None else ():
            now = row.answers[key].now if row is not None else ""
            if now != wanted and not _same_number(now, wanted):
                yield DocgenError("form-read-otherwise", where=own.where, now=now or "－", wanted=wanted)


def _same_number(first: str, second: str) -> bool:
    try:
        return Decimal(first) == Decimal(second)
    except InvalidOperation:
        return first.rstrip("\n") == second.rstrip("\n")


def _cell_of(where: Where, copy: Path, folder: Path, cells: Mapping[tuple[str, str, int], CellPosition]) -> Where:
    """The cell of the answer that wrote the line of an error; else the error's place in the folder itself."""
    if isinstance(where, Position):
        file = Path(where.file).relative_to(copy).as_posix() if where.file.startswith(str(copy)) else where.file
        cell = cells.get((file, "", where.line))
        return cell or Position(where.file.replace(str(copy), str(folder)), where.line, where.column)
    if isinstance(where, CellPosition):
        file = Path(where.file).relative_to(copy).as_posix() if where.file.startswith(str(copy)) else where.file
        moved = CellPosition(where.file.replace(str(copy), str(folder)), where.sheet, where.row, where.column)
        return cells.get((file, where.sheet, where.row)) or moved
    return where


def _cells_by_line(answered: Sequence[Answered], source: Source) -> dict[tuple[str, str, int], CellPosition]:
    """The cell that wrote a line of a file as it is after all edits, or a row of a sheet: by file, sheet and line."""
    cells: dict[tuple[str, str, int], CellPosition] = {}
    texts: dict[str, list[tuple[TextEdit, CellPosition]]] = {}
    for own in answered:
        for edit in own.outcome.edits:
            if isinstance(edit, TextEdit):
                texts.setdefault(edit.file, []).append((edit, own.where))
            elif isinstance(edit, CellEdit):
                cells[edit.file, "", edit.line] = own.where
            elif isinstance(edit, SheetEdit):
                cells[edit.file, edit.sheet, edit.row] = own.where
    for file, edits in texts.items():
        text, added = source.text(file), 0
        for edit, where in sorted(edits, key=lambda each: each[0]):
            first = text.count("\n", 0, edit.start) + 1 + added
            for line in range(first, first + edit.text.count("\n") + 1):
                cells.setdefault((file, "", line), where)
            added += edit.text.count("\n") - text.count("\n", edit.start, edit.end)
    return cells


def _place(edit: Edit) -> tuple[str | int, ...]:
    """Where an edit writes; two insertions at one place are two places."""
    if isinstance(edit, TextEdit):
        return (edit.file, edit.start, edit.end, edit.text if edit.start == edit.end else "")
    if isinstance(edit, CellEdit):
        return (edit.file, edit.line, edit.column)
    if isinstance(edit, SheetEdit):
        return (edit.file, edit.sheet, edit.row, edit.column)
    return (repr(edit),)
