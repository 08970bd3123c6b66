"""A deck that was edited by hand says where it has another thing than the content prints, and where that is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pptx import Presentation
from support.real_deck import GOLDEN_PACKS, built, fy2023
from support.starter_deck import STARTER, edited, found, starter

import docgen
from docgen.breach import Breach
from docgen.cli import main
from docgen.opened.deck import opened
from docgen.pipeline import source
from docgen.reconciling.against import deck_differences
from docgen.reconciling.printed import printed_deck

DEATHS = 4  # the index of the slide I-1/trend


def shape(presentation: Any, slide: int, name: str) -> Any:
    return next(one for one in presentation.slides[slide].shapes if one.name == name)


def rewrite(presentation: Any, slide: int, name: str, before: str, after: str) -> None:
    """Replace a part of a text as somebody types it."""
    for paragraph in shape(presentation, slide, name).text_frame.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(before, after)


def told(breaches: tuple[Breach, ...]) -> list[tuple[str, object, object, str]]:
    values = [dict(breach.message.values) for breach in breaches]
    return [
        (breach.code, each.get("number"), each.get("right"), str(each.get("place")).rpartition("content/starter/")[2])
        for breach, each in zip(breaches, values, strict=True)
        if breach.code == "differs-from-content"
    ]


def test_a_deck_as_it_was_built_has_no_difference() -> None:
    assert found(lambda deck: None) == ()


def test_a_number_of_a_sentence_is_told_with_the_field_that_it_was_printed_from() -> None:
    breaches = found(lambda deck: rewrite(deck, DEATHS, "I-1/trend/messages", "2,610人", "2,601人"))
    assert told(breaches)[0] == ("differs-from-content", "2,601人", "2,610人", "indicators/I-1.yaml:10:9")
    assert str(breaches[0].where) == "編集後.pptx!p5!I-1/trend/messages"
    assert breaches[0].spot is not None
    assert breaches[0].spot.words == "2,601人"


def test_the_opposite_direction_and_another_period_are_told() -> None:
    def edit(deck: Any) -> None:
        rewrite(deck, DEATHS, "I-1/trend/messages", "減少", "増加")
        rewrite(deck, DEATHS, "I-1/trend/messages", "2017年", "2016年")

    assert [entry[1:3] for entry in told(found(edit))] == [("2016年", "2017年"), ("増加", "減少")]


def test_a_cell_is_told_with_the_cell_of_the_data_file_that_it_was_read_from() -> None:
    def edit(deck: Any) -> None:
        run = shape(deck, 6, "I-3/rank/values").table.cell(1, 1).text_frame.paragraphs[0].runs[0]
        run.text = run.text.replace("25位", "52位")

    [(_, said, right, place)] = told(found(edit))
    assert (said, right, place) == ("52位", "25位", "data/imd_rank.csv:7:6")


def test_a_point_of_a_chart_is_told_with_its_series_category_and_data_cell() -> None:
    def edit(deck: Any) -> None:
        chart = shape(deck, DEATHS, "I-1/trend/deaths/chart").chart
        values = chart._chartSpace.iter("{http://schemas.openxmlformats.org/drawingml/2006/chart}val")
        next(next(values).iter("{http://schemas.openxmlformats.org/drawingml/2006/chart}v")).text = "4838"

    [breach] = found(edit)
    values = breach.message.plain_values("ja")
    assert (values["label"], values["number"], values["right"]) == ("交通事故死者数、2013", "4,838", "4,388")
    assert str(values["place"]).endswith("data/見本データ.xlsx!交通事故死者数!B2")


def test_other_wording_and_slides_that_moved_or_went_are_no_difference() -> None:
    def edit(deck: Any) -> None:
        rewrite(deck, DEATHS, "I-1/trend/messages", "死者数は、", "交通事故の死者数は")
        entries = deck.slides._sldIdLst
        entries.append(entries[DEATHS])
        entries.remove(entries[0])

    assert found(edit) == ()


def test_a_slide_that_lost_its_name_is_known_by_its_shapes() -> None:
    def edit(deck: Any) -> None:
        rewrite(deck, DEATHS, "I-1/trend/messages", "29.3%", "23.9%")
        del deck.slides[DEATHS]._element.cSld.attrib["name"]

    assert [entry[1:3] for entry in told(found(edit))] == [("23.9%", "29.3%")]


def test_one_number_is_told_once_though_a_rule_finds_it_too() -> None:
    breaches = found(lambda deck: rewrite(deck, DEATHS, "I-1/trend/messages", "2,610人", "3,610人"))
    assert sum(breach.spot is not None and breach.spot.words == "3,610人" for breach in breaches) == 1


@pytest.mark.parametrize("pack", GOLDEN_PACKS, ids=lambda pack: pack.name)
def test_the_printed_deck_is_what_is_read_of_the_written_one(pack: Path, tmp_path: Path) -> None:
    path = built(pack).save(tmp_path / "a.pptx")
    printed, read = printed_deck(built(pack).placed, "a.pptx"), opened(path)
    assert [slide.name for slide in printed.slides] == [slide.name for slide in read.slides]
    assert printed.texts == read.texts
    assert [slide.grids for slide in printed.slides] == [slide.grids for slide in read.slides]


def test_the_unchanged_compendium_has_no_difference_from_itself(tmp_path: Path) -> None:
    deck = built(GOLDEN_PACKS[0])
    read = opened(deck.save(tmp_path / "a.pptx"))
    content = source(fy2023(), deck.pack)
    assert list(deck_differences(read, content)) == []


def test_the_command_and_a_script_set_a_deck_against_a_content(tmp_path: Path) -> None:
    path = edited(lambda deck: rewrite(deck, DEATHS, "I-1/trend/messages", "2,610人", "2,601人"), tmp_path)
    options = ["--against", str(STARTER), "--format", "json", "--lang", "ja"]
    run = CliRunner().invoke(main, ["check", str(path), *options])
    assert run.exit_code == 1
    breach = json.loads(run.output)[0]
    assert (breach["code"], breach["slides"]) == ("differs-from-content", [5])
    assert "「2,601人」はコンテンツ（" in breach["what"]
    assert docgen.check(path, against=starter())[0].code == "differs-from-content"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["-l", "wide"], "--layout: this option tells how a content is read"),
        (["--previous", "x"], "--previous: this option tells how a content is read"),
    ],
)
def test_options_of_a_content_are_refused_for_a_deck_alone(options: list[str], words: str, tmp_path: Path) -> None:
    run = CliRunner().invoke(main, ["check", str(edited(lambda deck: None, tmp_path)), *options, "--lang", "en"])
    assert run.exit_code == 2
    assert words in run.stderr


def test_a_content_is_set_against_no_content() -> None:
    run = CliRunner().invoke(main, ["check", str(STARTER), "--against", str(STARTER), "--lang", "en"])
    assert run.exit_code == 2
    assert "--against: this option is for a deck" in run.stderr


def test_a_deck_is_judged_by_a_folder_of_data_alone(tmp_path: Path) -> None:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = "月見港の貨物量"
    box = slide.shapes.add_textbox(0, 0, 4_000_000, 400_000)
    box.text_frame.text = "月見港の貨物量は、2022年に輸出が1,935千トン。"
    presentation.save(str(tmp_path / "資料.pptx"))
    data = tmp_path / "データ"
    data.mkdir()
    (data / "月見港の貨物量.csv").write_text("年,輸出（千トン）,輸入（千トン）\n2021,2004,2745\n2022,1953,2928\n", encoding="utf-8")
    assert docgen.check(tmp_path / "資料.pptx") == ()
    [breach] = docgen.check(tmp_path / "資料.pptx", data=data)
    assert breach.spot is not None
    assert breach.spot.words == "1,935千トン"
    assert str(dict(breach.message.values)["place"]).endswith("月見港の貨物量.csv:3:6")


def test_a_folder_without_data_is_refused(tmp_path: Path) -> None:
    path = edited(lambda deck: None, tmp_path)
    for folder, words in ((tmp_path / "none", "no such folder"), (tmp_path, "holds a table of numbers")):
        run = CliRunner().invoke(main, ["check", str(path), "--data", str(folder), "--lang", "en"])
        assert run.exit_code == 2
        assert words in run.stderr
