"""Lines as LibreOffice draws them, on the recorded strings, and what holds for any text."""

from __future__ import annotations

import json
import math
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.texts import lines as break_lines

from docgen.errors import DocgenError
from docgen.typeset.characters import NOT_FIRST, NOT_LAST
from docgen.typeset.measured_line import Container

HERE = Path(__file__).parent
NEVER_FIRST = "、。，．・：；？！」』）】〉》ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々％"
NEVER_LAST = "「『（【〈《"


def given_cases() -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads((HERE / "linebreak_textbox.json").read_text("utf-8"))["cases"]
    return cases


def measured_cases() -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads((HERE / "linebreak_measured.json").read_text("utf-8"))
    return cases


def compared(predicted: int, drawn: int) -> str:
    return "same" if predicted == drawn else "fewer" if predicted < drawn else "more"


def test_the_given_strings_break_into_as_many_lines_as_drawn_and_never_fewer() -> None:
    counts = Counter(
        compared(
            len(
                break_lines(
                    case["text"],
                    size=case["size_pt"],
                    width=72 * (case["box_width_in"] - 2 * case["inset_in"]),
                )
            ),
            case["lines"],
        )
        for case in given_cases()
    )
    assert counts.total() == 200
    assert counts["fewer"] == 0
    assert counts["same"] >= 0.975 * 200


@pytest.mark.parametrize("where", ["shape", "cell"])
def test_the_measured_strings_break_into_as_many_lines_as_drawn(where: Container) -> None:
    cases = [case for case in measured_cases() if case["where"] == where]
    counts = Counter(
        compared(
            len(
                break_lines(
                    case["text"], size=case["size"], width=case["width"], bold=case["bold"], container=where
                )
            ),
            len(case["lines"]),
        )
        for case in cases
    )
    assert counts.total() == 250
    assert counts["fewer"] <= 0.005 * 250
    assert counts["same"] >= 0.97 * 250


def test_the_measured_strings_are_spread_over_widths_sizes_and_weights() -> None:
    cases = measured_cases()
    assert {case["size"] for case in cases} == {8.0, 10.5, 14.0}
    looks = Counter((case["where"], case["bold"], case["size"]) for case in cases)
    assert len(looks) == 2 * 2 * 3
    assert min(looks.values()) >= 30
    assert min(case["width"] for case in cases) < 65
    assert max(case["width"] for case in cases) > 650


def test_most_measured_lines_hold_the_very_characters_drawn() -> None:
    cases = measured_cases()
    exact = 0
    for case in cases:
        lines = break_lines(
            case["text"], size=case["size"], width=case["width"], bold=case["bold"], container=case["where"]
        )
        exact += ["".join(line.split()) for line in lines] == ["".join(line.split()) for line in case["lines"]]
    assert exact >= 0.9 * len(cases)


def test_a_drawn_row_is_as_high_as_its_lines_and_insets() -> None:
    rows = [case for case in measured_cases() if case["where"] == "cell"]
    for case in rows:
        lines, pitch = len(case["lines"]), round(case["size"] * 1.35, 2)
        # LibreOffice keeps every line's pitch in hundredths of a millimetre.
        assert case["row_height"] == pytest.approx(lines * pitch + 2 * case["inset"], abs=0.15 + 0.015 * lines)


def test_punctuation_hangs_over_the_edge() -> None:
    assert break_lines("国国国国、国国", size=10, width=40.1) == ["国国国国、", "国国"]


def test_a_small_kana_takes_the_character_before_it_to_the_next_line() -> None:
    assert break_lines("国国国キャ", size=10, width=40.1) == ["国国国", "キャ"]


def test_an_opening_bracket_goes_to_the_next_line() -> None:
    assert break_lines("国国国「国」", size=10, width=37) == ["国国国", "「国」"]


def test_a_latin_word_and_a_number_stay_whole() -> None:
    assert break_lines("国国 Society 5.0", size=10, width=60) == ["国国 ", "Society ", "5.0"]
    assert break_lines("国約1,250億円", size=10, width=46) == ["国約", "1,250億", "円"]


def test_a_url_breaks_after_its_slashes() -> None:
    assert break_lines("https://www.cao.go.jp/", size=10, width=85) == ["https://", "www.cao.go.jp/"]


def test_a_line_feed_breaks_and_is_not_in_the_lines() -> None:
    assert break_lines("一\n二\n", size=10, width=100) == ["一", "二", ""]
    assert break_lines("", size=10, width=100) == [""]


