"""Things found by their name, and what is said where they are not there."""

from __future__ import annotations

import pytest

from docgen.errors import DocgenError
from docgen.messages import message
from docgen.model import BudgetLine, Compendium, Indicator, IndicatorPage
from docgen.model.compendium import carriable
from docgen.model.data import DataTable
from docgen.model.lookup import column_named, named


def test_what_is_named_is_found() -> None:
    assert named("b", {"a": 1, "b": 2}, message("noun-page"), None) == 2


def test_a_name_that_is_not_there_tells_what_is_and_which_is_like_it() -> None:
    with pytest.raises(DocgenError) as raised:
        named("overviw", {"overview": 1, "list": 2}, message("noun-slide-kind"), "sections.0")
    assert str(raised.value).splitlines() == [
        "sections.0: there is no slide kind 'overviw'",
        "  expected: one of overview, list",
        "  hint: did you mean 'overview'?",
    ]


def test_without_a_like_name_the_callers_hint_is_given() -> None:
    with pytest.raises(DocgenError) as raised:
        named("x", {}, message("noun-dataset"), None, message("name-the-file"))
    assert (raised.value.expected, raised.value.hint) == ("a dataset that is defined", "name the file in data.yaml")


def test_each_id_that_may_be_carried_over_leads_to_what_it_means() -> None:
    page = IndicatorPage.model_validate({"id": "p", "values": [{"id": "deaths", "name": "死者数"}]})
    compendium = Compendium(
        title="データ集",
        fiscal_year=2023,
        indicators=(Indicator(id="I-1", name="死者", category="headline", pages=(page,)),),
        budget_lines=(BudgetLine(id="sip/next", name="SIP"),),
    )
    ids = carriable(compendium)
    assert ids["values"] == {"I-1/deaths": ("indicators", "I-1", "pages", 0, "values", 0)}
    assert ids["budgets"]["sip/next/2024"] == ("budget_lines", "sip/next", 2024)
    assert list(ids["budgets"]) == ["sip/next/2022", "sip/next/2023", "sip/next/2024"]
    assert ids["texts"] == {"indicators/I-1": ("indicators", "I-1")}


def test_a_column_is_guessed_by_a_whole_part_of_its_joined_head() -> None:
    table = DataTable(("年", "女性の割合", "研究者数 女性"), (("2023", "1", "2"),), "data/x.csv")
    with pytest.raises(DocgenError) as caught:
        column_named("女性", table, "I-1")
    assert "「研究者数 女性」のことでしょうか" in caught.value.text("ja")
    assert "did you mean '研究者数 女性'?" in caught.value.text("en")
