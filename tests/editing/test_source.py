"""Places in the files of a folder: scalars in whatever style, keys and items taken out, comments kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.small_folder import make_folder

from docgen.editing.edits import TextEdit, edited_text
from docgen.editing.source import Source
from docgen.errors import FieldPath
from docgen.pipeline import load

CHART = """\
# 施策
id: moon
mark: ①
title: 月面探査
plan_items: [{id: P1, text: 探査}]
measures:
  # 一つ目
  - id: M1
    text: 探査機の開発   # 注記
    change: new   # 新しい
    plan_items: [P1]
  - {id: M2, text: "着陸の検討", status: upcoming, change: none}

  # 三つ目
  - id: M3
    text: '廃止した施策'
    change: dropped
"""
M1: FieldPath = ("measure_charts", "moon", "measures", 0)
M2: FieldPath = ("measure_charts", "moon", "measures", 1)
M3: FieldPath = ("measure_charts", "moon", "measures", 2)


@pytest.fixture
def source(tmp_path: Path) -> Source:
    folder = make_folder(tmp_path)
    (folder / "measures" / "moon.yaml").write_text(CHART, encoding="utf-8")
    return Source(folder, load(folder))


CASES: tuple[tuple[Callable[[Source], tuple[TextEdit, ...]], str, str], ...] = (
    (lambda s: s.replaced((*M1, "text"), "開発の開始"), "text: 探査機の開発   # 注記", "text: 開発の開始   # 注記"),
    (lambda s: s.replaced((*M2, "text"), "着陸"), 'text: "着陸の検討"', 'text: "着陸"'),
    (lambda s: s.replaced((*M3, "text"), "別の施策"), "'廃止した施策'", "'別の施策'"),
    (lambda s: s.without_key((*M1, "change")), "    change: new   # 新しい\n", ""),
    (lambda s: s.without_key((*M2, "change")), ", change: none", ""),
    (lambda s: s.without_item(M1), CHART[CHART.index("  - id: M1") : CHART.index("  - {id: M2")], ""),
    (lambda s: s.without_item(M2), CHART[CHART.index("  - {id: M2") : CHART.index("\n  # 三つ目")], ""),
    (lambda s: s.without_item(M3), CHART[CHART.index("  - id: M3") :], ""),
    (lambda s: s.replaced((*M1, "owner"), "部局"), "", ""),
    (lambda s: s.year_later((*M1, "text")), "", ""),
)


@pytest.mark.parametrize(("edit", "old", "new"), CASES)
def test_an_edit_changes_its_place_only(
    source: Source, edit: Callable[[Source], tuple[TextEdit, ...]], old: str, new: str
) -> None:
    assert CHART.count(old) == 1 or not old
    assert edited_text(CHART, edit(source)) == CHART.replace(old, new, 1)


def test_files_with_windows_line_ends_and_a_byte_order_mark_keep_both(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    main = folder / "compendium.yaml"
    text = main.read_text(encoding="utf-8").replace("\n", "\r\n")
    main.write_bytes(b"\xef\xbb\xbf" + text.encode())
    source = Source(folder, load(folder))
    edits = (*source.replaced(("fiscal_year",), "2024"), *source.line_after(("fiscal_year",), "previous: ../a"))
    new = source.encoded("compendium.yaml", edited_text(source.text("compendium.yaml"), edits))
    expected = text.replace("fiscal_year: 2023\r\n", "fiscal_year: 2024\r\nprevious: ../a\r\n")
    assert new == b"\xef\xbb\xbf" + expected.encode()


def test_a_table_in_the_encoding_of_excel_for_windows_stays_in_it(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    file = folder / "data" / "budgets.csv"
    file.write_bytes(file.read_text(encoding="utf-8").encode("cp932"))
    source = Source(folder, load(folder))
    assert source.encoded("data/budgets.csv", source.text("data/budgets.csv")) == file.read_bytes()
