"""What a kind of figure has no place for is refused at its key, and no such kind is chosen."""

from __future__ import annotations

from typing import Any

import pytest
from support.ready_figures import figure_problem, ready_figure

from docgen.model import ChartKind

# 架空の数値。
SHARES = {"国": ["日本", "米国", "英国"], "割合": ["50", "30", "20"]}
PAIRS = {"国": ["日本", "米国"], "2015年": ["10", "20"], "2020年": ["12", "18"]}
STEPS = {"項目": ["2021年", "採用", "2022年"], "人": ["597", "20", "617"]}
DATA = {"scatter": PAIRS, "dumbbell": PAIRS, "waterfall": STEPS, "numbers": {"年": ["2020"], "件数": ["5"]}}

ASKED = {
    "targets": [{"value": 30}],
    "levels": [{"value": 30, "name": "平均"}],
    "forecast_from": "米国",
    "breaks": ["米国"],
    "highlights": ["米国"],
    "shaded": [{"name": "欧米", "from": "米国"}],
    "changes": [{"from": "日本", "to": "米国"}],
    "remarks": [{"at": "日本", "text": "推計"}],
}
REFUSED = [(kind, key) for kind in ChartKind for key in kind.cannot_show]


@pytest.mark.parametrize(("kind", "key"), REFUSED)
def test_what_a_kind_has_no_place_for_is_refused_at_its_key(kind: ChartKind, key: str) -> None:
    error = figure_problem(DATA.get(kind, SHARES), kind=kind, unit="%", **{key: ASKED[key]})
    assert error.code == "kind-cannot-show"
    assert str(error.where).endswith(f".{key}")
    assert key in str(error)
    assert error.hint is not None


@pytest.mark.parametrize("kind", ["pie", "donut", "share_bar", "numbers", "heat_table", "scatter", "dumbbell", "waterfall"])
def test_kinds_without_a_scale_take_neither_levels_nor_targets(kind: str) -> None:
    assert {"levels", "targets", "forecast_from"} <= set(ChartKind(kind).cannot_show)


def test_each_small_chart_has_a_scale_for_levels_and_targets_but_no_room_for_notes() -> None:
    figure = ready_figure(SHARES, kind="small_multiples", levels=ASKED["levels"], targets=ASKED["targets"])
    assert [target.is_level for target in figure.targets] == [False, True]
    assert ChartKind.SMALL_MULTIPLES.cannot_show == ("shaded", "changes", "remarks")


@pytest.mark.parametrize("asked", [{"levels": ASKED["levels"]}, {"targets": ASKED["targets"]}, {"remarks": ASKED["remarks"]}])
def test_the_kind_that_is_chosen_shows_all_that_is_asked(asked: dict[str, Any]) -> None:
    assert ready_figure(SHARES, unit="%").kind == "pie"
    assert ready_figure(SHARES, unit="%", **asked).kind == "bar"
