from __future__ import annotations

from pathlib import Path

import pytest
from support.small_folder import make_folder, spoil

from docgen.derive import KINDS, PageKind, Place, derive
from docgen.derive.desk import Desk
from docgen.errors import DocgenErrors
from docgen.model import PageEntry, Precedent
from docgen.reading import load
from docgen.ready import (
    ContentsEntry,
    IndicatorListRow,
    Judgement,
    ReadyCompendium,
    ReadyContents,
    ReadyDivider,
    ReadyIndicatorList,
    ReadyIndicatorOverview,
    ReadyIndicatorPage,
    ReadyMeasureChart,
    ReadyPage,
    ReadyPageRecord,
    Trace,
)
from docgen.validate import validate


@pytest.fixture
def ready(tmp_path: Path) -> ReadyCompendium:
    return derive(validate(load(make_folder(tmp_path))))


def page(ready: ReadyCompendium, identifier: str) -> ReadyPage:
    return next(each for each in ready.pages if each.id == identifier)


def test_the_plan_gives_pages_with_stable_ids_in_order(ready: ReadyCompendium) -> None:
    assert [(each.id, each.kind) for each in ready.pages] == [
        ("cover", "cover"),
        ("contents", "contents"),
        ("divider/a1", "divider"),
        ("indicators/strategy", "indicator_list"),
        ("I-1065/traffic", "indicator_detail"),
        ("I-1070/share", "no_data"),
        ("overview/strategy", "indicator_overview"),
        ("measures/measures-1", "measure_chart"),
        ("divider/a3", "divider"),
        ("precedents/study-1", "prior_study"),
    ]


def test_sections_hold_their_own_pages(ready: ReadyCompendium) -> None:
    assert [(section.name, section.pages[0], len(section.pages)) for section in ready.sections] == [
        ("データ集", "cover", 2),
        ("A-1 目標が達成されているか。", "divider/a1", 1),
        ("①既存指標", "indicators/strategy", 4),
        ("A-2 施策が実施されているか。", "measures/measures-1", 1),
        ("A-3 要因は何か。", "divider/a3", 2),
    ]


def test_the_contents_lead_to_dividers_or_first_pages(ready: ReadyCompendium) -> None:
    record = page(ready, "contents").record
    assert record == ReadyContents(
        (
            ContentsEntry(1, "A-1 目標が達成されているか。～達成状況分析～", "divider/a1"),
            ContentsEntry(2, "①既存指標", "indicators/strategy"),
            ContentsEntry(1, "A-2 施策が実施されているか。", "measures/measures-1"),
            ContentsEntry(1, "A-3 要因は何か。", "divider/a3"),
        )
    )


def test_a_section_below_takes_over_running_title_and_footer(ready: ReadyCompendium) -> None:
    found = page(ready, "I-1065/traffic")
    assert (found.section, found.running, found.footer) == (
        "a1-existing",
        "A-1 目標が達成されているか。",
        "A-1 達成状況分析",
    )
    assert found.item is not None
    assert found.item.name == "戦略策定"
    assert page(ready, "divider/a1").record == ReadyDivider(
        1, "目標が達成されているか。", "達成状況分析", "A-1"
    )


def test_an_indicator_page_has_its_sentences_values_and_sources(ready: ReadyCompendium) -> None:
    found = page(ready, "I-1065/traffic")
    record = found.record
    assert isinstance(record, ReadyIndicatorPage)
    assert record.messages == ("死者数は3,694人から**2,610人**に減少",)
    (value,) = record.values
    assert (value.trend, value.attainment, str(value.past)) == ("down", "on_track", "3,694人")
    assert value.latest is not None
    assert value.latest.trace == Trace("data/deaths.csv", 7, "deaths")
    assert (str(value.latest), value.latest.number, str(value.latest.period)) == (
        "2,610人",
        "2,610",
        "2022年",
    )
    assert record.title == "I-1065 社会課題関連指標"
    assert record.notes == ("24時間以内の死者数。",)
    assert record.sources == ("警察庁「交通事故統計」",)
    assert found.overview == "overview/strategy"


def test_a_page_tells_every_cell_that_it_shows(ready: ReadyCompendium) -> None:
    lines = {trace.line for trace in page(ready, "I-1065/traffic").traces}
    assert lines == {2, 3, 4, 5, 6, 7}
    assert page(ready, "cover").traces == ()


def test_an_indicator_without_values_is_a_page_without_data(ready: ReadyCompendium) -> None:
    record = page(ready, "I-1070/share").record
    assert isinstance(record, ReadyIndicatorPage)
    assert (record.has_data, record.definition) == (False, ("国際共著論文の割合",))


def test_a_list_has_a_row_for_an_element_without_indicators(ready: ReadyCompendium) -> None:
    record = page(ready, "indicators/strategy").record
    assert record == ReadyIndicatorList(
        (
            IndicatorListRow(
                "社会課題の解決が進む",
                ("I-1065",),
                "reference",
                "社会課題関連指標",
                ("年齢別",),
                "I-1065/traffic",
            ),
            IndicatorListRow(
                "社会課題の解決が進む", ("I-1070",), "headline", "国際共著論文", (), "I-1070/share"
            ),
            IndicatorListRow("未来社会像が作成される"),
        )
    )


