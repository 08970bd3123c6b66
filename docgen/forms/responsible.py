"""Whose each record is: the bureau that it names, else that of the section of the deck plan that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docgen.derive.plan import sections_in_order
from docgen.errors import FieldPath
from docgen.model import Compendium
from docgen.ready import ReadyCompendium

Bureaus = tuple[str, ...]
"""The bureaus that a record is to be asked of, each once; none where nobody is named."""


@dataclass(frozen=True, slots=True)
class Responsible:
    """The bureaus of a compendium's records. ``sections`` are those of its pages by the paths of their records."""

    compendium: Compendium
    sections: Mapping[FieldPath, str]

    def of(self, path: FieldPath) -> Bureaus:
        """The bureaus of what stands at ``path``.

        A finding is its indicator's, a candidate belongs to its pages, a budget line to the charts that use it.
        """
        collection, name = str(path[0]), str(path[1]) if len(path) > 1 else ""
        content = self.compendium
        if collection == "indicators":
            index = int(path[3]) if len(path) > 3 else None
            return self._of_indicator(name, index)
        if collection == "findings":
            return self._of_indicator(content.findings[name].indicator, None)
        if collection == "candidates":
            pages = content.candidates[name].pages
            return _each_once(self._of_record("pages", page) for page in pages if page in content.pages)
        if collection == "budget_lines":
            charts = content.measure_charts.values()
            users = (chart.id for chart in charts if any(use.line == name for use in chart.budgets))
            return _each_once(self._of_record("measure_charts", chart) for chart in users)
        if collection in ("measure_charts", "precedents", "pages"):
            return _each_once((self._of_record(collection, name),))
        return ()

    def every(self) -> Bureaus:
        """The bureaus that the content names anywhere, in their order."""
        named = (chain[-1].responsible for _, chain in sections_in_order(self.compendium.sections))
        records = (getattr(record, "responsible", None) for _, record in self.compendium.records)
        return tuple(dict.fromkeys(bureau for bureau in (*named, *records) if bureau))

    def _of_indicator(self, name: str, index: int | None) -> Bureaus:
        """The bureaus of one of an indicator's pages, of all its pages where ``index`` is None."""
        known = self.compendium.indicators.values()
        indicator = next((own for own in known if name in (own.id, *own.paired)), None)
        if indicator is None:
            return ()
        chosen = range(len(indicator.pages)) if index is None else (index,)
        return _each_once(
            indicator.pages[number].responsible
            or indicator.responsible
            or self.sections.get(("indicators", indicator.id, "pages", number))
            for number in chosen
        )

    def _of_record(self, collection: str, name: str) -> str | None:
        """The bureau of a measure chart, a precedent or a page of its own."""
        record = getattr(self.compendium, collection).get(name)
        return getattr(record, "responsible", None) or self.sections.get((collection, name))


def responsible(compendium: Compendium, ready: ReadyCompendium) -> Responsible:
    """Whose the records of a compendium are; ``ready`` says in which section each is shown."""
    bureaus: dict[str, str] = {}
    for _, chain in sections_in_order(compendium.sections):
        bureau = next((section.responsible for section in reversed(chain) if section.responsible), None)
        if bureau is not None:
            bureaus[chain[-1].id] = bureau
    sections = {page.path: bureaus[page.section] for page in ready.pages if page.section in bureaus}
    return Responsible(compendium, sections)


def _each_once(bureaus: Iterable[str | None]) -> Bureaus:
    return tuple(dict.fromkeys(bureau for bureau in bureaus if bureau))
