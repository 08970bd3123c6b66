"""Columns that a layout pack leaves out of lists, overviews and value tables."""

from __future__ import annotations

from decimal import Decimal

import pytest

import docgen
from docgen.errors import DocgenError
from docgen.layout.load import load_pack
from docgen.layout.pack import LayoutPack
from docgen.model import Period, Quantity
from docgen.pipeline import place
from docgen.placed import TableMark
from docgen.ready import (
    CandidateRow,
    IndicatorListRow,
    IndicatorOverviewRow,
    Judgement,
    ReadyCandidates,
    ReadyCompendium,
    ReadyIndicatorList,
    ReadyIndicatorOverview,
    ReadyIndicatorPage,
    ReadyObservation,
    ReadyPage,
    ReadyValue,
)

_LISTED = (IndicatorListRow("要素", ("I-1",), "reference", "名称", ("内訳",)), IndicatorListRow("要素", ("I-2",), "headline", "別の名称"))
_JUDGED = (IndicatorOverviewRow("要素", ("I-1",), "名称", (Judgement("", "on_track", "up"),), ("増加。",), has_data=True),)
_CANDIDATES = (CandidateRow("要素", 1, "候補", ("出典",), "備考", ("判明。",)),)
_VALUE = ReadyValue(
    "value", "件数", None, ReadyObservation(Quantity(Decimal(3), "件"), Period.parse("2022年")), None, None, "unknown", "no_target"
)  # fmt: skip

RECORDS: dict[str, tuple[object, int]] = {
    "indicator_list": (ReadyIndicatorList(_LISTED), 5),
    "indicator_overview": (ReadyIndicatorOverview(_JUDGED, fiscal_year=2023), 6),
    "additional_list": (ReadyCandidates(_CANDIDATES), 4),
    "additional_overview": (ReadyCandidates(_CANDIDATES), 4),
    "indicator_detail": (ReadyIndicatorPage("I-1", ("I-1",), "名称", "題名", values=(_VALUE,), plan_name="計画"), 5),
}


def table(kind: str, *hidden: str) -> TableMark:
    pack = load_pack("cabinet_office")
    options = {**pack.options, kind: {"hide": hidden}}
    return table_in(kind, pack.model_copy(update={"options": options}))


def table_in(kind: str, pack: LayoutPack) -> TableMark:
    page = ReadyPage("page", kind, RECORDS[kind][0])
    ready = ReadyCompendium("題名", "データ集", 2023, Period.parse("2024年2月"), "", (page,))
    marks = place(ready, pack).placed.slides[0].marks
    return next(mark for mark in marks if isinstance(mark, TableMark))


def heads(found: TableMark) -> list[str]:
    return ["".join(run.text for part in cell.body.paragraphs for run in part.runs) for cell in found.rows[0].cells]


@pytest.mark.parametrize(
    ("kind", "hidden"),
    [
        ("indicator_list", "category"),
        ("indicator_overview", "attainment"),
        ("additional_list", "aim"),
        ("additional_overview", "source"),
        ("indicator_detail", "target"),
    ],
)
def test_a_hidden_column_leaves_its_room_to_the_others(kind: str, hidden: str) -> None:
    whole, less = table(kind), table(kind, hidden)
    assert len(whole.columns) == RECORDS[kind][1]
    assert len(less.columns) == RECORDS[kind][1] - 1
    assert set(heads(less)) < set(heads(whole))
    assert sum(less.columns) == pytest.approx(sum(whole.columns), abs=0.1)
    assert {len(row.cells) for row in less.rows} == {len(less.columns)}


@pytest.mark.parametrize("kind", RECORDS)
def test_a_column_that_is_not_there_is_answered_with_those_that_are(kind: str) -> None:
    with pytest.raises(DocgenError, match="have no column 'categry'") as caught:
        table(kind, "categry")
    assert "some of" in str(caught.value)
    assert f"options.{kind}.hide" in str(caught.value)


def test_a_table_is_not_left_without_columns() -> None:
    with pytest.raises(DocgenError, match="no column left"):
        table("additional_list", "candidate", "source", "aim")


def test_the_wide_screens_lists_have_no_category() -> None:
    deck = docgen.Deck(layout="digital")
    deck.add(RECORDS["indicator_list"][0], kind="indicator_list")
    found = next(mark for mark in deck.build().placed.slides[0].marks if isinstance(mark, TableMark))
    assert load_pack("digital").words["list_category"] not in heads(found)
    assert len(found.columns) == 4
