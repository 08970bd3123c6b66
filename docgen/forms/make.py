"""The form of a compendium: everything that bureaus renew each year, or what one bureau is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.forms.budgets import budget_rows
from docgen.forms.content import FormContent, checksum
from docgen.forms.form import Form, FormRow, FormSheet
from docgen.forms.measures import measure_rows
from docgen.forms.others import figure_rows, front_rows, missing_rows
from docgen.forms.sheet_kinds import (
    BUDGETS,
    FIGURES,
    FRONT,
    MEASURES,
    MISSING,
    SHEET_KINDS,
    VALUES,
    SheetKind,
)
from docgen.forms.texts import text_rows
from docgen.forms.values import value_rows
from docgen.messages import message
from docgen.model.lookup import not_among


def form_of(content: FormContent, bureau: str | None = None) -> Form:
    """The form of a compendium; of the records of one ``bureau`` where it is named.

    Raises DocgenError for a bureau that the content does not name, and DocgenErrors for values and sentences that
    cannot be derived.
    """
    known = content.responsible.every()
    if bureau is not None and bureau not in known:
        what, otherwise = message("no-record-of-bureau", bureau=bureau), message("some-bureau")
        raise not_among(what, bureau, known, None, otherwise=otherwise)
    rows = [(kind, row) for kind, row in _rows(content) if bureau is None or bureau in row.bureaus]
    return _form(content, rows, bureau)


def work_form(content: FormContent) -> Form:
    """The form of what waits for a person: open items of last year's, and data that is missing."""
    rows = [(kind, row) for kind, row in _rows(content) if kind is MISSING or row.shown.get("task")]
    return _form(content, rows, None)


def _form(content: FormContent, rows: list[tuple[SheetKind, FormRow]], bureau: str | None) -> Form:
    content.desk.problems.raise_all()
    sheets = tuple(
        FormSheet(kind, own)
        for kind in SHEET_KINDS.values()
        if (own := tuple(row for of, row in rows if of is kind))
    )
    compendium = content.compendium
    year = content.library.previous_year
    return Form(compendium.title, compendium.fiscal_year, checksum(compendium), sheets, bureau, year)


def _rows(content: FormContent) -> Iterator[tuple[SheetKind, FormRow]]:
    yield from ((VALUES, row) for row in value_rows(content))
    yield from ((FIGURES, row) for row in figure_rows(content))
    yield from ((MEASURES, row) for row in measure_rows(content))
    yield from ((BUDGETS, row) for row in budget_rows(content))
    yield from text_rows(content)
    yield from ((FRONT, row) for row in front_rows(content))
    yield from ((MISSING, row) for row in missing_rows(content))
