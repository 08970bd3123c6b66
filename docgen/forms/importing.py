"""Returned forms into the content: read, gathered, tried in a copy of the folder, shown, and only then written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.breach import Breach
from docgen.editing.edits import Edit
from docgen.editing.files import edited_files
from docgen.editing.points import points_written
from docgen.editing.source import Source
from docgen.errors import DocgenError, DocgenErrors
from docgen.forms.budget_changes import budget_outcome
from docgen.forms.change import NOTHING, Answer, FormChange, Outcome
from docgen.forms.content import FormContent
from docgen.forms.form import Form
from docgen.forms.front_changes import front_outcome
from docgen.forms.gather import Gathered, gathered, stale_cells
from docgen.forms.make import form_of
from docgen.forms.measure_changes import measure_outcome
from docgen.forms.returned import ReturnedForm, returned_form
from docgen.forms.sheet_kinds import CONFIRM, REMARK
from docgen.forms.text_changes import sentence_outcome
from docgen.forms.trial import Answered, collisions, tried
from docgen.forms.value_changes import value_outcome
from docgen.whole.files import write_files

# The kinds of sheets whose answers change something.
_OUTCOMES: Mapping[str, Callable[[Answer, FormContent, Source], Outcome]] = {
    "values": value_outcome,
    "measures": measure_outcome,
    "budgets": budget_outcome,
    "precedents": sentence_outcome,
    "texts": sentence_outcome,
    "front": front_outcome,
}


@dataclass(frozen=True, slots=True)
class FormImport:
    """What returned forms change in a content folder, before it is written.

    ``changes`` are told one by one, ``confirmed`` are the names of what stays as it is, ``notices`` what is worth
    knowing: remarks, rows that are gone, forms of other content. ``files`` are the new bytes of the folder's files
    by their paths in it.
    """

    folder: Path
    changes: tuple[FormChange, ...]
    confirmed: tuple[str, ...]
    notices: tuple[Breach, ...]
    files: Mapping[str, bytes]

    def write(self) -> None:
        """Write the files, all or none. DocgenError where one cannot be written; then the folder is as it was."""
        write_files({self.folder / file: data for file, data in self.files.items()}, self.folder)


def imported(
    paths: Iterable[Path], folder: Path, content: FormContent, reload: Callable[[Path], Form]
) -> FormImport:
    """What the forms at ``paths`` change in a folder, whose content is ``content``; nothing is written yet.

    ``reload`` gives the form of a folder. Raises DocgenErrors with everything that is wrong, each with its workbook,
    sheet and cell.
    """
    forms, form = _read(paths), form_of(content)
    known, source = gathered(forms, form), Source(folder, content.compendium)
    problems = list(known.problems)
    answered: list[Answered] = []
    for answer in known.answers:
        try:
            answered.append(Answered(answer, _outcome(answer, known, content, source)))
        except DocgenErrors as errors:
            problems += errors.errors
        except DocgenError as error:
            problems.append(_at_a_cell(error, answer))
    problems += collisions(answered)
    if problems:
        raise DocgenErrors(problems)
    confirmed = [own.answer for own in answered if not own.outcome.changes and _confirms(own.answer, known)]
    try:
        edits = [*_edits(answered, source), *_taken_out(confirmed, answered, form, content, source)]
        files = edited_files(edits, source)
    except DocgenError as error:
        raise DocgenErrors([error]) from error
    tried(files, folder, answered, source, reload)
    changes = tuple(change for own in answered for change in own.outcome.changes)
    return FormImport(folder, changes, tuple(answer.row.name for answer in confirmed), known.notices, files)


def _read(paths: Iterable[Path]) -> tuple[ReturnedForm, ...]:
    """The forms. DocgenErrors with what is wrong in any of them."""
    forms: list[ReturnedForm] = []
    problems: list[DocgenError] = []
    for path in paths:
        try:
            forms.append(returned_form(path))
        except DocgenError as error:
            problems += error.errors if isinstance(error, DocgenErrors) else (error,)
    if problems:
        raise DocgenErrors(problems)
    return tuple(forms)


def _outcome(answer: Answer, known: Gathered, content: FormContent, source: Source) -> Outcome:
    """What one answer changes. DocgenErrors where it is confirmed and changed at once, or the content moved on since."""
    make = _OUTCOMES.get(answer.kind.key)
    outcome = make(answer, content, source) if make is not None else NOTHING
    if not outcome.changes:
        return NOTHING
    confirm = answer.cells.get(CONFIRM)
    if confirm is not None:
        raise DocgenError("form-confirmed-and-changed", where=confirm.where, other=str(outcome.changes[0].where))
    changing = {change.where for change in outcome.changes}
    stale = [
        DocgenError("form-content-moved", where=cell.where, said=said or "－", now=now or "－", answer=cell.text)
        for cell, said, now in stale_cells(answer, known.before)
        if cell.where in changing
    ]
    if stale:
        raise DocgenErrors(stale)
    return outcome


def _at_a_cell(error: DocgenError, answer: Answer) -> DocgenError:
    """An error of an answer at its cell, also where it came up in a file of the content."""
    cells = {cell.where for cell in answer.cells.values()}
    if error.where in cells:
        return error
    where = next(iter(answer.cells.values())).where
    return DocgenError("form-not-writable", where=where, place=str(error.where), reason=error.message)


def _edits(answered: Sequence[Answered], source: Source) -> tuple[Edit, ...]:
    points = [point for own in answered for point in own.outcome.points]
    return (*(edit for own in answered for edit in own.outcome.edits), *points_written(points, source))


def _confirms(answer: Answer, known: Gathered) -> bool:
    """Whether a row that changes nothing says that it stays as it is; not where the answer was taken in before."""
    moved = {cell.where for cell, _, _ in stale_cells(answer, known.before)}
    return any(key != REMARK and cell.where not in moved for key, cell in answer.cells.items())


def _taken_out(
    confirmed: Sequence[Answer], answered: Sequence[Answered], form: Form, content: FormContent, source: Source
) -> Iterator[Edit]:
    """The edits that take what is confirmed out of carried_over.yaml.

    A record whose sentences wait is taken out once each of them is confirmed or written anew.
    """
    done = {own.answer.row.id for own in answered if own.outcome.changes or own.answer in confirmed}
    waiting: dict[tuple[str, str], set[str]] = {}
    for _, row in form.rows:
        if row.item is not None:
            waiting.setdefault(row.item, set()).add(row.id)
    for item in dict.fromkeys(answer.row.item for answer in confirmed):
        if item is not None and waiting[item] <= done:
            name, identifier = item
            index = getattr(content.compendium.carried_over, name).index(identifier)
            yield from source.without_item(("carried_over", name, index))
