"""What the rules find in a text beside one table."""

from __future__ import annotations

from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import FactTable
from docgen.truth.judged import contradictions


def found_beside(table: FactTable, text: str) -> list[str]:
    """The characters amiss in a text beside one table."""
    breaches = contradictions((Statement(text),), Evidence(tables=(table,)))
    return [breach.spot.words for breach in breaches if breach.spot is not None]


def case_name(value: object) -> str:
    """How a case names its value: nothing of a table."""
    return "" if isinstance(value, FactTable) else str(value)
