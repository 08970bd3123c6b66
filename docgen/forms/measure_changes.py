"""The answer to a measure: its words and its status."""

from __future__ import annotations

from docgen.editing.source import Source
from docgen.forms.change import NOTHING, Answer, FormChange, Outcome
from docgen.forms.content import FormContent
from docgen.forms.measures import NO_STATUS, STATUS_WORDS
from docgen.forms.reading import choice_in
from docgen.forms.text_changes import text_outcome
from docgen.messages import message
from docgen.model import Measure
from docgen.model.compendium import record_at


def measure_outcome(answer: Answer, content: FormContent, source: Source) -> Outcome:
    """What the answer to a measure changes. DocgenError, at its cell, for a status that there is not."""
    return text_outcome(answer, content, source, "text") + _status(answer, content, source)


def _status(answer: Answer, content: FormContent, source: Source) -> Outcome:
    cell = answer.cells.get("status")
    if cell is None:
        return NOTHING
    now, word = answer.asked("status").now, choice_in(cell, answer.asked("status"))
    if word == now:
        return NOTHING
    path = (*answer.row.path, "status")
    measure = record_at(content.compendium, answer.row.path)
    assert isinstance(measure, Measure)
    values = {japanese: english for english, japanese in STATUS_WORDS.items()}
    if word == NO_STATUS:
        edits = source.without_key(path)
    elif measure.status is None:
        edits = source.key_after((*answer.row.path, "text"), "status", values[word])
    else:
        # A file that says it in Japanese goes on saying it in Japanese.
        is_english = source.scalar(path).strip("'\"") in values.values()
        edits = source.written(path, values[word] if is_english else word)
    change = FormChange(cell.where, answer.row.name, message("diff-status"), now, word)
    return Outcome(edits, changes=(change,), expected=(("status", word),))
