"""A comparison as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping

from docgen.comparison.change import Comparison, Subject

_HEADINGS: Mapping[Subject, str] = {
    "page": "Pages",
    "value": "Indicators",
    "measure": "Measures",
    "budget": "Budgets",
    "text": "Texts",
    "table": "Tables",
    "figure": "Figures",
}


def as_text(comparison: Comparison) -> str:
    """The changes in lines, under a heading for each kind."""
    lines = [f"{comparison.old} → {comparison.new}"]
    for subject, heading in _HEADINGS.items():
        changes = comparison.about(subject)
        if changes:
            lines += ["", f"{heading} ({len(changes)})", *(f"  {change}" for change in changes)]
    count = len(comparison.changes)
    lines += ["", f"{count} change{'s' if count != 1 else ''}" if count else "no differences"]
    return "\n".join(lines)


def as_json(comparison: Comparison) -> str:
    """The changes for programs."""
    rows = [change.row() for change in comparison.changes]
    whole = {"old": comparison.old, "new": comparison.new, "changes": rows}
    return json.dumps(whole, ensure_ascii=False, indent=2)
