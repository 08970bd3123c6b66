"""A deck contradicts itself only where two of its numbers cannot both be true."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from pptx import Presentation
from pptx.util import Pt
from support.real_deck import GOLDEN_PACKS, deck_bytes

import docgen
from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import FactTable, fact_table
from docgen.cli import main
from docgen.errors import DocgenError, SlidePosition
from docgen.reconciling.deck import deck_judged
from docgen.truth.judged import contradictions
from docgen.truth.numbers import numbers_borne_out
from docgen.truth.one_value import tables_agree
from docgen.truth.sentence import Sentence, sentences
from docgen.truth.stated import statements_agree
from docgen.truth.totals import shares_add_up, totals_add_up

TABLE = SlidePosition("a.pptx", 1, "表 1", 2, 1)
TRADE = fact_table(
    "trade",
    "月見港の貨物量",
    ["年", "輸出", "輸入", "計"],
    [["2020年", "1,820", "2,610", "4,430"], ["2021年", "2,004", "2,745", "4,749"], ["2022年", "1,953", "2,928", "4,881"]],
    "千トン",
    where=TABLE,
)


def said(text: str, page: str = "月見港", slide: int = 1) -> Statement:
    return Statement(text, page, SlidePosition("a.pptx", slide, "本文"))


def read(texts: Iterable[Statement]) -> list[Sentence]:
    return [sentence for text in texts for sentence in sentences(text)]


def numbers(text: str, *tables: FactTable, slide: int = 1) -> list[tuple[object, object]]:
    """The numbers found in a text, with the value that each should have had."""
    found = numbers_borne_out(read([said(text, slide=slide)]), Evidence(tables=tables or (TRADE,)))
    return [(values["number"], values["right"]) for values in (dict(breach.message.values) for breach in found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年の輸出は1,935千トン。", ("1,935千トン", "195.3万トン")),
        ("2022年の輸出は2,004千トン。", ("2,004千トン", "195.3万トン")),
        ("輸入は2021年の2,745千トンから2022年の2,928千トンへ7.6％増加した。", ("7.6％", "6.67%")),
    ],
)
def test_a_number_whose_sentence_names_a_cell_is_found_with_the_cells_value(text: str, expected: tuple[str, str]) -> None:
    assert numbers(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "2022年の輸出は1,953千トン。",
        "2022年の輸出は約195万トン。",
        "2022年の輸出は目標の2,500千トンに届かない。",
        "花見港の2022年の輸出は3,120千トン。",
        "このうち冷凍品の輸出は2022年に410千トン。",
        "2022年度の輸出は1,940千トン。",
        "2022年の輸出は1,953千トン、輸入は2,928千トンで、合わせて4,881千トン。",
        "2021年と2022年の輸出は、それぞれ2,004千トン、1,953千トン。",
        "2023年の輸出は1,990千トン。",
        "輸出は増えている。",
        "",
    ],
)
def test_what_may_be_another_fact_is_not_found(text: str) -> None:
    assert numbers(text) == []


def test_on_another_slide_a_number_is_judged_only_if_the_subject_of_the_table_is_named() -> None:
    assert numbers("2022年の月見港の貨物量は、輸出が1,935千トン。", slide=2) != []
    assert numbers("2022年の輸出は1,640千トン。", slide=2) == []


def totals(rows: Sequence[Sequence[str]], columns: Sequence[str] = ("区分", "人数（人）"), title: str = "職員") -> list[object]:
    table = fact_table("t", title, columns, rows, where=TABLE)
    return [dict(breach.message.values)["right"] for breach in totals_add_up([], Evidence(tables=(table,)))]


def test_a_total_that_is_not_the_sum_is_found_with_the_sum() -> None:
    assert totals([["東", "120"], ["西", "95"], ["合計", "225"]]) == ["215人"]


@pytest.mark.parametrize(
    "rows",
    [
        [["東", "120"], ["西", "95"], ["合計", "215"]],
        [["東", "120"], ["うち女性", "60"], ["西", "95"], ["合計", "215"]],
        [["東", "120"], ["西", "95"], ["小計", "215"], ["南", "10"], ["北", "5"], ["小計", "15"], ["合計", "230"]],
        [["東", "12.3"], ["西", "9.4"], ["南", "5.4"], ["合計", "27.0"]],
        [["東", "120"], ["西", "－"], ["合計", "225"]],
        [["男", "120"], ["高齢者", "95"], ["総数", "260"]],
        [["東", "120"], ["西", "95"], ["累計", "900"]],
    ],
)
def test_subtotals_parts_of_parts_rounding_and_gaps_are_no_wrong_totals(rows: Sequence[Sequence[str]]) -> None:
    assert totals(rows) == []


def test_shares_called_so_are_a_hundred_per_cent_within_rounding() -> None:
    def found(*values: str) -> int:
        rows = [[f"第{index}", value] for index, value in enumerate(values)]
        table = fact_table("t", "就業者の構成比", ["産業", "割合（％）"], rows, where=TABLE)
        return len(list(shares_add_up([], Evidence(tables=(table,)))))

    assert found("4.1", "27.6", "65.2", "3.0") == 0
    assert found("4.1", "27.6", "56.2", "3.0") == 1


def test_a_fact_of_two_tables_that_agree_on_others_has_one_value() -> None:
    rows = [["2020年", "1,820", "2,610"], ["2021年", "2,004", "2,754"], ["2022年", "1,953", "2,928"]]
    again = fact_table("again", "参考", ["年", "輸出", "輸入"], rows, "千トン", where=TABLE)
    [breach] = tables_agree([], Evidence(tables=(TRADE, again)))
    assert breach.message.plain_values("en")["value"] == "275.4万トン"
    other = fact_table("other", "花見港", ["年", "輸出"], [["2021年", "902"], ["2022年", "877"]], "千トン", where=TABLE)
    assert list(tables_agree([], Evidence(tables=(TRADE, other)))) == []


def test_two_sentences_give_one_number_for_what_both_call_alike() -> None:
    texts = [said("月見港の輸出額は2022年に120億円。"), said("月見港の輸出額は2022年に102億円。", "まとめ", 9)]
    assert [str(breach.where) for breach in statements_agree(read(texts), Evidence())] == ["a.pptx!p9!本文"]
    entities = [said("国内の市場規模は2022年に120億円。", "蓄電池"), said("国内の市場規模は2022年に102億円。", "半導体", 9)]
    assert list(statements_agree(read(entities), Evidence())) == []


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = "職員"
    table = slide.shapes.add_table(4, 2, Pt(20), Pt(200), Pt(300), Pt(60))
    table.name = "表 2"
    for row, line in enumerate((("課", "人数（人）"), ("東", "120"), ("西", "95"), ("合計", "225"))):
        for column, text in enumerate(line):
            table.table.cell(row, column).text = text
    path = tmp_path / "資料.pptx"
    presentation.save(str(path))
    return path


def test_the_command_names_the_cell_and_ends_with_what_was_covered(deck: Path) -> None:
    run = CliRunner().invoke(main, ["check", str(deck), "--lang", "ja"])
    assert run.exit_code == 1
    lines = run.output.splitlines()
    assert lines[0].startswith("資料.pptx!p1!表 2!R4C2: エラー: 合計 人数（人）は225人ですが、")
    assert lines[-2:] == ["エラー1件、注意0件", "文中の数値0件: 裏付けあり0件、計算で一致0件、照合先なし0件、承認済み0件"]


def test_the_command_answers_programs_as_json(deck: Path) -> None:
    run = CliRunner().invoke(main, ["check", str(deck), "--format", "json"])
    [breach] = json.loads(run.output)
    place = {key: breach[key] for key in ("file", "slide", "shape", "row", "column", "code")}
    assert place == {"file": "資料.pptx", "slide": 1, "shape": "表 2", "row": 4, "column": 2, "code": "total-not-sum"}
    assert (breach["where"], breach["slides"]) == ("資料.pptx!p1!表 2!R4C2", [1])


def test_a_script_checks_a_deck_by_its_path(deck: Path) -> None:
    assert [breach.code for breach in docgen.check(deck)] == [breach.code for breach in docgen.check(str(deck))] == ["total-not-sum"]


def test_an_empty_deck_and_one_without_texts_have_nothing_amiss(tmp_path: Path) -> None:
    presentation = Presentation()
    presentation.save(str(tmp_path / "empty.pptx"))
    presentation.slides.add_slide(presentation.slide_layouts[6])
    presentation.save(str(tmp_path / "bare.pptx"))
    assert docgen.check(tmp_path / "empty.pptx") == docgen.check(tmp_path / "bare.pptx") == ()


def test_a_damaged_deck_and_one_that_is_not_there_are_refused_by_name(deck: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "壊れた.pptx"
    damaged.write_bytes(deck.read_bytes()[:2000])
    with pytest.raises(DocgenError, match=r"壊れた\.pptx"):
        docgen.check(damaged)
    run = CliRunner().invoke(main, ["check", str(tmp_path / "none.pptx")])
    assert run.exit_code == 2
    assert "none.pptx" in run.stderr


def test_the_built_compendium_contradicts_itself_in_nothing_but_a_source_newer_than_its_cover(tmp_path: Path) -> None:
    path = tmp_path / "fy2023.pptx"
    path.write_bytes(deck_bytes(GOLDEN_PACKS[0]))
    judged = deck_judged(path)
    # The series of one figure is taken from the edition of 2025, as a note of its page says.
    assert {dict(breach.message.values)["period"] for breach in judged.breaches} == {"2025年"}
    assert {(breach.code, breach.level) for breach in judged.breaches} == {("after-publication", "notice")}
    assert judged.coverage.borne_out > 100


def test_a_word_beside_a_number_that_is_amiss_is_not_judged() -> None:
    visits = fact_table("v", "来場者数", ["年度", "来場者数"], [["2020年度", "512"], ["2021年度", "640"], ["2022年度", "601"]], "人")
    text = Statement("来場者数は2022年度に601人となり、前年度の512人を上回った。")
    told = [breach.spot.words for breach in contradictions([text], Evidence(tables=(visits,))) if breach.spot]
    assert told == ["前年度の512人"]
