"""The answer to the date of publication."""

from __future__ import annotations

from docgen.editing.source import Source
from docgen.editing.years import spelled_like
from docgen.forms.amounts import kind_of
from docgen.forms.change import NOTHING, Answer, FormChange, Outcome
from docgen.forms.content import FormContent
from docgen.forms.reading import period_in
from docgen.model import Period


def front_outcome(answer: Answer, content: FormContent, source: Source) -> Outcome:
    """What the answer to the date of publication changes. DocgenError, at its cell, for what is no date."""
    cell = answer.cells.get("period")
    if cell is None:
        return NOTHING
    now, period = Period.parse(answer.asked("period").now), period_in(cell, answer.asked("period"))
    if period == now:
        return NOTHING
    path = answer.row.path
    spelled = spelled_like(period, source.scalar(path).strip("'\""), now)
    change = FormChange(cell.where, answer.row.name, "", str(now), str(period))
    return Outcome(source.written(path, spelled, kind_of(spelled)), changes=(change,), expected=(("period", str(period)),))
