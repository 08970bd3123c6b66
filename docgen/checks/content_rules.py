"""Rules on content: sentences take their numbers from the data; what is missing, overridden or outdated is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.breach import Breach
from docgen.errors import FieldPath
from docgen.messages import message
from docgen.model import Compendium, Measure, Point
from docgen.model.page import Statement
from docgen.model.record import plain_values
from docgen.model.renames import earlier
from docgen.ready import ReadyCompendium, ReadyIndicatorPage, ReadyPage, ReadyValue

# The fields whose sentences and numbers speak of data, in every record, also of a kind that a pack brings.
# Notes and definitions state terms (24時間以内), titles and names are names.
_SENTENCES = frozenset({"messages", "points", "lead", "conclusion_lead", "change", "value"})
# Records whose ``text`` is such a sentence.
_TEXTS = (Point, Measure)
_TREND_NAMES = {
    "up": message("trend-up"),
    "down": message("trend-down"),
    "flat": message("trend-flat"),
    "unknown": message("trend-unknown"),
}
_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
# Stands for what a template prints.
_BLANK = "\ue000"
# A number with a unit that figures carry. Years and dates have other units; a number that belongs to a
# name (第3期, Top10%, 上位100社, SIP2, 30万人計画), to a class (資本金1億円以上10億円未満) or to a measure of
# rates (1人当たり) is no figure.
_NUMBER = re.compile(
    r"(?<![第A-Za-zＡ-Ｚａ-ｚ0-9０-９,.，．])(?<!上位)(?<!下位)(?<!トップ)(?<!資本金)(?<!以上)"
    r"[0-9０-９][0-9０-９,，.．]*\s*(?:兆|億|百万|万|千)?"
    r"(?:円|人|名|件|台|位|社|点|倍|割|課題|機関|拠点|会員|施策|校|[%％]|ポイント|米ドル|ドル)"
    r"(?!計画)(?!・?[0-9０-９]*[日年]?当たり)"
)


def said_while_reading(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """What reading the content and its data files had to say: rows left out, hidden sheets."""
    yield from compendium.notices


def literal_numbers(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A sentence about data whose number is typed instead of taken from the data by a template."""
    yield from typed_breaches(compendium)


def typed_breaches(compendium: Compendium) -> Iterator[Breach]:
    """A breach for each typed number, in the order of :func:`typed_numbers`."""
    for path, sentence, start, end in typed_numbers(compendium):
        yield Breach("literal-number", compendium.position(path), number=sentence[start:end])


def typed_numbers(compendium: Compendium) -> Iterator[tuple[FieldPath, str, int, int]]:
    """Each number that is typed in a sentence about data: the path to that, its text, and the number's characters."""
    for path, sentence in _sentences(compendium):
        plain = _TEMPLATE.sub(lambda found: _BLANK * len(found.group()), sentence)
        yield from ((path, sentence, *number.span()) for number in _NUMBER.finditer(plain))


def untraced_statements(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A statement of a summary, an overview or an analysis that does not say what it rests on."""
    for path, record in compendium.records:
        if isinstance(record, Statement) and not record.rests_on:
            yield Breach("untraced-statement", compendium.position(path), text=record.text[:40])


def missing_figures(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """Pages, figures and other parts whose data is not provided yet, whether or not the edition draws them."""
    for gap in ready.gaps:
        if gap.kind == "page":
            yield Breach("missing-data", gap.page, level="notice", name=gap.title)
        else:
            yield Breach("missing-series", gap.page, level="notice", title=gap.title, missing=gap.words)


def overridden_judgements(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """Trends and attainments that a person set instead of the computed ones."""
    for page, _, value in _indicator_values(ready):
        if value.override_reason:
            yield Breach("override", page.id, level="notice", name=value.name, reason=value.override_reason)


def turned_trends(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A trend that has turned since last year, while no sentence on the indicator has changed: it may say 減少 still."""
    for page, record, value in _indicator_values(ready):
        trends = {value.trend, value.trend_before}
        if len(trends) == 2 and not trends & {None, "unknown"} and _untouched(record.indicator, compendium):
            yield Breach(
                "turned-trend",
                page.id,
                level="notice",
                name=value.name,
                trend=_TREND_NAMES[value.trend or "unknown"],
                before=_TREND_NAMES[value.trend_before or "unknown"],
            )


def _untouched(indicator: str, compendium: Compendium) -> bool:
    """Whether there are sentences on an indicator, and all of them are last year's."""
    if compendium.previous is None:
        return False
    sentences = _sentences_on(indicator, compendium)
    record = compendium.indicators.get(indicator)
    before = earlier(record, compendium.previous.indicators) if record is not None else None
    return bool(sentences) and before is not None and sentences == _sentences_on(before.id, compendium.previous)


def _sentences_on(indicator: str, compendium: Compendium) -> list[str]:
    """The messages on an indicator's pages and the points of its findings."""
    pages = compendium.indicators[indicator].pages if indicator in compendium.indicators else ()
    findings = [finding for finding in compendium.findings.values() if finding.indicator == indicator]
    messages = [sentence for page in pages for sentence in page.messages]
    return [*messages, *(point for finding in findings for point in finding.points)]


def _indicator_values(ready: ReadyCompendium) -> Iterator[tuple[ReadyPage, ReadyIndicatorPage, ReadyValue]]:
    """The values of all indicators, with their pages."""
    for page in ready.pages:
        if isinstance(page.record, ReadyIndicatorPage):
            yield from ((page, page.record, value) for value in page.record.values)


def _sentences(compendium: Compendium) -> Iterator[tuple[FieldPath, str]]:
    """Every sentence that speaks of data, with the path to it."""
    for path, record in compendium.records:
        for inner, value in plain_values(record, path):
            field = inner[len(path)]
            if isinstance(value, str) and (field in _SENTENCES or (field == "text" and isinstance(record, _TEXTS))):
                yield inner, value
