"""What the collections of a compendium hold, in the words of a message: a source, a measure chart."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.messages import Message, message

NOUNS: Mapping[str, Message] = {
    "sources": message("noun-source"),
    "datasets": message("noun-dataset"),
    "analysis_items": message("noun-analysis-item"),
    "logic_elements": message("noun-logic-element"),
    "indicators": message("noun-indicator"),
    "findings": message("noun-finding"),
    "candidates": message("noun-candidate"),
    "budget_lines": message("noun-budget-line"),
    "measure_charts": message("noun-measure-chart"),
    "precedents": message("noun-precedent"),
    "pages": message("noun-page"),
    "facts": message("noun-stated-fact"),
}
"""The noun for a record of each collection."""
