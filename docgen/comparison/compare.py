"""From two fingerprints to what changed between them."""

from __future__ import annotations

from docgen.comparison.bodies import body_changes
from docgen.comparison.change import Comparison
from docgen.comparison.pages import page_changes
from docgen.comparison.records import budget_changes, measure_changes, value_changes
from docgen.fingerprint.related import must_be_related
from docgen.fingerprint.values import Fingerprint
from docgen.placed.summary import DeckSummary


def compare(old: Fingerprint, new: Fingerprint, where: str = "") -> Comparison:
    """What changed from ``old`` to ``new``. Raises DocgenError, at ``where``, for two different compendia."""
    must_be_related(old, new, where)
    changes = (
        *page_changes(old.summary, new.summary),
        *value_changes(old.summary, new.summary),
        *measure_changes(old.summary, new.summary),
        *budget_changes(old.summary, new.summary),
        *body_changes(old, new),
    )
    return Comparison(_name(old.summary), _name(new.summary), changes)


def _name(summary: DeckSummary) -> str:
    return f"{summary.title}（{summary.fiscal_year}年度）"
