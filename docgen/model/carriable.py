"""What may be carried over from the year before: the ids that carried_over.yaml lists, and what each means."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.errors import FieldPath
from docgen.model.compendium import Compendium

# The collections whose sentences carried_over.yaml may list.
_TEXTS = ("indicators", "findings", "candidates", "measure_charts", "precedents", "pages")


def carriable(compendium: Compendium) -> Mapping[str, Mapping[str, FieldPath]]:
    """For each list of carried_over.yaml the ids that it may hold, with the path of what an id means.

    A budget's path ends in the fiscal year: ``("budget_lines", "moonshot", 2024)`` for ``moonshot/2024``.
    """
    pages = [
        (indicator, page, ("indicators", indicator.id, "pages", number))
        for indicator in compendium.indicators.values()
        for number, page in enumerate(indicator.pages)
    ]
    return {
        "values": {
            f"{indicator.id}/{value.id}": (*path, "values", index)
            for indicator, page, path in pages
            for index, value in enumerate(page.values)
        },
        "figures": {
            f"{indicator.id}/{page.id}/{figure.id}": (*path, "figures", index)
            for indicator, page, path in pages
            for index, figure in enumerate(page.figures)
        },
        "measures": {
            f"{chart.id}/{measure.id}": ("measure_charts", chart.id, "measures", index)
            for chart in compendium.measure_charts.values()
            for index, measure in enumerate(chart.measures)
        },
        "budgets": {
            f"{line}/{year}": ("budget_lines", line, year)
            for line in compendium.budget_lines
            for year in compendium.budget_years
        },
        "texts": {
            f"{collection}/{identifier}": (collection, identifier)
            for collection in _TEXTS
            for identifier in getattr(compendium, collection)
        },
        "front": {"published": ("published",)},
    }
