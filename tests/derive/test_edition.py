"""A draft shows what has no data yet; the final edition is composed of what is there, in every kind of page."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

import pytest

import docgen
from docgen.compose.texts import texts_of
from docgen.derive import derive, derive_record
from docgen.errors import DocgenErrors
from docgen.model import Compendium, Edition, Page
from docgen.placed import PlacedSlide, ShapeMark
from docgen.ready import ReadyCompendium, ReadyIndicatorPage, ReadyPageRecord
from docgen.slides import MissingText
from docgen.slides.chart_page import ChartPage
from docgen.slides.map_page import MapPage
from docgen.slides.member_list import MemberList
from docgen.slides.survey_donut import SurveyDonut
from docgen.validate import validate

WORDS = "年次の値は照会中（架空）。"
GONE = {"id": "yearly", "title": "件数の推移", "missing": WORDS}
KNOWN = {"id": "known", "title": "区分別の件数", "data": {"区分": ["甲", "乙"], "件": [3, 5]}, "x": "区分", "unit": "件"}


def made(*pages: Page, **fields: Any) -> Compendium:
    plan = [{"id": "all", "pages": [{"page": page.id} for page in pages]}]
    return Compendium(title="データ集", fiscal_year=2023, pages=pages, **{"sections": plan, **fields})


def chart_page(**fields: Any) -> ChartPage:
    return ChartPage(id="p", title="件数", **fields)


def record_in(ready: ReadyCompendium) -> Any:
    (page,) = ready.pages
    assert isinstance(page.record, ReadyPageRecord)
    return page.record.record


def printed(slide: PlacedSlide) -> str:
    return "\n".join("".join(run.text for run in part.runs) for body in texts_of(slide) for part in body.paragraphs)


def slide_of(record: object, edition: Edition) -> PlacedSlide:
    (slide,) = docgen.Deck(edition=edition).add(record).build().placed.slides
    return slide


def dashed(slide: PlacedSlide) -> list[str]:
    return [mark.id for mark in slide.marks if isinstance(mark, ShapeMark) and mark.line and mark.line.dash == "dash"]


PAGES = {
    "a figure beside another": chart_page(messages=["件数は8件。"], figures=[KNOWN, GONE]),
    "a figure beside numbers": chart_page(numbers=[{"label": "件数", "value": "8件"}], figures=[GONE]),
    "a page of nothing else": chart_page(messages=["件数は増加。"], figures=[GONE]),
    "a map without places": MapPage(id="p", title="拠点", missing=WORDS, missing_title="拠点一覧"),
    "names beside a figure": MemberList(id="p", title="会員", heading="会員の名称", missing=WORDS, figures=[KNOWN]),
    "a figure by itself": docgen.Figure(id="yearly", title="件数の推移", missing=WORDS),
    "a section of a study": docgen.Precedent(
        id="p",
        number=1,
        title="調査",
        outline=["概要。"],
        excerpt=[{"id": "a", "heading": "要点", "points": ["論点"]}, {"id": "b", "heading": "図解", "figure": GONE}],
    ),
    "an indicator": docgen.Indicator(
        id="I-9", name="指標（架空）", category="headline", pages=[{"id": "p", "figures": [GONE]}]
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_draft_shows_the_gap_and_the_final_edition_prints_nothing_of_it(name: str) -> None:
    draft, final = slide_of(PAGES[name], "draft"), slide_of(PAGES[name], "final")
    assert WORDS in printed(draft)
    assert WORDS not in printed(final)
    assert dashed(draft)
    assert dashed(final) == []
    assert final.id == draft.id
    assert final.title == draft.title


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("a figure beside another", "件数の推移"),
        ("a map without places", "拠点一覧"),
        ("names beside a figure", "会員の名称"),
        ("a section of a study", "図解"),
    ],
)
def test_the_heading_of_a_part_goes_with_it(name: str, heading: str) -> None:
    assert heading in printed(slide_of(PAGES[name], "draft")) or name == "a map without places"
    assert heading not in printed(slide_of(PAGES[name], "final"))


def test_a_part_that_needs_the_figure_goes_and_those_beside_it_stay() -> None:
    asked = {"id": "a", "title": "問1", "data": {"答": ["済", "未"], "件": [3, 1]}, "x": "答", "kind": "donut"}
    questions = [{"heading": "一", "text": "問1", "figure": asked}, {"heading": "二", "text": "問2", "figure": GONE}]
    survey = SurveyDonut(id="p", title="調査", questions=questions)
    assert [question.heading for question in record_in(derive(made(survey), edition="final")).questions] == ["一"]
    assert [question.heading for question in record_in(derive(made(survey), edition="draft")).questions] == ["一", "二"]


class SiteMap(Page):
    """A kind that a layout pack brings."""

    kind: ClassVar[str] = "site_map"

    messages: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    names_missing: MissingText = None


def test_a_kind_of_a_layout_pack_says_what_is_missing_by_the_type_of_its_field() -> None:
    site = SiteMap(id="p", title="拠点", names=["甲"], names_missing=WORDS)
    ready = derive(made(site), edition="final")
    assert record_in(ready).names_missing is None
    assert ready.pages[0].status is None
    assert [(gap.kind, gap.id, gap.words) for gap in ready.gaps] == [("part", "p/names_missing", WORDS)]


def test_a_kind_of_a_layout_pack_of_which_nothing_is_left_has_the_card() -> None:
    (page,) = derive(made(SiteMap(id="p", title="拠点", messages=["計3拠点。"], names_missing=WORDS))).pages
    assert page.kind == "site_map"
    assert page.status is not None
    assert (page.status.title, page.status.messages) == ("拠点", ("計3拠点。",))


def test_the_card_says_why_there_is_no_data_when_it_comes_and_which_page_is_nearest() -> None:
    near = chart_page(figures=[KNOWN])
    indicator = docgen.Indicator(
        id="I-9",
        name="指標（架空）",
        category="reference",
        pages=[{"id": "q", "definition": ["割合。"], "gap": {"reason": "未実施", "expected": "2025年度", "see": ["p"]}}],
    )
    elements = [{"id": "e", "item": "i", "name": "要素（架空）", "indicators": [{"indicator": "I-9"}]}]
    plan = [{"id": "all", "pages": [{"run": "indicators", "item": "i"}, {"page": "p"}]}]
    whole = made(
        near,
        indicators=[indicator],
        logic_elements=elements,
        analysis_items=[{"id": "i", "number": 1, "name": "項目"}],
        sections=plan,
        show_ids=True,
    )
    slides = docgen.build(whole).placed.slides
    text = printed(slides[0])
    for part in ("I-9 指標（架空）", "参考指標", "要素（架空）", "割合。", "未実施", "2025年度", "件数"):
        assert part in text
    assert "該当データなし" not in text
    assert "現時点で該当データなし" in printed(docgen.build(whole, edition="draft").placed.slides[0])


def test_the_pages_of_an_element_s_candidates_are_nearest_where_nothing_is_said() -> None:
    indicator = docgen.Indicator(id="I-9", name="指標", category="headline", pages=[{"id": "q"}])
    candidate = {"id": "c", "element": "e", "number": 1, "name": "候補", "pages": ["p"]}
    whole = made(
        chart_page(figures=[KNOWN]),
        indicators=[indicator],
        candidates=[candidate],
        logic_elements=[{"id": "e", "item": "i", "name": "要素", "indicators": [{"indicator": "I-9"}]}],
        analysis_items=[{"id": "i", "number": 1, "name": "項目"}],
        sections=[{"id": "all", "pages": [{"run": "indicators", "item": "i"}, {"page": "p"}]}],
    )
    status = derive(whole).pages[0].status
    assert status is not None
    assert status.see == (("p", "件数"),)


def test_a_page_that_a_gap_names_has_to_be_there() -> None:
    with pytest.raises(DocgenErrors, match="somewhere"):
        validate(made(chart_page(gap={"see": ["somewhere"]}, figures=[KNOWN])))


def test_working_notes_are_for_the_draft_alone() -> None:
    page = chart_page(
        messages=["計8件。{% if draft %}照会中。{% endif %}", "{% if draft %}年次は照会中。{% endif %}"],
        figures=[KNOWN],
        notes=[{"text": "速報値。"}, {"text": "{% if draft %}部局に照会中。{% endif %}"}],
    )
    draft, final = (derive(made(page), edition=edition).pages[0].record for edition in ("draft", "final"))
    assert isinstance(draft, ReadyPageRecord)
    assert isinstance(final, ReadyPageRecord)
    assert (draft.record.messages, draft.notes) == (("計8件。照会中。", "年次は照会中。"), ("速報値。", "部局に照会中。"))  # type: ignore[union-attr]
    assert (final.record.messages, final.notes) == (("計8件。",), ("速報値。",))  # type: ignore[union-attr]


def test_the_values_of_an_indicator_are_drawn_where_its_figures_have_no_data() -> None:
    def value(name: str, number: int) -> dict[str, Any]:
        return {"id": f"v{number}", "name": name, "latest": {"value": number, "unit": "%", "period": "2021年12月"}}

    page = {"id": "q", "values": [value("男性", 73), value("女性", 59)], "figures": [{**GONE, "source_text": "調査（架空）"}]}
    indicator = docgen.Indicator(id="I-9", name="関心", category="headline", pages=[page])
    (ready,) = derive_record(indicator)
    assert isinstance(ready.record, ReadyIndicatorPage)
    (figure,) = ready.record.figures
    assert figure.title == "関心（2021年12月）"
    assert figure.categories == ("男性", "女性")
    assert [series.values for series in figure.series] == [(Decimal(73), Decimal(59))]
    assert figure.sources == ("調査（架空）",)




def test_the_compendium_says_what_its_deck_is_for_and_a_build_may_say_otherwise() -> None:
    whole = made(chart_page(figures=[KNOWN, GONE]), edition="案")
    assert whole.edition == "draft"
    assert (derive(whole).edition, derive(whole).left_out) == ("draft", 0)
    assert (derive(whole, edition="final").edition, derive(whole, edition="final").left_out) == ("final", 1)
    assert docgen.build(whole).placed.summary.edition == "draft"
    assert docgen.build(whole, edition="final").placed.summary.edition == "final"


def test_the_work_list_has_each_gap_in_both_editions() -> None:
    pages = (chart_page(figures=[KNOWN, GONE]), MapPage(id="m", title="拠点", missing=WORDS))
    for edition in ("draft", "final"):
        items = [item for item in docgen.todo(made(*pages, edition=edition)) if item.kind == "missing"]
        assert [(item.id, item.pages) for item in items] == [("p/yearly", ("p",)), ("m/missing", ("m",))]
        assert WORDS in str(items[1])


def test_numbers_that_are_all_that_is_left_stand_with_what_their_candidate_showed() -> None:
    numbers = [{"label": "開催数", "value": "12回", "note": "2021年度"}]
    pages = (chart_page(numbers=numbers, figures=[GONE], serves="c"), ChartPage(id="o", title="参加者", figures=[KNOWN]))
    candidate = {"id": "c", "element": "e", "number": 1, "name": "研究集会", "aim": "交流の把握", "points": ["計12回。"]}
    whole = made(
        *pages,
        candidates=[{**candidate, "pages": ["p", "o"]}],
        logic_elements=[{"id": "e", "item": "i", "name": "要素"}],
        analysis_items=[{"id": "i", "number": 1, "name": "項目"}],
    )
    text = printed(docgen.build(whole).placed.slides[0])
    for part in ("12回", "2021年度", "研究集会", "交流の把握", "計12回。", "参加者"):
        assert part in text
