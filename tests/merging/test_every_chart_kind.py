"""Charts of every kind stay as they were built where nobody touched them, and keep the points that were edited."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

import docgen
from docgen.model import Figure

YEARS = ("2020年度", "2021年度", "2022年度")
RECORDS: dict[str, dict[str, Any]] = {
    "area": {"data": {"年度": YEARS, "額": [100, 120, 130]}},
    "stacked_area": {"data": {"年度": YEARS, "農産物": [100, 120, 130], "水産物": [50, 60, 65]}},
    "waterfall": {"data": {"項目": ["2021年度", "増", "減", "2022年度"], "額": [100, 30, -20, 110]}},
    "share_bar": {"data": {"回答": ["実施", "検討", "未回答"], "機関": [59, 236, 34]}},
    "scatter": {"data": {"国": ["日本", "米国", "中国"], "研究者数": [69, 158, 228], "論文数": [7, 30, 46]}},
    "dumbbell": {"data": {"項目": ["大学", "企業"], "2019年度": [70.5, 70.25], "2021年度": [72.5, 68]}},
}
# A number of each that somebody makes 77.5.
EDITED = {"area": "130", "stacked_area": "65", "share_bar": "236", "scatter": "30", "dumbbell": "72.5"}


def deck_of(kind: str) -> docgen.BuiltDeck:
    figure = {"id": "f", "title": f"{kind}の図", "unit": "億円", "kind": kind, **RECORDS[kind]}
    return docgen.Deck().add(Figure.model_validate(figure)).build()


def saved(kind: str, path: Path) -> Path:
    """The deck, in which a number of its chart was edited where ``EDITED`` says so."""
    source = zipfile.ZipFile(io.BytesIO(deck_of(kind).to_bytes()))
    with zipfile.ZipFile(path, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "ppt/charts/chart1.xml" and path.stem == "edited":
                old, new = (f"<c:v>{number}</c:v>".encode() for number in (EDITED[kind], "77.5"))
                assert old in data
                data = data.replace(old, new)
            target.writestr(entry, data)
    return path


@pytest.mark.parametrize("kind", RECORDS)
def test_a_chart_that_nobody_touched_has_no_edits(kind: str, tmp_path: Path) -> None:
    merged = docgen.merge(saved(kind, tmp_path / "same.pptx"), deck_of(kind))
    assert (list(merged.edits), list(merged.conflicts)) == ([], [])


@pytest.mark.parametrize("kind", EDITED)
def test_an_edited_point_is_in_the_new_deck(kind: str, tmp_path: Path) -> None:
    merged = docgen.merge(saved(kind, tmp_path / "edited.pptx"), deck_of(kind))
    assert len(merged.edits) >= 1
    deck = zipfile.ZipFile(io.BytesIO(merged.data))
    charts = [deck.read(name).decode() for name in deck.namelist() if name.startswith("ppt/charts/chart")]
    assert any("<c:v>77.5</c:v>" in chart and f"<c:v>{EDITED[kind]}</c:v>" not in chart for chart in charts)
