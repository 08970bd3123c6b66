"""What may be carried over from the year before: the ids that carried_over.yaml lists, and what each means."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.errors import FieldPath
from docgen.model.compendium import Compendium
from docgen.model.figure import Figure
from docgen.model.indicator import IndicatorValue
from docgen.model.measure import Measure

TEXTS = ("indicators", "findings", "candidates", "measure_charts", "precedents", "pages")
"""The collections whose sentences carried_over.yaml may list."""


def carriable(compendium: Compendium) -> Mapping[str, Mapping[str, FieldPath]]:
    """For each list of carried_over.yaml the ids that it may hold, with the path of what an id means.

    A budget's path ends in the fiscal year: ``("budget_lines", "moonshot", 2024)`` for ``moonshot/2024``.
    """
    records = compendium.records
    return {
        "values": {f"{path[1]}/{value.id}": path for path, value in records if isinstance(value, IndicatorValue)},
        "figures": {
            f"{path[1]}/{compendium.indicators[str(path[1])].pages[int(path[3])].id}/{figure.id}": path
            for path, figure in records
            if isinstance(figure, Figure) and path[0] == "indicators"
        },
        "measures": {f"{path[1]}/{measure.id}": path for path, measure in records if isinstance(measure, Measure)},
        "budgets": {
            f"{line}/{year}": ("budget_lines", line, year)
            for line in compendium.budget_lines
            for year in compendium.budget_years
        },
        "texts": {f"{name}/{identifier}": (name, identifier) for name in TEXTS for identifier in getattr(compendium, name)},
        "front": {"published": ("published",)},
    }
