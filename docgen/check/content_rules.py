"""Rules on content: sentences take their numbers from the data; what is missing or overridden is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docgen.check.breach import Breach
from docgen.model import Compendium, IndicatorPage
from docgen.ready import ReadyCompendium, ReadyFigure, ReadyIndicatorPage, ReadyPrecedent

_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
# Numbers with the units that figures carry; years, dates and numbered names are words.
_NUMBER = re.compile(
    r"[0-9０-９][0-9０-９,，.．]*\s*(?:兆|億|百万|万|千)?(?:円|人|名|件|台|位|社|点|倍|[%％]|ポイント|米ドル|ドル)"
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
        return tuple(section.figure for section in record.excerpt if section.figure is not None)
    return ()


def _sentences(compendium: Compendium) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for identifier, indicator in compendium.indicators.items():
        for number, page in enumerate(indicator.pages):
            yield from _page_sentences(("indicators", identifier, "pages", number), page)
    for identifier, finding in compendium.findings.items():
        for number, point in enumerate(finding.points):
            yield ("findings", identifier, "points", number), point
    for identifier, study in compendium.precedents.items():
        for field in ("outline", "conclusions"):
            for number, item in enumerate(getattr(study, field)):
                yield ("precedents", identifier, field, number), item.text


def _page_sentences(
    path: tuple[str | int, ...], page: IndicatorPage
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for number, message in enumerate(page.messages):
        yield (*path, "messages", number), message
