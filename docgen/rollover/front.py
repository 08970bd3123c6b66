"""compendium.yaml a year later: the fiscal year, the date of publication, the folder of the year before."""

from __future__ import annotations

from docgen.rollover.edits import Changes, Waiting
from docgen.rollover.source import Source


def rolled_front(source: Source, previous: str) -> Changes:
    """The changes of compendium.yaml; ``previous`` leads from the new folder to the one that is rolled."""
    compendium = source.compendium
    edits = source.replaced(("fiscal_year",), str(compendium.fiscal_year + 1))
    if compendium.previous_folder is not None:
        edits += source.replaced(("previous",), previous)
    else:
        edits += source.line_after(("fiscal_year",), f"previous: {previous}")
    if compendium.published is None:
        return Changes(edits)
    edits += source.year_later(("published",))
    return Changes(edits, (Waiting("front", "published", "公表の時期"),))
