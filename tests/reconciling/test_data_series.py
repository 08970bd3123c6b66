"""Numbers of data files are told wrong where the same series, or a computation that holds in other rows, has them otherwise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import docgen
from docgen.reconciling.computed_series import computed_series
from docgen.reconciling.repeated_series import repeated_series

DEATHS = "年,死者数（人）\n2018,3532\n2019,3215\n2020,2839\n2021,2636\n2022,2610\n"
AREAS = "年,東,西,計\n2019,120,95,215\n2020,131,90,221\n2021,128,97,225\n2022,140,99,239\n"
SHARES = "区分,会員数,割合\n国立,53,39.6\n公立,31,23.1\n私立,50,37.3\n合計,134,100.0\n"


def content(folder: Path, **files: str) -> docgen.Compendium:
    """A content folder of data files alone."""
    (folder / "data").mkdir(parents=True)
    lines = []
    for name, text in files.items():
        (folder / "data" / f"{name}.csv").write_text(text, encoding="utf-8")
        lines.append(f"- {{id: {name}, file: data/{name}.csv}}")
    (folder / "data.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "compendium.yaml").write_text("title: 架空の年報\nfiscal_year: 2023\nplan_name: 計画\n", encoding="utf-8")
    return docgen.load(folder)


def told(compendium: docgen.Compendium) -> list[tuple[str, str, str]]:
    found = (*repeated_series(compendium), *computed_series(compendium))
    values = [breach.message.plain_values("en") for breach in found]
    places = [str(breach.where).rpartition("/data/")[2] for breach in found]
    return [(str(each["number"]), str(each["right"]), place) for each, place in zip(values, places, strict=True)]


def test_a_number_that_another_file_has_otherwise_is_told_at_its_cell(tmp_path: Path) -> None:
    other = "年度,全国\n2019,3215\n2020,2839\n2021,2663\n2022,2610\n"
    assert told(content(tmp_path, deaths=DEATHS, again=other)) == [("2,636", "2,663", "deaths.csv:5:6")]


def test_series_that_share_a_number_by_chance_are_two_series(tmp_path: Path) -> None:
    other = "年,事故\n2018,3532\n2019,4100\n2020,3900\n2021,3700\n2022,3500\n"
    assert told(content(tmp_path, deaths=DEATHS, accidents=other)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (AREAS, []),
        (AREAS.replace("221", "212"), [("212", "221", "a.csv:3:13")]),
        (AREAS.replace("131", "113"), [("221", "203", "a.csv:3:13")]),
        (SHARES, []),
        (SHARES.replace("37.3", "33.7"), [("33.7", "37.31", "a.csv:4:7"), ("100.0", "96.4", "a.csv:5:8")]),
        ("年,額（億円）,農,林,水\n2019,216,120,46,51\n2020,221,131,40,50\n2021,225,128,47,50\n2022,239,140,49,50\n", []),
        ("年,東,西\n2019,120,95\n2020,131,90\n", []),
    ],
)
def test_sums_and_shares_that_hold_in_the_other_rows_are_told_where_they_do_not(
    text: str, expected: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    assert told(content(tmp_path, a=text)) == expected


def after(before: docgen.Compendium, now: docgen.Compendium) -> docgen.Compendium:
    """This year's content beside last year's."""
    now.attach(replace(now.origin, previous=before))
    return now


def test_last_years_file_tells_what_was_changed_since(tmp_path: Path) -> None:
    before = content(tmp_path / "before", deaths=DEATHS)
    now = content(tmp_path / "now", deaths=DEATHS.replace("2839", "2893"))
    assert told(after(before, now)) == [("2,893", "2,839", "deaths.csv:4:6")]


def test_a_new_year_of_a_series_is_no_contradiction(tmp_path: Path) -> None:
    before = content(tmp_path / "before", deaths=DEATHS)
    now = content(tmp_path / "now", deaths=f"{DEATHS}2023,2678\n")
    assert told(after(before, now)) == []
