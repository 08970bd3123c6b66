"""Every page of the real compendium says what it cites and what it was made from."""

from __future__ import annotations

from support.real_deck import fy2023, ready_fy2023

PAGES = {page.id: page for page in ready_fy2023().pages}
# Pages about the compendium itself, and pages that say that there is no data, cite nothing.
WITHOUT = {"cover", "contents", "divider", "no_data", "method_flow", "logic_chart"}


def test_every_page_about_data_or_measures_names_a_source_data_or_what_it_rests_on() -> None:
    bare = [page.id for page in PAGES.values() if not (page.sources or page.traces or page.rests_on)]
    assert [name for name in bare if PAGES[name].kind not in WITHOUT] == []


def test_a_page_cites_the_sources_it_prints_then_those_of_its_data_files() -> None:
    printed = [fy2023().sources[name].text for name in ("yano-automated-driving", "npa-traffic")]
    assert list(PAGES["I-1065/mobility"].sources) == printed
    assert PAGES["summary-strategy"].sources[0] == fy2023().sources["rd-survey"].text


def test_a_prior_study_cites_itself() -> None:
    cited = PAGES["precedents/precedent-7-science-diplomacy"].sources
    assert cited == ("金子将史、「本格化する日本の科学技術外交」（2016年）",)


def test_a_list_of_candidates_reads_no_data_its_overview_does() -> None:
    assert PAGES["candidates/strategy"].traces == ()
    assert PAGES["candidates-overview/strategy"].traces != ()
    assert PAGES["candidates/strategy"].rests_on == PAGES["candidates-overview/strategy"].rests_on


def test_an_overview_rests_on_its_findings_and_their_indicators() -> None:
    assert PAGES["overview/standards"].rests_on[-1] == "I-1066"
    assert "finding-I-1061" in PAGES["overview/standards"].rests_on
