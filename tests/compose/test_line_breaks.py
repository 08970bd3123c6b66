"""Lines end where a reader would pause, whichever way a program sets them, and a break is no part of the text."""

from __future__ import annotations

from itertools import accumulate
from typing import Literal

import pytest
from support.texts import MEASURE

from docgen.compose.line_breaks import broken_well
from docgen.placed import Insets, Paragraph, Run, TextBody, with_soft_breaks
from docgen.typeset.measured_line import DOTS
from docgen.typeset.phrases import phrase_starts

READINGS: tuple[Literal["spaced", "plain"], ...] = ("spaced", "plain")


def _set(text: str, width: float, height: float = 28) -> Paragraph:
    body = TextBody((Paragraph((Run(text, 10),), 14),), Insets())
    (paragraph,) = broken_well(MEASURE, body, width, height, "shape").paragraphs
    assert "".join(run.text for run in paragraph.runs) == text
    return paragraph


def _lines(text: str, width: float, height: float = 28) -> tuple[str, ...]:
    one, other = (MEASURE.lines(_set(text, width, height), width, reading=reading) for reading in READINGS)
    assert one == other
    return one


def test_a_label_ends_its_lines_at_phrases() -> None:
    assert _lines("研究インテグリティの自律的確保が促進される", 135) == ("研究インテグリティの", "自律的確保が促進される")


def test_a_label_that_ends_well_by_itself_has_no_breaks() -> None:
    assert _set("総合知の活用を進める", 200).breaks == ()
    assert _set("研究開発の推進と", 40).breaks == ()


def test_a_date_is_not_parted() -> None:
    text = "この施策は関係する府省と各地の大学が連携して実施した結果令和5年3月までに目標の半数を達成した。"
    for width in range(120, 300, 7):
        for line in MEASURE.lines(_set(text, width, 90), width):
            assert ("令和" in line) == ("令和5年3月" in line), width


def test_no_line_begins_with_the_wave_of_a_range() -> None:
    text = "実施体制の決定が進展した。2023年11月～2024年2月に6課題でシンポジウムを開催し、成果報告会を開いた。"
    for width in range(140, 300, 7):
        for reading in READINGS:
            lines = MEASURE.lines(_set(text, width, 120), width, reading=reading)
            assert not any(line.startswith("～") for line in lines), (width, lines)


def test_a_number_stays_with_its_unit() -> None:
    text = "自動運転システムの世界市場は23,854千台から40,976千台へと約1.7倍に増加している状況。"
    for width in range(120, 300, 7):
        lines = MEASURE.lines(_set(text, width, 90), width)
        for number in ("23,854千台", "40,976千台", "約1.7倍"):
            assert any(number in line for line in lines), (width, lines)


@pytest.mark.parametrize("length", range(20, 60, 3))
def test_no_text_ends_in_a_line_of_one_or_two_characters_where_there_is_room_to_end_otherwise(length: int) -> None:
    text = ("研究健全性公正性の自律的な確保を支援する取組を進める" * 4)[:length]
    lines = _lines(text, 152, 200)
    assert len(lines) == 1 or len(lines[-1]) > 2


def test_it_takes_no_line_for_which_there_is_no_room() -> None:
    text = "国際的に開かれた研究拠点の形成"
    assert len(_lines(text, 80)) == 2


def test_breaks_are_in_the_text_only_where_they_are_asked_for() -> None:
    paragraph = Paragraph((Run("総合知", 10, bold=True), Run("の活用", 10)), 14, breaks=(3, 4))
    runs = with_soft_breaks(paragraph, "|").runs
    assert [(run.text, run.bold) for run in runs] == [("総合知|", True), ("の|活用", False)]


@pytest.mark.parametrize(
    ("text", "pause"),
    [
        ("割合は前年度から0.1ポイント減少し、2019年度以降はほぼ横ばいである。", "減少し、"),
        ("結果を関係する機関と分野ごとに共有した。Top10%論文の分析も進めている。", "共有した。"),
        ("都市の活力を研究する公益の団体、LINK-J WESTほか9機関が参加した。", "団体、"),
    ],
)
def test_a_line_may_end_at_a_pause_before_a_number_or_latin(text: str, pause: str) -> None:
    place = text.index(pause) + len(pause)
    for width in range(place * 10 + 2, place * 10 + 25, 4):
        lines = MEASURE.lines(_set(text, width), width)
        assert lines[0].endswith(pause), (width, lines)


@pytest.mark.parametrize("width", range(150, 330, 6))
def test_where_a_number_moves_on_the_line_before_ends_full_or_between_phrases(width: int) -> None:
    text = "国内の論文数の割合は、臨床医学が増加し、基礎生命科学（5.2ポイント減）と物理学（5.2ポイント減）は減少した。"
    lines = MEASURE.lines(_set(text, width, 90), width)
    for place, line in zip(accumulate(map(len, lines[:-1])), lines[:-1], strict=True):
        is_early = MEASURE.runs_width((Run(line + text[place], 10),)) < width - 4
        assert not is_early or place in phrase_starts(text) or line[-1] in "、）" or text[place] == "（", lines


