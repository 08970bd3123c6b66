"""An indicator against last year's compendium: new, or of another meaning; last year's values beside this year's."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.derive import derive
from docgen.model import Compendium
from docgen.model.compendium import Origin
from docgen.ready import ReadyIndicatorPage

Stated = dict[str, Any]
VALUE = {"id": "v", "name": "死者数", "unit": "人", "latest": {"value": 10, "unit": "人", "period": "2022年"}}
EMPTY = {"id": "q", "definition": ["社会課題のニーズの状況。"]}


def indicator(value: Stated | None = None, empty: Stated | None = None, **more: Any) -> Stated:
    pages = [{"id": "p", "values": [{**VALUE, **(value or {})}]}, {**EMPTY, **(empty or {})}]
    return {"id": "I-1", "name": "指標", "category": "reference", "pages": pages, **more}


def compendium(year: int, *indicators: Stated) -> Compendium:
    entries = [{"kind": "indicator_detail", "record": each["id"]} for each in indicators]
    fields = {
        "title": "データ集",
        "fiscal_year": year,
        "indicators": indicators,
        "sections": [{"id": "s", "pages": entries}],
    }
    return Compendium.model_validate(fields)


def pages(now: Stated, *before: Stated) -> list[ReadyIndicatorPage]:
    this, last = compendium(2023, now), compendium(2022, *before)
    last.attach(Origin())
    this.attach(Origin(previous=last))
    return [page.record for page in derive(this).pages if isinstance(page.record, ReadyIndicatorPage)]


# what this year states otherwise; what its page with values and its page with a definition are
CASES: tuple[tuple[Stated, Stated, Stated, str | None, str | None], ...] = (
    ({}, {}, {}, None, None),
    ({"name": "死亡者数"}, {}, {}, "redefined", None),
    ({"latest": {"value": 1, "unit": "千人", "period": "2022年"}}, {}, {}, "redefined", None),
    ({"latest": {"value": 9, "unit": "人", "period": "2023年"}}, {}, {}, None, None),
    ({"better": "lower"}, {}, {}, "redefined", None),
    ({}, {"definition": ["社会課題のニーズの把握の状況。"]}, {}, None, "redefined"),
    ({}, {}, {"name": "別の名"}, "redefined", "redefined"),
    ({"name": "死亡者数"}, {}, {"change": "none"}, None, None),
    ({}, {}, {"change": "new"}, "new", "new"),
)


@pytest.mark.parametrize(("value", "empty", "more", "first", "second"), CASES)
def test_a_page_says_what_changed_in_what_it_shows(
    value: Stated, empty: Stated, more: Stated, first: str | None, second: str | None
) -> None:
    assert [page.change for page in pages(indicator(value, empty, **more), indicator())] == [first, second]


def test_an_indicator_of_another_id_is_new_but_one_that_is_paired_with_it_is_not() -> None:
    other = indicator(id="I-2")
    assert [page.change for page in pages(indicator(), other)] == ["new", "new"]
    assert [page.change for page in pages(indicator(paired=["I-2"]), other)] == [None, None]


def test_changed_words_of_names_and_definitions_are_marked_and_units_named() -> None:
    value = {"name": "交通事故死者数", "latest": {"value": 1, "unit": "千人", "period": "2022年"}}
    empty = {"definition": ["社会課題の海外ニーズの状況。", "分析の状況。"]}
    with_values, defined = pages(indicator(value, empty), indicator())
    (row,) = with_values.values
    assert (row.name, row.unit_before) == ("{red|交通事故}死者数", "人")
    assert defined.definition == ("社会課題の{red|海外}ニーズの状況。", "{red|分析の状況。}")


def test_a_value_knows_what_last_years_compendium_had() -> None:
    now = {"latest": {"value": 9, "unit": "人", "period": "2023年"}}
    (row,) = pages(indicator(now), indicator())[0].values
    assert (str(row.latest), str(row.last_year)) == ("9人", "10人")
