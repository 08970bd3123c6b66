"""The answer to a sentence: the new one, with the numbers that come from the data taken from there again."""

from __future__ import annotations

from docgen.editing.source import Source
from docgen.forms.change import NOTHING, Answer, FormChange, Outcome
from docgen.forms.content import FormContent
from docgen.forms.reading import text_in
from docgen.forms.sentences import same_words, template_again
from docgen.messages import message


def sentence_outcome(answer: Answer, content: FormContent, source: Source) -> Outcome:
    """What the answer to a sentence changes, which stands at the row's path itself."""
    return text_outcome(answer, content, source)


def text_outcome(answer: Answer, content: FormContent, source: Source, *field: str) -> Outcome:
    """What a new text changes; ``field`` leads from the row's record to the text."""
    cell = answer.cells.get("text")
    if cell is None:
        return NOTHING
    asked, text = answer.asked("text"), text_in(cell)
    if same_words(text, (asked.now, asked.printed)):
        return NOTHING
    path = (*answer.row.path, *field)
    new, lost = template_again(text, asked.now, path, content.desk)
    remark = message("form-numbers-lost", numbers=lost) if lost else ""
    if path not in content.compendium.origin.positions and path[-1] == "text":
        # A point that is written as its text alone: - 探査機の開発.
        path = path[:-1]
    change = FormChange(cell.where, answer.row.name, message("form-field-text"), asked.printed, text, remark)
    return Outcome(source.written(path, new), changes=(change,), expected=(("text", new),))
