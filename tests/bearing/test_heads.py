"""The heads of a table tell the years, calendars and units of its cells."""

from __future__ import annotations

from docgen.bearing.fact import fact_table


def test_a_bare_number_under_a_head_of_years_is_a_year() -> None:
    table = fact_table("t", "来館者数", ["年度", "来館者"], [["2021", "310"], ["2022", "295"]], "人")
    assert [str(fact.period) for fact in table.facts] == ["2021年度", "2022年度"]
    assert table.rows == ()
    other = fact_table("t", "型番別の出荷", ["型番", "出荷"], [["2021", "310"], ["2022", "295"]], "台")
    assert other.rows == ("2021", "2022")


def test_a_column_may_tell_its_own_calendar() -> None:
    table = fact_table("t", "客数と消費", ["年", "客数（暦年）", "消費額（年度）"], [["2021", "5", "8"], ["2022", "6", "9"]])
    assert [str(fact.period) for fact in table.facts] == ["2021年", "2021年度", "2022年", "2022年度"]


def test_words_that_are_no_unit_leave_it_to_the_row() -> None:
    lines = [["N-1", "待機者数（人）", "12"], ["N-2", "利用率（％）", "40.5"], ["N-3", "満足度", "3.2"]]
    table = fact_table("t", "指標の一覧", ["番号", "名称", "2023年度"], lines, "指標により異なる")
    assert [fact.unit for fact in table.facts] == ["人", "%", ""]


def test_a_draft_is_no_unit() -> None:
    table = fact_table("t", "予算", ["事項", "2025年度予算（案）"], [["道路", "120"]], "百万円")
    assert [(fact.unit, int(fact.value)) for fact in table.facts] == [("円", 120_000_000)]
