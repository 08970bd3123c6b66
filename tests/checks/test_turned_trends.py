"""What a year changes: a trend that turned while the sentences on it stayed is a notice."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.checks.check import check_compendium
from docgen.derive import derive
from docgen.model import Compendium
from docgen.model.compendium import Origin


def compendium(year: int, latest: str, **more: Any) -> Compendium:
    value = {
        "id": "v",
        "name": "自給率",
        "past": {"value": "40", "unit": "%", "period": "2015年"},
        "latest": {"value": latest, "unit": "%", "period": f"{year - 1}年"},
    }
    page = {"id": "p", "values": [value], "messages": ["減少が続く。"], **more}
    return Compendium.model_validate(
        {
            "title": "データ集",
            "fiscal_year": year,
            "indicators": [{"id": "I-1", "name": "指標", "category": "headline", "pages": [page]}],
            "sections": [{"id": "s", "pages": [{"kind": "indicator_detail", "record": "I-1"}]}],
        }
    )


# last year's and this year's latest value, this year's messages; what is found
CASES: tuple[tuple[str, str, dict[str, Any], list[str]], ...] = (
    ("38", "43", {}, ["turned-trend"]),
    ("38", "40", {}, ["turned-trend"]),
    ("38", "37", {}, []),
    ("38", "43", {"messages": ["増加に転じた。"]}, []),
    ("38", "43", {"messages": []}, []),
)


@pytest.mark.parametrize(("before", "now", "more", "expected"), CASES)
def test_a_trend_that_turned_under_sentences_that_stayed_is_a_notice(
    before: str, now: str, more: dict[str, Any], expected: list[str]
) -> None:
    this, last = compendium(2024, now, **more), compendium(2023, before)
    last.attach(Origin())
    this.attach(Origin(previous=last))
    found = check_compendium(this, derive(this))
    assert [breach.code for breach in found] == expected
    assert {breach.level for breach in found} <= {"notice"}


def test_without_a_year_before_there_is_nothing_to_compare() -> None:
    this = compendium(2024, "43")
    this.attach(Origin())
    assert check_compendium(this, derive(this)) == ()
