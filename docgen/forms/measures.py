"""Measures: their words and their status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docgen.fingerprint.excerpt import short
from docgen.forms.content import CONFIRMED, FormContent
from docgen.forms.form import AnswerCell, FormRow
from docgen.forms.sentences import printed
from docgen.model import Measure, MeasureChart
from docgen.model.measure import MEASURE_STATUS_WORDS
from docgen.model.renames import earlier

STATUS_WORDS: Mapping[str, str] = {status: words[0] for status, words in MEASURE_STATUS_WORDS.japanese}
"""The word for each state of a measure."""

NO_STATUS = "示さない"
"""The word for a measure whose state is not shown."""


def measure_rows(content: FormContent) -> Iterator[FormRow]:
    """A row for each measure of each chart; not for those that are shown once more as dropped."""
    for chart in content.compendium.measure_charts.values():
        for index, measure in enumerate(chart.measures):
            if measure.change != "dropped":
                yield _row(chart, index, measure, content)


def _row(chart: MeasureChart, index: int, measure: Measure, content: FormContent) -> FormRow:
    path = ("measure_charts", chart.id, "measures", index)
    identifier = f"{chart.id}/{measure.id}"
    words = printed(measure.text, (*path, "text"), content.desk)
    status = STATUS_WORDS.get(measure.status or "", NO_STATUS)
    answers = {
        "text": AnswerCell("text", measure.text, printed=words, note="文言を改めるときだけ、全文を入れてください。"),
        "status": AnswerCell(
            "choice", status, choices=(*STATUS_WORDS.values(), NO_STATUS), note="実施状況が変わったときに選んでください。"
        ),
    }
    return FormRow(
        f"measures/{identifier}",
        path,
        f"{chart.mark} {short(words, 25)}",
        {
            "group": f"{chart.mark} {chart.title}",
            "task": content.tasks.get(("measures", identifier), ""),
            "now": words,
            "now_status": status,
            **_last_year(chart, measure, content),
        },
        {**answers, **CONFIRMED},
        content.responsible.of(path),
        content.item("measures", identifier),
    )


def _last_year(chart: MeasureChart, measure: Measure, content: FormContent) -> dict[str, str]:
    """The words and the status that last year's chart gave the measure."""
    desk = content.previous
    before = earlier(chart, desk.library.content.measure_charts) if desk is not None else None
    for index, last in enumerate(before.measures if before is not None else ()):
        if last.id in (measure.id, *measure.formerly) and before is not None and desk is not None:
            text = printed(last.text, ("measure_charts", before.id, "measures", index, "text"), desk)
            return {"before": text, "before_status": STATUS_WORDS.get(last.status or "", NO_STATUS)}
    return {}
