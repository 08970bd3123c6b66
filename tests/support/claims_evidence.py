"""A case of the corpus of claims as the evidence that its sentence is judged by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from docgen.bearing.base_units import base_unit
from docgen.bearing.evidence import Evidence, Goal, Legend, StatedJudgement, Statement, Titled
from docgen.bearing.fact import FactTable, fact_table
from docgen.model.period import Period
from support.claims_corpus import Case


def evidence(case: Case) -> Evidence:
    """The tables and other statements of a case, and nothing else."""
    return Evidence(
        tables=tuple(_tables(case)),
        statements=tuple(Statement(keys["text"], keys.get("page", "")) for keys in _of(case, "statement")),
        legends=tuple(Legend(keys["of"], keys["marks"]) for keys in _of(case, "legend")),
        goals=tuple(_goal(keys) for keys in _of(case, "target")),
        judgements=tuple(
            StatedJudgement(keys["of"], keys["status"], keys["reason"]) for keys in _of(case, "override")
        ),
        lists=tuple(tuple(keys["items"]) for keys in _of(case, "list")),
        notes=tuple(tuple(keys["items"]) for keys in _of(case, "note")),
        titles=tuple(Titled(keys.get("page", ""), keys.get("title", keys.get("text", ""))) for keys in _of(case, "figure", "title")),
        names=tuple(keys["text"] for keys in _of(case, "name")),
        contents=tuple(entry for keys in _of(case, "contents") for entry in keys["entries"]),
        published=next((Period.parse(keys["date"]) for keys in _of(case, "publication")), None),
    )


def _of(case: Case, *kinds: str) -> list[Mapping[str, Any]]:
    return [keys for keys in case.deck.values() if keys["kind"] in kinds]


def _tables(case: Case) -> Iterator[FactTable]:
    for name, keys in case.tables.items():
        yield fact_table(
            name, keys["title"], keys["columns"], keys["rows"], keys.get("unit", ""), keys.get("total", ""), keys.get("note", "")
        )
    for keys in _of(case, "figure"):
        if "values" in keys:
            yield fact_table(keys["page"], keys["title"], ["", keys["title"]], list(keys["values"].items()))


def _goal(keys: Mapping[str, Any]) -> Goal:
    unit, scale = base_unit(keys["unit"])
    better = {"大きいほど良い": "higher", "小さいほど良い": "lower"}.get(keys.get("better", ""), "")
    return Goal(keys["of"], Decimal(keys["value"]) * scale, unit, Period.parse(keys["period"]), better)
