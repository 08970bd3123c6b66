"""The deck by docgen: ``python -m four_kinds.with_docgen DECK OUT [records]``.

Records go into the deck one by one, from an iterator that makes them; with ``records`` all are added, and kept, first.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docgen
from docgen.slides.table_page import TablePage
from docgen.slides.text_page import TextPage
from four_kinds.content import CATEGORIES, CONNECTORS, read_deck


def record(number: int, said: dict[str, Any]) -> docgen.Record:
    """The record of a slide, validated as any."""
    name, title = f"slide-{number}", said["title"]
    if said["kind"] == "text":
        return TextPage(id=name, title=title, panels=[{"id": "points", "heading": "要点", "points": said["points"]}])
    if said["kind"] == "table":
        return TablePage(id=name, title=title, tables=[_table(said["rows"])])
    if said["kind"] == "chart":
        return _figure(name, title, said)
    boxes = said["boxes"]
    return docgen.MeasureChart(
        id=name,
        mark="①",
        title=title,
        plan_items=[docgen.PlanItem(id=f"from-{start}", text=boxes[start]) for start, _ in CONNECTORS],
        measures=[
            docgen.Measure(id=f"to-{end}", text=boxes[end], status="continuing", plan_items=[f"from-{start}"])
            for start, end in CONNECTORS
        ],
    )


def _table(rows: list[list[str]]) -> dict[str, Any]:
    """A table whose first column merges the cells of like text that stand below each other."""
    body: list[list[str]] = []
    for row in rows[1:]:
        body.append([row[0] or body[-1][0], *row[1:]])
    columns = [{"heading": heading, "merged": index == 0} for index, heading in enumerate(rows[0])]
    return {"id": "table", "columns": columns, "rows": body}


def _figure(name: str, title: str, said: dict[str, Any]) -> docgen.Figure:
    keys = [f"series-{index}" for index in range(len(said["series"]))]
    values = dict(zip(keys, (series["values"] for series in said["series"]), strict=True))
    data = [
        {"年度": category, **{key: values[key][row] for key in keys}} for row, category in enumerate(CATEGORIES)
    ]
    return docgen.Figure(
        id=name,
        title=title,
        kind="column",
        data=data,
        x="年度",
        series=[{"name": series["name"], "column": key} for key, series in zip(keys, said["series"], strict=True)],
        unit="億円",
        source_text=f"出典：{said['source']}",
    )


def records(path: Path) -> Iterator[docgen.Record]:
    """The records of a deck on disk, each made when it is asked for."""
    for number, said in enumerate(read_deck(path)):
        yield record(number, said)


def main(deck: Path, target: Path, kept: bool) -> None:
    """Build the deck, composing included."""
    made = docgen.Deck(layout="cabinet-office")
    made.add(list(records(deck)) if kept else records(deck))
    made.save(target)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), kept="records" in sys.argv[3:])
