"""Kinds of figures: the words that name them, and what holds for each."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from docgen.model import ChartKind, Figure


def named(holds: str) -> set[str]:
    return {kind.value for kind in ChartKind if getattr(kind, holds)}


@pytest.mark.parametrize(
    ("holds", "words"),
    [
        ("is_stacked", {"stacked_column", "percent_column", "stacked_bar", "percent_bar", "share_bar", "area", "stacked_area", "waterfall"}),
        ("is_in_percent", {"percent_column", "percent_bar", "share_bar"}),
        ("is_horizontal", {"bar", "stacked_bar", "percent_bar", "share_bar"}),
        ("is_round", {"pie", "donut"}),
        ("shows_shares", {"pie", "donut", "percent_column", "percent_bar", "share_bar"}),
        ("starts_at_zero", {"column", "stacked_column", "percent_column", "bar", "stacked_bar", "percent_bar", "share_bar", "column_line", "numbers", "area", "stacked_area", "heat_table", "waterfall"}),
        ("combines_columns_and_lines", {"column_line"}),
        ("separates_series", {"small_multiples", "sparkline", "numbers", "heat_table", "scatter"}),
    ],
)
def test_what_holds_for_which_kinds(holds: str, words: set[str]) -> None:
    assert named(holds) == words


def test_circles_slopes_and_sparklines_have_no_axis_of_values() -> None:
    assert {kind.value for kind in ChartKind} - named("has_value_axis") == {"pie", "donut", "slope", "sparkline"}


def test_every_kind_has_a_name_of_its_own_in_japanese() -> None:
    assert len({kind.japanese for kind in ChartKind}) == len(ChartKind)


def test_a_figure_takes_a_kind_by_its_word() -> None:
    assert Figure.model_validate({"id": "f", "kind": "donut"}).kind is ChartKind.DONUT
    assert Figure(id="f").kind is None


def test_a_word_that_names_no_kind_is_refused_with_all_the_words_that_do() -> None:
    with pytest.raises(ValidationError) as raised:
        Figure.model_validate({"id": "f", "kind": "lines"})
    (error,) = raised.value.errors()
    expected = error["ctx"]["error"].message.text("en", "expected")
    assert all(f"{kind} ({kind.japanese})" in expected for kind in ChartKind)