def test_the_gap_between_japanese_and_latin_is_wider_in_a_shape_than_in_a_cell() -> None:
    # 2 kanji, 2 gaps and a digit of 0.63 em: 3.11 em in a shape, 3.03 em in a cell.
    text = "国1国"
    assert len(break_lines(text, size=12, width=12 * 3.06, container="shape")) == 2
    assert len(break_lines(text, size=12, width=12 * 3.06, container="cell")) == 1


def test_bold_is_measured_bold() -> None:
    # A bold l has 0.36 em, a regular one 0.33.
    assert len(break_lines("l" * 30, size=10, width=103)) == 1
    assert len(break_lines("l" * 30, size=10, width=103, bold=True)) == 2


def test_a_tab_goes_on_at_the_next_inch() -> None:
    assert break_lines("国\t国国", size=10, width=92.5) == ["国\t国国"]
    assert break_lines("国\t国国", size=10, width=91.5) == ["国\t国", "国"]


@pytest.mark.parametrize("cluster", ["か\u3099", "e\u0301", "葛\U000e0100", "❤\ufe0f", "👨\u200d👩\u200d👧", "👍\U0001f3fd"])
def test_what_belongs_together_stays_together(cluster: str) -> None:
    for width in (1, 13, 29, 47):
        lines = break_lines(cluster * 12, size=10, width=width)
        assert "".join(lines) == cluster * 12
        assert all(len(line) % len(cluster) == 0 for line in lines)


KANA = st.sampled_from("国都道府県予算推進あいうかがきサプライチェン")
STOP = st.sampled_from(NEVER_FIRST)
OPEN = st.sampled_from(NEVER_LAST)
WORD = st.sampled_from(["AI", "GX-ETS", "1,250", "Society 5.0", "46%", "(注1)", "km²"])
PIECE = st.one_of(
    KANA.map(lambda a: a + "国"),
    st.tuples(KANA, STOP).map("".join),
    st.tuples(OPEN, KANA).map("".join),
    st.tuples(KANA, WORD, KANA).map("".join),
)


@given(st.lists(PIECE, max_size=60).map("".join), st.floats(60, 300), st.sampled_from(["shape", "cell"]))
def test_no_line_begins_or_ends_with_what_may_not(text: str, width: float, where: Container) -> None:
    lines = break_lines(text, size=7, width=width, container=where)
    assert "".join(lines) == text
    assert not [line for line in lines[1:] if line[0] in NEVER_FIRST]
    assert not [line for line in lines[:-1] if line[-1] in NEVER_LAST]


def test_the_prohibitions_hold_what_is_tested() -> None:
    assert set(NEVER_FIRST) <= NOT_FIRST
    assert set(NEVER_LAST) <= NOT_LAST


@given(
    st.text(st.characters(codec=None), max_size=80),
    st.floats(0, 1000),
    st.floats(0.1, 100),
    st.booleans(),
    st.sampled_from(["shape", "cell"]),
)
@example("\ud800\udfff\x00\x07\x0b\r\u2028", 10, 10, False, "cell")
def test_any_text_keeps_every_character_in_order(
    text: str, width: float, size: float, bold: bool, where: Container
) -> None:
    lines = break_lines(text, size=size, width=width, bold=bold, container=where)
    assert "".join(lines) == text.replace("\n", "")
    assert all(lines) or "\n" in text or not text
    assert len(lines) >= text.count("\n") + 1


@given(st.text("国あ、「」ーAb1 /-.…", max_size=60), st.floats(30, 200), st.floats(0, 200))
def test_a_pure_japanese_text_needs_no_more_lines_in_more_width(text: str, width: float, more: float) -> None:
    japanese = "".join(character for character in text if character in "国あ、「」ー")
    assert len(break_lines(japanese, size=10, width=width + more)) <= len(
        break_lines(japanese, size=10, width=width)
    )


@pytest.mark.parametrize("character", ["a", "国", "…", "/", "ー", "「", "\u0301", "\u200d", " ", "\t", "\x00"])
@pytest.mark.parametrize("width", [0, 3, 100])
def test_a_word_of_ten_thousand_characters_breaks(character: str, width: float) -> None:
    lines = break_lines(character * 10_000, size=10, width=width)
    assert "".join(lines) == character * 10_000


@pytest.mark.parametrize("width", [0, -5, 3])
def test_a_line_takes_one_character_where_none_fits(width: float) -> None:
    assert break_lines("国A国", size=10, width=width) == ["国", "A", "国"]


@pytest.mark.parametrize(("size", "width"), [(0, 10), (-1, 10), (math.nan, 10), (math.inf, 10), (10, math.nan)])
def test_a_size_or_width_that_is_none_is_an_error(size: float, width: float) -> None:
    with pytest.raises(DocgenError, match=r"cannot be set|width that is a number"):
        break_lines("国", size=size, width=width)