def test_a_sentence_that_is_parted_for_a_short_end_is_parted_between_phrases() -> None:
    assert _lines("将来に資する科学技術外交には、卓越した科学技術力が不可欠である。", 296) == (
        "将来に資する科学技術外交には、卓越した科学技術力が",
        "不可欠である。",
    )


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("スマートモビリティプラットフォームの構築", 125, ("スマートモビリティ", "プラットフォームの構築")),
        ("スマートエネルギーマネジメントシステムの構築", 150, ("スマートエネルギー", "マネジメントシステムの構築")),
        ("研究インテグリティの自律的確保", 88, ("研究インテグリティ", "の自律的確保")),
        ("知的基盤等の整備・プラットフォーム化の推進", 130, ("知的基盤等の整備・", "プラットフォーム化の推進")),
    ],
)
def test_a_label_is_not_parted_inside_a_loanword(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert _lines(text, width) == lines


def test_a_loanword_takes_a_line_of_its_own_where_there_is_room_for_one_more() -> None:
    text = "社会課題の解決に向けたミッションオリエンテッド型研究開発の成果"
    assert not any(line.endswith(("ミッ", "ミッショ", "オリエン", "オリエンテッ")) for line in _lines(text, 118, 70))
    assert "オリエンテッド型" in "｜".join(_lines(text, 118, 70))


@pytest.mark.parametrize("width", range(200, 420, 10))
def test_in_a_sentence_a_loanword_moves_on_whole_where_little_of_the_line_stays_open(width: int) -> None:
    text = "研究の成果を社会に届けるための仕組みを関係する機関がプラットフォームとして整え、地域のイノベーションを促す。"
    lines = MEASURE.lines(_set(text, width, 90), width)
    for place, line in zip(accumulate(map(len, lines[:-1])), lines[:-1], strict=True):
        for word in ("プラットフォーム", "イノベーション"):
            begin = text.index(word)
            if begin < place < begin + len(word):
                before = line[: len(line) - (place - begin)]
                assert MEASURE.runs_width((Run(before, 10),)) < 0.88 * width, lines


def test_a_line_more_takes_a_part_of_what_is_free_around_a_text() -> None:
    text = "文部科学省「研究インテグリティの確保に係る対応方針令和4年度フォローアップ調査結果概要」"
    paragraph = Paragraph((Run(text, 10),), 14)
    body = TextBody((paragraph,), Insets(top=8, bottom=8))
    height = 5 * 14 + 13.5
    changed = broken_well(MEASURE, body, 120, height, "shape")
    assert MEASURE.height(changed, 120) <= height
    assert len(MEASURE.lines(changed.paragraphs[0], 120)) == 5


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("他組織との連携の実施割合｜連携先の種類別（国内の大学等とその他）", 200, ("他組織との連携の実施割合｜", "連携先の種類別（国内の大学等とその他）")),
        ("国際頭脳循環の活性化及び優秀な研究者の育成｜人数の順位", 225, ("国際頭脳循環の活性化及び優秀な研究者の育成｜", "人数の順位")),
    ],
)
def test_a_title_of_two_lines_ends_the_first_at_its_bar(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert _lines(text, width) == lines


def test_a_title_whose_parts_do_not_fit_beside_the_bar_ends_its_lines_at_phrases() -> None:
    lines = _lines("国際頭脳循環の活性化及び優秀な研究者の育成に向けた取組｜人数の順位", 195)
    assert len(lines) == 2
    assert not lines[0].endswith("｜")
    assert not lines[1].startswith("｜")


def test_a_line_that_ends_by_a_hair_before_a_number_is_ended_there() -> None:
    text = "日本企業は三社（令和三年度末）から1社（令和五年の末）に減った。"
    first = (Run(text[: text.index("社（令和五")], 10),)
    (plain,) = MEASURE.broken(Paragraph(first, 14), 500, "shape", "plain")
    whole = plain[0].ends[-1] / DOTS
    by_itself = MEASURE.lines(Paragraph((Run(text, 10),), 14), whole - 0.3, reading="plain")
    assert by_itself[0].endswith("から")
    assert _set(text, whole - 0.3).breaks == (len(by_itself[0]),)
    assert _set(text, whole - 3).breaks == ()


def test_a_text_that_one_program_sets_in_a_line_more_than_there_is_room_for_is_set_closer() -> None:
    text = "大学は我が国の知的基盤であり、産学連携等を通じてイノベーションの創出に貢献することが期待される。"
    paragraph = _set(text, 233)
    assert paragraph.breaks == (text.index("イノ"),)
    assert paragraph.runs[0].spacing < 0
