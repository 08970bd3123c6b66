"""Where titles of several lines break."""

from __future__ import annotations

import pytest
from support.packs import small_pack, style_for

from docgen.compose.title_breaks import broken_at_pauses
from docgen.placed import Paragraph, Run

STYLE = style_for(small_pack())
QUESTION = "基本計画の進捗に影響を与えている要因と、改善に向けて対応すべき課題は何か。"


def title(*texts: str) -> Paragraph:
    return Paragraph(tuple(Run(text, 20, bold=True) for text in texts), 24)


def words(paragraph: Paragraph) -> str:
    return "".join(run.text for run in paragraph.runs)


def test_a_title_of_two_lines_breaks_at_its_pause() -> None:
    found = broken_at_pauses(title(QUESTION), 500, STYLE.measure)
    assert words(found).split("\n") == ["基本計画の進捗に影響を与えている要因と、", "改善に向けて対応すべき課題は何か。"]
    assert STYLE.measure.line_count(found, 500) == 2


def test_runs_keep_their_looks_on_both_lines() -> None:
    found = broken_at_pauses(title(QUESTION[:10], QUESTION[10:25], QUESTION[25:]), 500, STYLE.measure)
    assert words(found).replace("\n", "") == QUESTION
    assert {run.bold for run in found.runs} == {True}


@pytest.mark.parametrize(
    "text",
    ["短い、題名", "先頭に、" + "長い題名が続いて二行にわたる" * 2, "読点のない題名が二行にわたるほど長く続いている場合の例である", "自分で、\n改めた題名" * 5],
)
def test_a_title_that_would_gain_nothing_stays(text: str) -> None:
    whole = title(text)
    assert broken_at_pauses(whole, 400, STYLE.measure) is whole


def test_a_line_that_would_not_fit_is_never_made() -> None:
    for width in range(200, 900, 10):
        found = broken_at_pauses(title(QUESTION), width, STYLE.measure)
        if "\n" in words(found):
            assert STYLE.measure.natural_width(found) <= width
            assert STYLE.measure.line_count(found, width) == STYLE.measure.line_count(title(QUESTION), width)
