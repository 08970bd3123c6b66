"""Rules on content: sentences take their numbers from the data; what is missing or overridden is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from docgen.check.breach import Breach
from docgen.model import Compendium, ExcerptSection, Finding, IndicatorPage, Measure, Point, Precedent, Record
from docgen.model.compendium import Path
from docgen.model.statement import Statement
from docgen.ready import (
    ReadyCompendium,
    ReadyExcerptSection,
    ReadyFigure,
    ReadyIndicatorPage,
    ReadyPageRecord,
    ReadyPrecedent,
)
from docgen.validate.known import fields

# The fields whose sentences speak of data. Notes and definitions state terms (24時間以内), titles are names.
_SENTENCES: Mapping[type[Record], frozenset[str]] = {
    IndicatorPage: frozenset({"messages"}),
    Finding: frozenset({"points"}),
    Measure: frozenset({"text"}),
    Precedent: frozenset({"conclusion_lead"}),
    ExcerptSection: frozenset({"lead"}),
    Point: frozenset({"text"}),
    Statement: frozenset({"text"}),
}
_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
# A number with a unit that figures carry. Years and dates have other units; a number that belongs to a
# name (第3期, Top10%, 上位100社, SIP2) or to a measure of rates (1人当たり) is no figure.
_NUMBER = re.compile(
    r"(?<![第A-Za-zＡ-Ｚａ-ｚ0-9０-９,.，．])(?<!上位)(?<!下位)(?<!トップ)"
    r"[0-9０-９][0-9０-９,，.．]*\s*(?:兆|億|百万|万|千)?"
    r"(?:円|人|名|件|台|位|社|点|倍|課題|[%％]|ポイント|米ドル|ドル)(?!・?[0-9０-９]*[日年]?当たり)"
)


def literal_numbers(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A sentence about data whose number is typed instead of taken from the data by a template."""
    for path, sentence in _sentences(compendium):
        for found in _NUMBER.finditer(_TEMPLATE.sub("", sentence)):
            yield Breach(
                "literal-number",
                compendium.position(path),
                f"the number {found.group()!r} is typed into a sentence",
                "take it from the data: {{ values[…] }}, {{ facts.… }} or {{ data(…) }}",
            )


def missing_figures(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """Figures and indicators whose data is not provided yet."""
    for page in ready.pages:
        record = page.record
        if isinstance(record, ReadyIndicatorPage) and not record.has_data:
            yield Breach("missing-data", page.id, f"{record.name}: no data yet", level="notice")
        for figure in _figures(record):
            if figure.missing is not None:
                yield Breach("missing-series", page.id, f"{figure.title}: {figure.missing}", level="notice")


def overridden_judgements(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """Trends and attainments that a person set instead of the computed ones."""
    for page in ready.pages:
        if isinstance(page.record, ReadyIndicatorPage):
            for value in page.record.values:
                if value.override_reason:
                    yield Breach(
                        "override", page.id, f"{value.name}: {value.override_reason}", level="notice"
                    )


def _figures(record: object) -> Iterable[ReadyFigure]:
    if isinstance(record, ReadyIndicatorPage):
        return record.figures
    if isinstance(record, ReadyPrecedent):
        return tuple(figure for section in record.excerpt for figure in _section_figures(section))
    if isinstance(record, ReadyPageRecord):
        return tuple(record.figures.values())
    return ()


def _section_figures(section: ReadyExcerptSection) -> Iterator[ReadyFigure]:
    """The figures of a section and of its panels."""
    if section.figure is not None:
        yield section.figure
    for panel in section.panels:
        yield from _section_figures(panel)


def _sentences(compendium: Compendium) -> Iterator[tuple[Path, str]]:
    """Every sentence that speaks of data, with the path to it."""
    for path, record in compendium.records:
        for at, value in fields(record, path):
            if isinstance(value, str) and at[len(path)] in _SENTENCES.get(type(record), ()):
                yield at, value
