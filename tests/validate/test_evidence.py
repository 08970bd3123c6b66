"""What statements rest on must be there."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.real_deck import fy2023
from support.small_folder import make_folder

from docgen.errors import DocgenErrors
from docgen.pipeline import load

FACTORS = """\
id: factors
kind: factor_analysis
title: 要因の分析
findings:
  - statements:
      - {id: deaths, text: 死者数は減少。, rests_on: [I-1065]}
"""
SUMMARY = """\
id: summary
kind: overall_summary
title: まとめ
questions:
  - section: a3
    statements:
      - id: deaths
        text: 改善した。
        rests_on: [factors/deaths]
"""


def _folder(root: Path, factors: str = FACTORS, summary: str = SUMMARY) -> Path:
    folder = make_folder(root)
    (folder / "pages").mkdir(exist_ok=True)
    (folder / "pages" / "factors.yaml").write_text(factors, encoding="utf-8")
    (folder / "pages" / "summary.yaml").write_text(summary, encoding="utf-8")
    return folder


def test_a_statement_may_rest_on_a_statement_of_another_page(tmp_path: Path) -> None:
    compendium = load(_folder(tmp_path))
    assert set(compendium.pages) >= {"factors", "summary"}


def test_a_name_that_nothing_has_is_an_error_at_its_place(tmp_path: Path) -> None:
    folder = _folder(tmp_path, summary=SUMMARY.replace("factors/deaths", "factors/death"))
    with pytest.raises(DocgenErrors) as caught:
        load(folder)
    (error,) = caught.value.errors
    assert error.what == "there is no record or statement 'factors/death'"
    assert str(error.where).endswith("pages/summary.yaml:9:20")
    assert error.hint == "did you mean 'factors/deaths'?"


def test_two_statements_of_a_page_with_one_id_are_an_error(tmp_path: Path) -> None:
    twice = FACTORS + "      - {id: deaths, text: 食料自給率は横ばい。}\n"
    with pytest.raises(DocgenErrors) as caught:
        load(_folder(tmp_path, factors=twice))
    (error,) = caught.value.errors
    assert error.what == "duplicate statement 'factors/deaths'"
    assert str(error.where).endswith("pages/factors.yaml:7:14")


def test_every_statement_of_the_real_summaries_overviews_and_analyses_rests_on_something() -> None:
    compendium = fy2023()
    pages = {
        f"{kind}-{item}": compendium.pages[f"{kind}-{item}"]
        for kind in ("summary", "measures-overview", "factors")
        for item in ("strategy", "standards", "diplomacy")
    }
    counts = {}
    for name, page in pages.items():
        groups = [*getattr(page, "questions", ()), *getattr(page, "findings", ())]
        groups += [group for element in getattr(page, "elements", ()) for group in element.groups]
        statements = [statement for group in groups for statement in group.statements]
        assert [each.text for each in statements if not each.rests_on or each.id is None] == []
        counts[name] = len(statements)
    assert counts == {
        "summary-strategy": 15,
        "summary-standards": 12,
        "summary-diplomacy": 18,
        "measures-overview-strategy": 12,
        "measures-overview-standards": 6,
        "measures-overview-diplomacy": 9,
        "factors-strategy": 6,
        "factors-standards": 6,
        "factors-diplomacy": 9,
    }
