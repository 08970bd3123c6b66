"""The language of prose: which names and filters its jinja2 templates may use.

``{{ values["I-1065"].deaths.latest }}``, ``{{ data("grades", "score", where={"grade": "A"}, unit="点") }}``,
``{{ count("themes", where={"event": "有"}, unit="課題") }}``, ``{{ facts.full_marks }}`` (in precedents),
``{{ budgets["moonshot"][2023] }}``, ``{{ fiscal_year }}``, ``約{{ (women.value / all.value)|tenths }}`` (約6割).
"""

from __future__ import annotations

NAMES = ("values", "data", "count", "facts", "budgets", "fiscal_year")
"""What every template may name."""

FILTERS = ("decimals", "absolute", "signed", "convert", "tenths")
"""The filters for quantities, besides those of jinja2."""


def is_template(text: str) -> bool:
    """Whether ``text`` has anything for jinja2 to do."""
    return "{{" in text or "{%" in text
