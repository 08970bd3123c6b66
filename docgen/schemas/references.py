"""Which keys of content files hold ids, and of what: so that an editor can suggest those of the folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.model import Compendium, IndicatorValue, Measure, PlanItem, Section
from docgen.model.compendium import carriable

# What a statement may rest on.
_GROUNDS = ("findings", "pages", "indicators", "candidates", "measure_charts", "precedents", "datasets")
_OF_RECORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "BudgetLine": {"data": ("datasets",)},
    "BudgetUse": {"line": ("budget_lines",), "relates_to": ("measures",)},
    "Candidate": {"element": ("logic_elements",), "pages": ("pages",), "rests_on": _GROUNDS},
    "CarriedOver": {
        "values": ("carried values",),
        "figures": ("carried figures",),
        "measures": ("carried measures",),
        "budgets": ("carried budgets",),
        "texts": ("carried texts",),
        "notes": ("carried notes",),
        "front": ("carried front",),
    },
    "DataReference": {"data": ("datasets",)},
    "Dataset": {"source": ("sources",)},
    "FactorFindings": {"elements": ("logic_elements",)},
    "Figure": {"data": ("datasets",), "sources": ("sources",)},
    "Finding": {"element": ("logic_elements",), "indicator": ("indicators",), "rests_on": _GROUNDS},
    "IndicatorPage": {"sources": ("sources",)},
    "IndicatorUse": {"indicator": ("indicators",), "pages": ("indicator pages",)},
    "LogicElement": {"item": ("analysis_items",)},
    "LogicGroup": {"item": ("analysis_items",), "elements": ("logic_elements",)},
    "Measure": {"plan_items": ("plan items",)},
    "MeasureChart": {"item": ("analysis_items",)},
    "OverviewElement": {"element": ("logic_elements",)},
    "OverviewGroup": {"rests_on": _GROUNDS},
    "Page": {
        "item": ("analysis_items",),
        "sources": ("sources",),
        "serves": ("candidates",),
        "rests_on": _GROUNDS,
    },
    "PageEntry": {
        "item": ("analysis_items",),
        "page": ("pages",),
        "record": ("indicators", "measure_charts", "precedents", "candidates"),
    },
    "Precedent": {"items": ("analysis_items",), "sources": ("sources",)},
    "RepeatedPage": {"repeats": ("pages",)},
    "Statement": {"rests_on": _GROUNDS},
    "SummaryQuestion": {"section": ("sections",)},
    "Table": {"data": ("datasets",), "sources": ("sources",)},
    "TrendRow": {"slide": ("pages",)},
    "ValueGroup": {"values": ("values",)},
    "ValueSeries": {"data": ("datasets",)},
}
_COLLECTIONS = (
    "analysis_items", "budget_lines", "candidates", "datasets", "findings", "indicators", "logic_elements",
    "measure_charts", "pages", "precedents", "sources",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KnownIds:
    """The ids that a folder has, by what they are of: a collection, or the values of indicators, and so on."""

    of: Mapping[str, tuple[str, ...]]

    def suggested(self, record: type, key: str) -> tuple[str, ...]:
        """The ids that may stand in a key of a record; none for a key that holds no ids."""
        held = (_OF_RECORDS.get(kind.__name__, {}).get(key) for kind in record.__mro__)
        whats = next((found for found in held if found is not None), ())
        return tuple(dict.fromkeys(name for what in whats for name in self.of.get(what, ())))


NO_IDS = KnownIds({})
"""The ids of no folder."""


def known_ids(compendium: Compendium) -> KnownIds:
    """The ids of a compendium, as far as it could be read."""
    ids = {name: tuple(getattr(compendium, name)) for name in _COLLECTIONS}
    inner: dict[str, list[str]] = {"values": [], "measures": [], "plan items": [], "sections": []}
    for _, record in compendium.records:
        if isinstance(record, IndicatorValue):
            inner["values"].append(record.id)
        elif isinstance(record, Measure):
            inner["measures"].append(record.id)
        elif isinstance(record, PlanItem):
            inner["plan items"].append(record.id)
            inner["measures"].append(record.id)
        elif isinstance(record, Section):
            inner["sections"].append(record.id)
    pages = tuple(page.id for indicator in compendium.indicators.values() for page in indicator.pages)
    carried = {f"carried {name}": tuple(listed) for name, listed in carriable(compendium).items()}
    return KnownIds({**ids, **{name: tuple(listed) for name, listed in inner.items()}, **carried, "indicator pages": pages})
