"""In a deck that was opened: its contents, captions, notes and steps are its own, and names stand in one spelling."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Pt

from docgen.reconciling.deck import deck_judged

FILLER = "若葉県臨海部再生基本計画に基づき、岸辺を整える。"


def found(tmp_path: Path, *slides: tuple[str, ...]) -> list[tuple[int, str]]:
    """The spots that are found in a deck of slides, each given by its title and its text boxes."""
    presentation = Presentation()
    for title, *boxes in slides:
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = title
        for index, text in enumerate(boxes):
            box = slide.shapes.add_textbox(Pt(20), Pt(90 + 80 * index), Pt(600), Pt(60))
            box.text_frame.text = text
    path = tmp_path / "deck.pptx"
    presentation.save(str(path))
    breaches = deck_judged(path).breaches
    return [(breach.where.slide, breach.spot.words) for breach in breaches if breach.spot is not None]  # type: ignore[union-attr]


CONTENTS = ("目次", "1　現況\n2　施策の体系\n3　財源の見通し")
NOTED = "登録数（注1）と休止数（注2）を示す。"


@pytest.mark.parametrize(
    ("slides", "spots"),
    [
        ([CONTENTS, ("3　財源の見込み", "本文")], [(2, "3　財源の見込み")]),
        ([CONTENTS, ("2　現況", "本文")], [(2, "2　現況")]),
        ([("図の一覧", "図1　船の数の推移\n図2　船の種類"), ("本文", "船の種類は図3のとおり。")], [(2, "図3")]),
        ([("図の一覧", "図1　船の数の推移\n図2　船の種類"), ("本文", "図1（船の種類）を見る。")], [(2, "図1（船の種類）")]),
        ([("登録", NOTED, "注1：年度末。\n注3：速報。")], [(1, "注2")]),
        ([("登録", "登録数※1と休止数※3を示す。", "※1 年度末\n※2 速報\n※3 推計")], [(1, "※2")]),
        ([("登録", NOTED, "注1：年度末。\n注2：速報。\n注2：推計。")], [(1, "注2")]),
        ([("手順", "①募集\n②審査\n④交付")], [(1, "④")]),
        ([("手順", "(1) 募集\n(2) 審査\n(2) 交付")], [(1, "(2)")]),
        ([("手順", "STEP1 募集\nSTEP3 交付")], [(1, "STEP3")]),
        ([*[(f"方針{n}", FILLER) for n in "甲乙丙"], ("課題", "若葉県臨海部再生基本法計画の改定")], [(4, "若葉県臨海部再生基本法計画")]),
        ([*[(f"方針{n}", FILLER) for n in "甲乙丙"], ("課題", "若葉県臨界部再生基本計画の改定")], [(4, "若葉県臨界部再生基本計画")]),
        ([*[(f"方針{n}", FILLER) for n in "甲乙丙"], ("課題", "若葉県臨海部再生計画の改定")], [(4, "若葉県臨海部再生計画")]),
        ([*[(f"方針{n}", FILLER) for n in "甲乙丙"], ("課題", "若葉県再生臨海部基本計画の改定")], [(4, "若葉県再生臨海部基本計画")]),
    ],
)  # fmt: skip
def test_what_contradicts_the_deck_itself_is_found(tmp_path: Path, slides: list[tuple[str, ...]], spots: object) -> None:
    found_spots = found(tmp_path, *slides)
    assert set(spots) <= {(slide, words.replace("（注", "注")) for slide, words in found_spots}  # type: ignore[call-overload]
    assert len(found_spots) == len(spots)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "slides",
    [
        [CONTENTS, ("3　財源の見通し", "1　現況を見る\n2　税収\n3　財源の見込み")],
        [CONTENTS, ("2　施策の体系　～全体像～", "本文")],
        [("図の一覧", "図1　船の数の推移\n図2　船の種類"), ("本文", "船の種類は図2、数は図1のとおり。")],
        [("図の一覧", "図1　船の数の推移\n図2　船の種類"), ("本文", "「港湾白書」の図8による。")],
        [("登録", NOTED, "注1：年度末。\n注2：速報。\n注3：この資料の数値は概数。")],
        [("登録", NOTED, "注1：年度末。\n注2：速報。"), ("休止", "休止数（注1）", "注1：推計。")],
        [("登録", "注意すべき点は3つある。"), ("休止", "注1を参照。")],
        [("手順", "①募集\n②審査\n③交付", "①相談\n②申請")],
        [("手順", "①募集\n②審査\n①相談\n②申請")],
        [("手順", "②審査では三人が見る。\n④交付は年度末になる。")],
        [*[(f"方針{n}", FILLER) for n in "甲乙丙"], ("課題", "若葉県内陸部再生基本計画の改定")],
        [*[(f"方針{n}", FILLER) for n in "甲乙丙"], ("課題", "第2期若葉県臨海部再生基本計画")],
        [*[(f"方針{n}", FILLER) for n in "甲乙"], ("課題", "若葉県臨海部再生計画の改定")],
        [("参加", "若葉工業大学、若葉農業大学"), ("参加", "若葉工業大学"), ("参加", "若葉工業大学")],
        [("参加", "若葉県総務部"), ("参加", "若葉県総務部"), ("参加", "若葉県総務部と若葉県総務課")],
    ],
)
def test_what_fits_the_deck_or_may_be_another_is_left_alone(tmp_path: Path, slides: list[tuple[str, ...]]) -> None:
    assert found(tmp_path, *slides) == []
