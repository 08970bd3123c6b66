"""The answers of several returned forms, together: each cell once, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.breach import Breach
from docgen.errors import CellPosition, DocgenError
from docgen.forms.change import Answer
from docgen.forms.form import AnswerCell, Form, FormRow
from docgen.forms.reading import same_answer
from docgen.forms.returned import FilledCell, ReturnedForm, ReturnedRow
from docgen.forms.sheet_kinds import ANSWER_KEYS, REMARK, SheetKind


@dataclass(frozen=True, slots=True)
class Gathered:
    """The answers of all forms, what is worth knowing, and what is wrong.

    ``before`` is what the content said when the form was made that a cell stands in.
    """

    answers: tuple[Answer, ...]
    before: Mapping[CellPosition, str]
    notices: tuple[Breach, ...]
    problems: tuple[DocgenError, ...]


def gathered(forms: Sequence[ReturnedForm], form: Form) -> Gathered:
    """The answers of ``forms`` to what is asked of the content now, which is ``form``."""
    rows = {row.id: (kind, row) for kind, row in form.rows}
    problems: list[DocgenError] = []
    cells: dict[str, dict[str, FilledCell]] = {}
    before: dict[CellPosition, str] = {}
    for returned in forms:
        for own in returned.rows:
            row_id = _row_id(own, returned, rows)
            if row_id not in rows:
                problems += _stray(own)
                continue
            said = {cell.where: returned.before.get((own.id, key)) for key, cell in own.cells.items()}
            before.update({where: text for where, text in said.items() if text is not None})
            problems += _merge(cells.setdefault(row_id, {}), own, rows[row_id][1])
    answers = tuple(Answer(*rows[row_id], filled) for row_id, filled in cells.items() if filled)
    notices = tuple(notice for returned in forms for notice in _notices(returned, form))
    return Gathered(answers, before, notices, tuple(problems))


def _row_id(own: ReturnedRow, form: ReturnedForm, rows: Mapping[str, tuple[SheetKind, FormRow]]) -> str:
    """The id that a row's record has now: a sentence that moved in its list is found by what it said."""
    said = form.before.get((own.id, "text"))
    if said is None or not own.id.startswith("texts/"):
        return own.id
    if own.id in rows and rows[own.id][1].answers["text"].now == said:
        return own.id
    record = "/".join(own.id.split("/")[:3]) + "/"
    same = [name for name, (_, row) in rows.items() if name.startswith(record) and row.answers["text"].now == said]
    return same[0] if len(same) == 1 else own.id


def _filled(own: ReturnedRow, asked: Mapping[str, AnswerCell]) -> dict[str, FilledCell]:
    """The cells to fill that somebody filled: not those that hold what stood there when the form went out."""
    return {
        key: cell for key, cell in own.cells.items() if key in asked and cell.text.strip() != asked[key].asked
    }


def _stray(own: ReturnedRow) -> Iterator[DocgenError]:
    """The error for a row that somebody added, or for one with answers whose record is gone."""
    if not own.id:
        cell = next(iter(own.cells.values()))
        yield DocgenError("form-row-added", where=cell.where, text=cell.text)
    for key, cell in own.cells.items() if own.id else ():
        if key in ANSWER_KEYS - {REMARK}:
            yield DocgenError("form-row-gone", where=cell.where, id=own.id, text=cell.text)


def _merge(cells: dict[str, FilledCell], own: ReturnedRow, row: FormRow) -> Iterator[DocgenError]:
    """Take over a row's answers. Errors for cells that two forms (or two rows of one) answer differently."""
    for key, cell in _filled(own, row.answers).items():
        other = cells.setdefault(key, cell)
        if key != REMARK and not same_answer(other, cell, row.answers[key]):
            yield DocgenError(
                "form-conflict", where=cell.where, text=cell.text, other=str(other.where), other_text=other.text
            )


def _notices(returned: ReturnedForm, form: Form) -> Iterator[Breach]:
    """What a form says besides its answers: rows that are gone from it, remarks, sheets of somebody's own."""
    names = {row.id: row.name for _, row in form.rows}
    there = {row.id for row in returned.rows}
    for name in dict.fromkeys(name for name, _ in returned.before):
        if name not in there:
            yield Breach("form-row-deleted", returned.file, level="notice", name=names.get(name, name))
    for row in returned.rows:
        if REMARK in row.cells:
            cell = row.cells[REMARK]
            yield Breach("form-remark", cell.where, level="notice", name=names.get(row.id, row.id), text=cell.text)
    for sheet in returned.others:
        yield Breach("form-other-sheet", sheet, level="notice")
    if returned.content is None:
        yield Breach("form-without-record", returned.file, level="notice")
    elif returned.content != form.content:
        yield Breach("form-of-other-content", returned.file, level="notice")


def stale_cells(answer: Answer, before: Mapping[CellPosition, str]) -> Iterator[tuple[FilledCell, str, str]]:
    """The answered cells whose content changed since the form was made: what it said then, and says now."""
    for key, cell in answer.cells.items():
        said = before.get(cell.where)
        if said is not None and said != answer.asked(key).now:
            yield cell, said, answer.asked(key).now