def test_an_overview_gives_judgements_and_findings(ready: ReadyCompendium) -> None:
    record = page(ready, "overview/strategy").record
    assert isinstance(record, ReadyIndicatorOverview)
    first, second, third = record.rows
    assert first.judgements == (Judgement("", "on_track", "down"),)
    assert first.points == ("死者数は29.3%減少。",)
    assert first.slide == "I-1065/traffic"
    assert (second.has_data, second.judgements) == (False, ())
    assert (third.ids, third.has_data) == ((), False)


def test_a_measure_chart_has_its_budgets_by_year(ready: ReadyCompendium) -> None:
    record = page(ready, "measures/measures-1").record
    assert isinstance(record, ReadyMeasureChart)
    assert record.years == ((2022, "executed"), (2023, "budgeted"), (2024, "requested"))
    (line,) = record.budgets
    assert {year: str(amount) for year, (_, amount) in line.amounts.items()} == {
        2022: "2,960百万円",
        2023: "45億円",
        2024: "4,960百万円",
    }
    assert line.relates_to == ("M1",)
    assert record.measures[0].text == "探査機の開発（45億円）"
    assert record.measures[1].plan_items == ()
    assert record.notes == ("主な施策を掲載している。",)
    assert record.plan_name == "第6期基本計画"


def test_a_precedent_has_its_facts_in_place(ready: ReadyCompendium) -> None:
    found = page(ready, "precedents/study-1")
    record = found.record
    assert isinstance(record, ReadyPageRecord)
    study = record.record
    assert isinstance(study, Precedent)
    assert study.outline[0].text == "315点満点で評価"
    assert study.conclusions[0].text == "自動運転は248.6点"
    assert study.conclusions[0].details[0].text == "高い評価"
    (table,) = record.tables.values()
    assert table.rows == (("自動運転", "248.6点"), ("量子", "231.0点"))
    assert Trace("data/scores.csv", 2, "score") in found.traces


def test_a_page_that_is_named_twice_is_an_error(tmp_path: Path) -> None:
    folder = spoil(tmp_path, "compendium.yaml", "{kind: cover},", "{kind: cover}, {kind: cover},")
    with pytest.raises(DocgenErrors, match="page 'cover' is in the deck plan twice"):
        derive(validate(load(folder)))


def test_a_run_does_not_show_a_page_again(tmp_path: Path) -> None:
    folder = spoil(tmp_path, "compendium.yaml", "{run: precedents}", "{run: precedents}, {run: precedents}")
    pages = derive(validate(load(folder))).pages
    assert [each.id for each in pages].count("precedents/study-1") == 1


def test_an_unknown_page_kind_names_the_nearest_one(tmp_path: Path) -> None:
    folder = spoil(tmp_path, "compendium.yaml", "{kind: indicator_list,", "{kind: indicater_list,")
    with pytest.raises(DocgenErrors) as raised:
        derive(validate(load(folder)))
    (error,) = raised.value.errors
    assert error.hint == "did you mean 'indicator_list'?"
    assert str(error.where).endswith("compendium.yaml:32:20")


def test_a_new_page_kind_needs_no_change_of_the_core(tmp_path: Path) -> None:
    def pages(entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
        return (
            place.page(f"text/{entry.record}", "text_page", desk.text("{{ fiscal_year }}年度", place.path)),
        )

    folder = spoil(tmp_path, "compendium.yaml", "{kind: contents}", "{kind: text_page, record: x}")
    ready = derive(validate(load(folder)), kinds={**KINDS, "text_page": PageKind(pages)})
    assert page(ready, "text/x").record == "2023年度"


def test_everything_that_fails_comes_in_one_run(tmp_path: Path) -> None:
    folder = spoil(tmp_path, "findings/strategy.yaml", "deaths.percent_change|absolute", "deaths.forecast")
    path = folder / "precedents" / "study-1.yaml"
    path.write_text(path.read_text().replace("{{ facts.full }}", "{{ facts.full.dated }}"))
    with pytest.raises(DocgenErrors) as raised:
        derive(validate(load(folder)))
    assert len(raised.value.errors) == 2


def test_an_override_is_printed_in_the_notes_and_reported(tmp_path: Path) -> None:
    override = "        override: {attainment: off_track, reason: 速報値のため}\n        better: lower"
    folder = spoil(tmp_path, "indicators/I-1065.yaml", "        better: lower", override)
    ready = derive(validate(load(folder)))
    record = page(ready, "I-1065/traffic").record
    assert isinstance(record, ReadyIndicatorPage)
    assert record.values[0].attainment == "off_track"
    assert record.notes[-1] == "交通事故死者数：速報値のため"
    assert ready.warnings == ("I-1065/traffic: 交通事故死者数: judged by hand: 速報値のため",)


def test_the_same_content_gives_the_same_pages(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    assert derive(load(folder)) == derive(load(folder))
