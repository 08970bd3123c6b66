"""A measure chart against last year's: what is new, changed, moved and dropped, and what only seems so."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.derive import derive
from docgen.model import Compendium
from docgen.model.compendium import Origin
from docgen.ready import ReadyMeasureChart

# (last year's measures, this year's) → what is shown. A measure: id, text, and what else it states.
Stated = dict[str, Any]


def chart(*measures: Stated, **more: Any) -> Stated:
    return {
        "id": "c",
        "mark": "①",
        "title": "施策群",
        "plan_items": [{"id": "P", "text": "推進"}],
        "measures": [{"plan_items": ["P"], **each} for each in measures],
        **more,
    }


def compendium(year: int, *charts: Stated) -> Compendium:
    fields = {
        "title": "データ集",
        "fiscal_year": year,
        "measure_charts": charts,
        "sections": [{"id": "s", "pages": [{"run": "measure_charts"}]}],
    }
    return Compendium.model_validate(fields)


def shown(now: Stated, *before: Stated) -> ReadyMeasureChart:
    this, last = compendium(2023, now), compendium(2022, *before)
    last.attach(Origin())
    this.attach(Origin(previous=last))
    (page,) = derive(this).pages
    assert isinstance(page.record, ReadyMeasureChart)
    return page.record


def marks(ready: ReadyMeasureChart) -> list[tuple[str, str, str | None, str | None]]:
    return [(each.id, each.text, each.change, each.moved_from) for each in ready.measures]


M1 = {"id": "M1", "text": "方策の検討", "status": "upcoming"}
M2 = {"id": "M2", "text": "会議の開催", "status": "continuing"}
M3 = {"id": "M3", "text": "基金の創設", "status": "expanded"}


def test_a_measure_that_last_years_chart_does_not_have_is_new() -> None:
    assert marks(shown(chart(M1, M2), chart(M1))) == [
        ("M1", "方策の検討", None, None),
        ("M2", "会議の開催", "new", None),
    ]


def test_only_the_changed_words_are_marked_and_a_moved_status_names_where_it_was() -> None:
    now = {"id": "M1", "text": "方策の実施", "status": "continuing"}
    assert marks(shown(chart(now), chart(M1))) == [("M1", "方策の{red|実施}", None, "upcoming")]


def test_a_measure_that_is_no_longer_there_is_shown_where_it_was_for_one_year() -> None:
    assert marks(shown(chart(M1, M3), chart(M1, M2, M3))) == [
        ("M1", "方策の検討", None, None),
        ("M2", "会議の開催", "dropped", None),
        ("M3", "基金の創設", None, None),
    ]
    assert [each.id for each in shown(chart(M1), chart({**M2, "change": "dropped"}, M1)).measures] == ["M1"]


def test_several_dropped_measures_keep_their_order() -> None:
    assert [each.id for each in shown(chart(M3), chart(M1, M2, M3)).measures] == ["M1", "M2", "M3"]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"change": "none"}, ("M1", "方策の実施", None, None)),
        ({"change": "new"}, ("M1", "方策の実施", "new", None)),
        ({"change": "dropped"}, ("M1", "方策の実施", "dropped", None)),
        ({"text": "{red|方策}の実施"}, ("M1", "{red|方策}の実施", None, None)),
    ],
)
def test_what_the_author_states_goes_before_what_is_derived(stated: Stated, expected: tuple[Any, ...]) -> None:
    now = {"id": "M1", "text": "方策の実施", "status": "upcoming", **stated}
    assert marks(shown(chart(now), chart(M1))) == [expected]


def test_of_a_chart_that_is_not_complete_only_what_it_states_is_known() -> None:
    before = chart(M1, complete=False, unlisted=["M3"])
    assert [(each.id, each.change) for each in shown(chart(M1, M2, M3), before).measures] == [
        ("M1", None),
        ("M2", None),
        ("M3", "new"),
    ]


def test_the_measures_of_a_chart_that_is_new_are_new() -> None:
    ready = shown(chart(M1), {**chart(M2), "id": "other"})
    assert [(each.id, each.change) for each in ready.measures] == [("M1", "new")]


def test_a_measure_without_a_status_has_not_moved() -> None:
    now = {"id": "M1", "text": "方策の検討"}
    assert marks(shown(chart(now), chart(M1))) == [("M1", "方策の検討", None, None)]


def test_without_last_year_there_are_only_the_marks_that_the_author_states() -> None:
    this = compendium(2023, chart(M1, {**M2, "change": "new"}, {**M3, "change": "none"}))
    this.attach(Origin())
    (page,) = derive(this).pages
    assert isinstance(page.record, ReadyMeasureChart)
    assert [(each.id, each.change) for each in page.record.measures] == [("M1", None), ("M2", "new"), ("M3", None)]
    assert page.record.previous_year is None


def test_changed_words_of_a_plan_item_are_marked_too() -> None:
    now = {**chart(M1), "plan_items": [{"id": "P", "text": "推進と強化"}]}
    assert shown(now, chart(M1)).plan_items[0].text == "推進{red|と強化}"
