"""Periods in the cells of a table (整備期間: 令和4～7年度) against what a sentence says of their rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable, dated_label
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.truth.near import near
from docgen.truth.sentence import Sentence


def periods_of_rows(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A span that a sentence gives one row of its slide's table, where the row's own is another that overlaps it."""
    tables = near(evidence)
    for sentence in sentences:
        periods = [claim for claim in sentence.claims if claim.kind == "period"]
        spans = [claim for claim in periods if claim.period and claim.period.kind == "span"]
        for table in tables.on_page(sentence) if len(spans) == 1 else ():
            [claim] = spans
            own = _of_row(sentence, table)
            if claim.period and own and own != claim.period and _meet(own, claim.period):
                yield sentence.breach(
                    "period-of-row",
                    sentence.spot_of(claim),
                    period=claim.text,
                    right=str(own),
                    place=str(table.where) if table.where is not None else table.name,
                )


def _meet(first: Period, second: Period) -> bool:
    return first.start <= second.end and second.start <= first.end


def _of_row(sentence: Sentence, table: FactTable) -> Period | None:
    """The one span in the cells of the one row that a sentence names, or in its name (海洋観測船 令和4～7年度)."""
    named = [line for line in table.texts if line[0].split()[0:1] and line[0].split()[0] in sentence.words]
    cells = [cell for line in named for cell in (*line[0].split()[1:], *line[1:])]
    dated = [dated_label(cell) for cell in cells] if len(named) == 1 else []
    periods = [period for period, rest in dated if period is not None and not rest]
    return periods[0] if len(periods) == 1 and periods[0].kind == "span" else None
