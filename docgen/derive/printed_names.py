"""What is printed for records: their ids only where the content says so, else their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from docgen.model import Compendium, Indicator
from docgen.ready import ReadyIndicatorPage, ReadyPage, ReadyPageRecord


def printed_ids(indicator: Indicator, content: Compendium) -> tuple[str, ...]:
    """The ids that pages print of an indicator; none unless it or its compendium says so."""
    shown = indicator.show_id if indicator.show_id is not None else content.show_ids
    return (indicator.id, *indicator.paired) if shown else ()


def with_printed_grounds(pages: Iterable[ReadyPage], content: Compendium) -> tuple[ReadyPage, ...]:
    """The pages with what the speaker notes print of the records that each rests on."""
    pages = tuple(pages)
    if content.show_ids:
        return tuple(replace(page, grounds=page.rests_on) for page in pages)
    titles = {page.id: title_of(page) for page in pages}
    return tuple(
        replace(page, grounds=tuple(dict.fromkeys(_name_of(name, titles, content) for name in page.rests_on)))
        if page.rests_on
        else page
        for page in pages
    )


def title_of(page: ReadyPage) -> str:
    """The title of a page that is one record of the content; empty for others."""
    record = page.record
    if isinstance(record, ReadyIndicatorPage):
        return record.title
    return record.record.title if isinstance(record, ReadyPageRecord) else ""


def _name_of(identifier: str, titles: dict[str, str], content: Compendium) -> str:
    """The name of what a page rests on: an indicator, a finding, a page or a statement on it, a data file."""
    if identifier in content.findings:
        identifier = content.findings[identifier].indicator
    if identifier in content.indicators:
        return content.indicators[identifier].name
    if identifier in content.candidates:
        return content.candidates[identifier].name
    if identifier in content.measure_charts:
        chart = content.measure_charts[identifier]
        return f"{chart.mark} {chart.title}".strip()
    if identifier in content.precedents:
        return content.precedents[identifier].title
    if identifier in content.datasets:
        return content.datasets[identifier].title or content.datasets[identifier].file
    if titles.get(identifier):
        return titles[identifier]
    # A statement of a page is called page/statement.
    page = identifier.rpartition("/")[0]
    return titles.get(page) or identifier
