"""Rules on what a year changes: sentences that were not touched although what they speak of has turned."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.breach import Breach
from docgen.model import Compendium
from docgen.ready import ReadyCompendium, ReadyIndicatorPage

_UNKNOWN = (None, "unknown")


def turned_trends(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A value whose trend is not last year's, while the sentences on its indicator are: 減少 where it rises."""
    for page in ready.pages:
        record = page.record
        if not isinstance(record, ReadyIndicatorPage) or not _untouched(record.indicator, compendium):
            continue
        for value in record.values:
            if value.trend != value.trend_before and not {value.trend, value.trend_before} & set(_UNKNOWN):
                yield Breach(
                    "turned-trend",
                    page.id,
                    f"{value.name}: the trend is {value.trend}, last year's was {value.trend_before}, "
                    "and no sentence on the indicator has changed",
                    "read its messages and findings again",
                    level="notice",
                )


def _untouched(indicator: str, compendium: Compendium) -> bool:
    """Whether there are sentences on an indicator, and all of them are last year's."""
    if compendium.previous is None:
        return False
    sentences = _sentences(indicator, compendium)
    return bool(sentences) and sentences == _sentences(indicator, compendium.previous)


def _sentences(indicator: str, compendium: Compendium) -> list[str]:
    found = compendium.indicators.get(indicator)
    messages = [text for page in (found.pages if found is not None else ()) for text in page.messages]
    points = [
        text for each in compendium.findings.values() if each.indicator == indicator for text in each.points
    ]
    return [*messages, *points]
