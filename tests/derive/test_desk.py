"""What the desk of a page has: data that is read once, what the page has read, problems of all pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.small_folder import make_folder

from docgen.derive.desk import Desk, Problems
from docgen.derive.library import Library
from docgen.derive.reader import Reader
from docgen.errors import DocgenError, DocgenErrors
from docgen.reading import load
from docgen.ready import Trace


def desk(tmp_path: Path) -> Desk:
    return Desk(Reader(Library(load(make_folder(tmp_path)))))


def test_a_value_is_judged_once_and_noted_by_every_page_that_reads_it(tmp_path: Path) -> None:
    all_pages = desk(tmp_path)
    indicator = all_pages.compendium.indicators["I-1065"]
    value = indicator.pages[0].values[0]
    first, second = all_pages.for_page(), all_pages.for_page()
    assert first.reader.value(indicator, value) is second.reader.value(indicator, value)
    assert first.reader.traces == second.reader.traces
    assert Trace("data/deaths.csv", 7, "deaths") in first.reader.traces
    assert all_pages.reader.traces == {}


def test_a_page_cites_what_it_states_then_the_sources_of_its_data(tmp_path: Path) -> None:
    page = desk(tmp_path).for_page()
    indicator = page.compendium.indicators["I-1065"]
    page.reader.value(indicator, indicator.pages[0].values[0])
    page.reader.cite(["自らの調査"])
    assert page.sources_used() == ("自らの調査", "警察庁「交通事故統計」")


def test_a_source_that_is_not_there_is_left_out_and_is_a_problem(tmp_path: Path) -> None:
    page = desk(tmp_path)
    assert page.sources(("npa", "npb"), ("sources",)) == ("警察庁「交通事故統計」",)
    with pytest.raises(DocgenErrors, match="there is no source 'npb'"):
        page.problems.raise_all()


def test_a_record_of_a_script_has_no_compendium() -> None:
    with pytest.raises(DocgenError, match="this page needs a compendium"):
        _ = Desk(Reader(Library(None))).compendium


def test_problems_keep_each_error_and_go_on() -> None:
    def half(number: int) -> int:
        if number % 2:
            raise DocgenError.said(f"{number} is odd")
        return number // 2

    problems = Problems()
    problems.raise_all()
    assert problems.each(half, (4, 3, 2)) == (2, 1)
    assert problems.attempt(lambda: half(3), 0) == 0
    with pytest.raises(DocgenErrors) as raised:
        problems.raise_all()
    assert [str(error) for error in raised.value.errors] == ["3 is odd"]
